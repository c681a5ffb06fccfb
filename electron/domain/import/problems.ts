import type { ImportProblem } from '../../../shared/model/import';

/** Problems of one file that are listed one by one; beyond, they are counted. */
const LISTED_PER_FILE = 1000;
/** Problems of one kind and file that are listed one by one. */
const LISTED_PER_KIND = 50;

export type ProblemText = Omit<ImportProblem, 'file'>;

/** Gathers the problems of an import, and keeps a file with one error ten thousand times readable. */
export class ProblemLog {
  readonly #listed: ImportProblem[] = [];
  readonly #countOf = new Map<string, number>();
  readonly #leftOut = new Map<string, { file: string; count: number; example: ImportProblem }>();

  /** @param kind  what makes problems alike; the property's name, say */
  add(file: string, problem: ProblemText, kind = problem.expected): void {
    const entry: ImportProblem = { file, ...problem };
    const kindKey = `${file}\n${problem.severity}\n${kind}`;
    const ofKind = this.#count(kindKey);
    const ofFile = this.#count(file);
    if (ofKind <= LISTED_PER_KIND && ofFile <= LISTED_PER_FILE) {
      this.#listed.push(entry);
      return;
    }
    const leftOut = this.#leftOut.get(kindKey);
    if (leftOut) leftOut.count += 1;
    else this.#leftOut.set(kindKey, { file, count: 1, example: entry });
  }

  /** Whether anything was said about the file. */
  hasProblemOf(file: string): boolean {
    return this.#countOf.has(file);
  }

  /** Everything so far; what was not listed one by one is told in one line per kind. */
  all(): ImportProblem[] {
    const summaries = [...this.#leftOut.values()].map(
      ({ count, example }): ImportProblem => ({
        ...example,
        place: `${example.place} and ${count === 1 ? 'no other place' : `${count - 1} further places`}`,
        message: `${example.message} (${count} more like the ones listed)`,
      }),
    );
    return [...this.#listed, ...summaries];
  }

  #count(key: string): number {
    const count = (this.#countOf.get(key) ?? 0) + 1;
    this.#countOf.set(key, count);
    return count;
  }
}
