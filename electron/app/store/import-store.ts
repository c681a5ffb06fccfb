/** The files that went into a plan, and what was found wrong with them. */
import type { ImportedFile, ImportProblem } from '../../../shared/model/import';
import type { RowChange, Rows } from './rows';

export interface StoredFile extends ImportedFile {
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
}

export interface ImportRecords {
  readonly files: readonly { readonly file: ImportedFile; readonly sha256: string }[];
  readonly problems: readonly ImportProblem[];
  readonly at: Date;
}

/**
 * The changes that note an import. A file of the same name replaces the older one and its
 * problems, because a newer export of a host replaces what the older one said.
 */
export function importRecords(rows: Rows, { files, problems, at }: ImportRecords): RowChange[] {
  const names = new Set(files.map(({ file }) => file.name));
  const gone = rows
    .all('import_problem')
    .filter((row) => names.has((JSON.parse(String(row.problem)) as ImportProblem).file))
    .map((row): RowChange => ({ table: 'import_problem', key: String(row.id), row: null }));
  const stamp = at.toISOString();
  return [
    ...gone,
    ...files.map(({ file, sha256 }, position): RowChange => {
      const { sizeBytes, ...description } = file;
      return {
        table: 'imported_file',
        key: file.name,
        row: {
          id: file.name,
          position,
          imported_at: stamp,
          sha256,
          size_bytes: sizeBytes,
          description: JSON.stringify(description),
        },
      };
    }),
    ...problems.map((problem, position): RowChange => {
      const id = `${stamp} ${String(position).padStart(7, '0')}`;
      return {
        table: 'import_problem',
        key: id,
        row: { id, position, problem: JSON.stringify(problem) },
      };
    }),
  ];
}

/** Newest import first. */
export function loadFiles(rows: Rows): StoredFile[] {
  return rows
    .all('imported_file')
    .map((row) => ({
      ...(JSON.parse(String(row.description)) as Omit<ImportedFile, 'sizeBytes'>),
      sizeBytes: Number(row.size_bytes),
      sha256: String(row.sha256),
      importedAt: String(row.imported_at),
    }))
    .sort((a, b) => b.importedAt.localeCompare(a.importedAt));
}

/** What costs most first. */
export function loadProblems(rows: Rows): ImportProblem[] {
  const weight = { lost: 0, doubt: 1, note: 2 };
  return rows
    .all('import_problem')
    .map((row) => JSON.parse(String(row.problem)) as ImportProblem)
    .sort((a, b) => weight[a.severity] - weight[b.severity]);
}
