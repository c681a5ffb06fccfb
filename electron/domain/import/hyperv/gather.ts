/**
 * Sorts what the files of Hyper-V hosts hold by host, time and command, before any of it is
 * understood: facts of one host come from many files.
 */
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  shortText,
} from '../json-value';
import type { ProblemLog } from '../problems';
import { cmdletNamed, partsOfFileName } from './cmdlets';
import { hostIdOf, hostNamedBy } from './host-name';
import { memberOf, type RecordView, scalarOf } from './record-view';
import { type SectionStatus, Snapshot } from './snapshot';

/** Records of one file whose host is not known until all files were read. */
interface Homeless {
  readonly file: string;
  readonly records: readonly RecordView[];
  readonly cmdlets: readonly string[];
  readonly isComplete: boolean;
}

export interface FileSummary {
  readonly host: string | null;
  readonly cmdlets: readonly string[];
}

/** Records between two steps at most. */
const RECORDS_PER_STEP = 2000;
/** The same, when they were sorted by host. */
const HOSTS_PER_STEP = 50;
/** Stands for the host of a record that names none. */
const UNNAMED = '';

/** Gathers over all files of an import; ask for `snapshots` when the last has been added. */
export class Gatherer {
  readonly #log: ProblemLog;
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #homeless: Homeless[] = [];

  constructor(log: ProblemLog) {
    this.#log = log;
  }

