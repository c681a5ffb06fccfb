import type { ImportedFile } from '../../../shared/model/import';
import type { InventoryDocument } from './inventory/inventory-document';

/** What one file was found to be, beside the records that were gathered from it. */
export interface FileContents {
  readonly summary: ImportedFile;
  readonly inventories: readonly InventoryDocument[];
}
