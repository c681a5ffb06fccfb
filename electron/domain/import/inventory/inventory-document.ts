import type { JsonObject, JsonValue } from '../json-value';

export interface InventoryItem {
  /** Position in its list, from 0. */
  readonly index: number;
  readonly value: JsonValue;
  readonly line: number;
}

/** One inventory as it was read; `root` lacks the items of the three lists. */
export interface InventoryDocument {
  readonly file: string;
  readonly root: JsonObject;
  readonly hosts: readonly InventoryItem[];
  readonly vms: readonly InventoryItem[];
  readonly clusters: readonly InventoryItem[];
  /** False when something in the file was damaged or cut off; a problem has told it. */
  readonly isWhole: boolean;
}
