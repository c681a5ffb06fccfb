import type { ImportedFile } from '../../../shared/model/import';

export const FORMAT_LABELS: Readonly<Record<ImportedFile['format'], string>> = {
  collector: 'Collector',
  'cmdlet-json': 'Cmdlet JSON',
  inventory: 'Inventory',
  unrecognised: 'Unrecognised',
};