  /** Adds the records of a collector file. @param root  the document without its records */
  addCollectorFile(
    file: string,
    root: JsonObject,
    records: readonly RecordView[],
    damaged: ReadonlySet<string>,
  ): FileSummary {
    const host = textOf(memberOf(root, 'host')) ?? partsOfFileName(file).prefix ?? hostIn(records);
    if (host === null) {
      this.#log.add(file, {
        place: 'host',
        found: 'no host name',
        expected: 'the name of the host',
        severity: 'lost',
        message:
          'The file does not say which host it is from, so nothing was taken from it; add "host" at its beginning.',
      });
      return { host: null, cmdlets: [] };
    }
    const collectedAt = textOf(memberOf(root, 'collectedAt'));
    const snapshot = this.#snapshot(host, collectedAt, file);
    const isElevated = memberOf(root, 'elevated') !== false;
    if (!isElevated) {
      this.#log.add(file, {
        place: 'elevated',
        found: 'false',
        expected: 'true',
        severity: 'doubt',
        message: `The collector did not run as administrator on ${host}, so empty lists count as not collected; run it again elevated.`,
      });
    }
    const sections = memberOf(root, 'sections');
    const byCmdlet = groupBy(records, (record) => record.place.cmdlet);
    const names = new Set([
      ...(isJsonObject(sections) ? Object.keys(sections).map(canonicalName) : []),
      ...byCmdlet.keys(),
    ]);
    for (const cmdlet of names) {
      const header = isJsonObject(sections) ? headerOf(sections, cmdlet) : undefined;
      const status = statusOf(header);
      const error = textOf(memberOf(header, 'error'));
      const own = byCmdlet.get(cmdlet) ?? [];
      this.#noteStatus(file, host, cmdlet, status, error);
      snapshot.add(cmdlet, {
        file,
        status: status ?? 'failed',
        error,
        isComplete:
          status === 'ok' &&
          error === null &&
          !damaged.has(cmdlet) &&
          (isElevated || own.length > 0),
        records: own.filter(isRead),
      });
    }
    return { host: snapshot.hostName, cmdlets: [...names] };
  }

  /** Adds records of plain command output. Steps often, so that the caller can stop in between. */
  *addCommandFile(
    file: string,
    records: readonly RecordView[],
    isComplete: boolean,
  ): Generator<void, FileSummary> {
    const { cmdlet, prefix } = partsOfFileName(file);
    const cmdlets = new Set<string>();
    const hostNames = new Map<string, string>();
    const hostIds: string[] = [];
    for (const [index, record] of records.entries()) {
      if (index % RECORDS_PER_STEP === RECORDS_PER_STEP - 1) yield;
      cmdlets.add(record.place.cmdlet);
      const name = hostNamedBy(record);
      const id = name === null ? UNNAMED : hostIdOf(name);
      if (name !== null && !hostNames.has(id)) hostNames.set(id, name);
      hostIds.push(id);
    }
    const [only = null] = hostNames.values();
    const isOfMany = 1 < hostNames.size;
    const fallback = hostNames.size === 1 ? only : prefix;
    const fallbackId = fallback === null ? UNNAMED : hostIdOf(fallback);
    if (fallback !== null && !hostNames.has(fallbackId)) hostNames.set(fallbackId, fallback);
    const homes = new Map<string, RecordView[]>();
    for (const [index, record] of records.entries()) {
      if (index % RECORDS_PER_STEP === RECORDS_PER_STEP - 1) yield;
      const named = hostIds[index] ?? UNNAMED;
      const id = named === UNNAMED ? fallbackId : named;
      const home = homes.get(id);
      if (home) home.push(record);
      else homes.set(id, [record]);
    }
    for (const [position, [id, own]] of [...homes].entries()) {
      if (position % HOSTS_PER_STEP === HOSTS_PER_STEP - 1) yield;
      const host = hostNames.get(id) ?? null;
      if (host === null) {
        this.#homeless.push({ file, records: own, cmdlets: namesOf(own), isComplete });
      } else this.#addTo(this.#snapshot(host, null, null), file, own, namesOf(own), isComplete);
    }
    if (records.length === 0 && cmdlet !== null) {
      cmdlets.add(cmdlet.name);
      if (prefix === null) {
        this.#homeless.push({ file, records: [], cmdlets: [cmdlet.name], isComplete });
      } else this.#addTo(this.#snapshot(prefix, null, null), file, [], [cmdlet.name], isComplete);
    }
    return { host: isOfMany ? null : fallback, cmdlets: [...cmdlets] };
  }

  /** By host and time, the oldest first; files without a time come before those with one. */
  snapshots(): readonly Snapshot[] {
    this.#placeHomeless();
    return [...this.#snapshots.values()].sort((a, b) =>
      (a.collectedAt ?? '') < (b.collectedAt ?? '') ? -1 : a.collectedAt === b.collectedAt ? 0 : 1,
    );
  }

  /** Output without a host name belongs to the only host there is, or to none. */
  #placeHomeless(): void {
    const hosts = new Map([...this.#snapshots.values()].map((one) => [one.hostId, one]));
    const [only] = hosts.values();
    for (const { file, records, cmdlets, isComplete } of this.#homeless.splice(0)) {
      const what = cmdlets.join(', ');
      if (hosts.size === 1 && only) {
        this.#addTo(this.#snapshot(only.hostName, null, null), file, records, cmdlets, isComplete);
        this.#log.add(file, {
          place: what,
          found: 'no host name',
          expected: 'a host name in the records or before the command in the file name',
          severity: 'doubt',
          message: `Nothing says on which host this was read; it was taken for ${only.hostName}, the only host of this import.`,
        });
        continue;
      }
      this.#log.add(file, {
        place: what,
        found: 'no host name',
        expected: 'a host name in the records or before the command in the file name',
        severity: 'lost',
        message: `Nothing says on which host this was read, so it was left out; name the file after host and command, as in HV07.${cmdlets[0] ?? 'Get-VM'}.json.`,
      });
    }
  }

  #addTo(
    snapshot: Snapshot,
    file: string,
    records: readonly RecordView[],
    cmdlets: readonly string[],
    isComplete: boolean,
  ): void {
    const byCmdlet = groupBy(records, (record) => record.place.cmdlet);
    for (const cmdlet of cmdlets) {
      const earlier = snapshot.section(cmdlet);
      if (earlier !== null && earlier.file !== file) {
        this.#log.add(file, {
          place: cmdlet,
          found: `${cmdlet} of ${snapshot.hostName} also in ${earlier.file}`,
          expected: 'one file per host and command',
          severity: 'note',
          message: `${cmdlet} of ${snapshot.hostName} is in two files; where they differ, ${file} counts.`,
        });
      }
      snapshot.add(cmdlet, {
        file,
        status: 'ok',
        error: null,
        isComplete,
        records: (byCmdlet.get(cmdlet) ?? []).filter(isRead),
      });
    }
  }

  #snapshot(host: string, collectedAt: string | null, file: string | null): Snapshot {
    const key = `${hostIdOf(host)}\n${collectedAt ?? ''}\n${collectedAt === null ? '' : (file ?? '')}`;
    let snapshot = this.#snapshots.get(key);
    if (snapshot === undefined) {
      snapshot = new Snapshot(host, collectedAt, file);
      this.#snapshots.set(key, snapshot);
    }
    return snapshot;
  }

  #noteStatus(
    file: string,
    host: string,
    cmdlet: string,
    status: SectionStatus | null,
    error: string | null,
  ): void {
    if (status === 'skipped' || (status === 'ok' && error === null)) return;
    const told = error === null ? '' : `: ${shortText(error)}`;
    const messages = {
      ok: `${cmdlet} on ${host} left some objects out${told}; what it did list was taken.`,
      'missing-command': `${host} does not have ${cmdlet}, so what it would tell stays unknown.`,
      failed: `${cmdlet} failed on ${host}${told}; what it would tell stays unknown.`,
    };
    this.#log.add(
      file,
      {
        place: `sections.${cmdlet}`,
        found: error ?? status ?? 'no status',
        expected: 'status ok',
        severity: 'note',
        message: messages[status ?? 'failed'],
      },
      'section status',
    );
  }
}

function isRead(record: RecordView): boolean {
  return cmdletNamed(record.place.cmdlet)?.isRead ?? false;
}

export function canonicalName(name: string): string {
  return cmdletNamed(name)?.name ?? name;
}

function headerOf(sections: JsonObject, cmdlet: string): JsonValue | undefined {
  return Object.entries(sections).find(([name]) => canonicalName(name) === cmdlet)?.[1];
}

function statusOf(header: JsonValue | undefined): SectionStatus | null {
  const status = textOf(memberOf(header, 'status'))?.toLowerCase();
  const all: readonly SectionStatus[] = ['ok', 'missing-command', 'failed', 'skipped'];
  return all.find((one) => one === status) ?? null;
}

function textOf(value: JsonValue | undefined): string | null {
  const text = scalarOf(value);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

function hostIn(records: readonly RecordView[]): string | null {
  for (const record of records) {
    const host = hostNamedBy(record);
    if (host !== null) return host;
  }
  return null;
}

function namesOf(records: readonly RecordView[]): readonly string[] {
  return [...new Set(records.map((record) => record.place.cmdlet))];
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Whether a root object is a list that PowerShell 5.1 wrapped: `{"value":[...],"Count":2}`. */
export function isWrappedList(root: JsonObject): boolean {
  return isJsonArray(root.value) && Object.hasOwn(root, 'Count');
}
