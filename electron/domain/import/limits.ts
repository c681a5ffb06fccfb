/** Bounds that keep a hostile or broken file from eating the machine. */
export interface ImportLimits {
  /** Deepest nesting that is read. */
  readonly maxDepth: number;
  /** Characters of one text. */
  readonly maxStringLength: number;
  /** Records of one file. */
  readonly maxRecords: number;
  /** Bytes of one file; a larger one is left out. */
  readonly maxFileBytes: number;
  /** Bytes of all files of one import; the files beyond are left out. */
  readonly maxTotalBytes: number;
}

const MEBIBYTE = 1024 ** 2;

export const IMPORT_LIMITS: ImportLimits = {
  maxDepth: 40,
  maxStringLength: 262_144,
  maxRecords: 2_000_000,
  maxFileBytes: 256 * MEBIBYTE,
  maxTotalBytes: 2048 * MEBIBYTE,
};
