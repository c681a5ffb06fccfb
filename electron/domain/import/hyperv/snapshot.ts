import type { HostId } from '../../../../shared/ids';
import { hostIdOf, shortHostName } from './host-name';
import type { RecordView } from './record-view';

export type SectionStatus = 'ok' | 'missing-command' | 'failed' | 'skipped';

/** What one command printed on one host. */
export interface Section {
  readonly file: string;
  readonly status: SectionStatus;
  /** What the command said when it failed. */
  readonly error: string | null;
  /** True when the list is whole: then what is not in it does not exist. */
  readonly isComplete: boolean;
  readonly records: readonly RecordView[];
}

/** Files of one host and command that are held against each other. */
export const MOST_VARIANTS = 8;

/** Everything that was collected on one host at one time. */
export class Snapshot {
  readonly hostId: HostId;
  readonly hostName: string;
  /** ISO 8601, UTC; `null` when the files do not say. */
  readonly collectedAt: string | null;
  /** The file that names the time, for the origin of the fact. */
  readonly collectedAtFile: string | null;
  readonly #sections = new Map<string, Section>();
  /** The same, file by file, where several files hold one command's output. */
  readonly #parts = new Map<string, Section[]>();

  constructor(hostName: string, collectedAt: string | null, file: string | null) {
    this.hostId = hostIdOf(hostName);
    this.hostName = shortHostName(hostName);
    this.collectedAt = collectedAt;
    this.collectedAtFile = file;
  }

  /** Adds records; of two sections of one command the later is added to the earlier. */
  add(cmdlet: string, section: Section): void {
    const parts = this.#parts.get(cmdlet);
    if (parts) parts.push(section);
    else this.#parts.set(cmdlet, [section]);
    const before = this.#sections.get(cmdlet);
    this.#sections.set(
      cmdlet,
      before === undefined
        ? section
        : {
            ...section,
            status: before.status === 'ok' ? before.status : section.status,
            isComplete: before.isComplete && section.isComplete,
            records: [...before.records, ...section.records],
          },
    );
  }

  section(cmdlet: string): Section | null {
    return this.#sections.get(cmdlet) ?? null;
  }

  records(cmdlet: string): readonly RecordView[] {
    return this.#sections.get(cmdlet)?.records ?? [];
  }

  first(cmdlet: string): RecordView | null {
    return this.records(cmdlet)[0] ?? null;
  }

  /** Whether what is not among the records of the command does not exist. */
  isComplete(cmdlet: string): boolean {
    return this.#sections.get(cmdlet)?.isComplete ?? false;
  }

  /**
   * What the host would look like if each file were right that another file contradicts: for every
   * file whose commands are in other files as well, the snapshot with that file's output alone.
   */
  variants(): readonly Snapshot[] {
    return this.#sharingFiles()
      .slice(0, MOST_VARIANTS)
      .map((file) => {
        const variant = new Snapshot(this.hostName, this.collectedAt, this.collectedAtFile);
        for (const [cmdlet, parts] of this.#parts) {
          const own = parts.filter((part) => part.file === file);
          for (const part of own.length > 0 ? own : parts) variant.add(cmdlet, part);
        }
        return variant;
      });
  }

  /** Files that share commands with others and have no variant, because there are too many. */
  uncomparedFiles(): readonly string[] {
    return this.#sharingFiles().slice(MOST_VARIANTS);
  }

  #sharingFiles(): readonly string[] {
    const shared = [...this.#parts.values()].filter(
      (parts) => new Set(parts.map(({ file }) => file)).size > 1,
    );
    return [...new Set(shared.flatMap((parts) => parts.map(({ file }) => file)))];
  }

  /** Lets go of all records, when everything was made of them. */
  release(): void {
    this.#sections.clear();
    this.#parts.clear();
  }
}
