/** Bounds that keep a hostile or broken file from eating the machine. */
export interface ImportLimits {
  /** Deepest nesting that is read. */
  readonly maxDepth: number;
  /** Characters of one text. */
  readonly maxStringLength: number;
  /** Records of one file. */
  readonly maxRecords: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  maxDepth: 40,
  maxStringLength: 262_144,
  maxRecords: 2_000_000,
};
