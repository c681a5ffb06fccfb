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
import { memberOf, scalarOf } from './record-view';
import { type GatheredRecord, type SectionStatus, Snapshot, viewOf } from './snapshot';

/** Records of one file whose host is not known until all files were read. */
interface Homeless {
  readonly file: string;
  readonly records: readonly GatheredRecord[];
  readonly cmdlets: readonly string[];
  readonly isComplete: boolean;
}

export interface FileSummary {
  readonly host: string | null;
  readonly cmdlets: readonly string[];
}

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
    records: readonly GatheredRecord[],
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
    const byCmdlet = groupBy(records, (record) => record.cmdlet);
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
        records: own.filter(({ cmdlet: name }) => cmdletNamed(name)?.isRead ?? false).map(viewOf),
      });
    }
    return { host: snapshot.hostName, cmdlets: [...names] };
  }

  /** Adds records of plain command output. */
  addCommandFile(
    file: string,
    records: readonly GatheredRecord[],
    isComplete: boolean,
  ): FileSummary {
    const { cmdlet, prefix } = partsOfFileName(file);
    const cmdlets = [...new Set(records.map((record) => record.cmdlet))];
    if (records.length === 0 && cmdlet !== null) cmdlets.push(cmdlet.name);
    const named = records.map((record) => hostNamedBy(record.raw, record.cmdlet));
    const distinct = new Set(named.flatMap((name) => (name === null ? [] : [hostIdOf(name)])));
    const first = named.find((name) => name !== null) ?? null;
    const fallback = distinct.size === 1 ? first : prefix;
    const homes = groupBy(
      records.map((record, index) => ({ record, host: named[index] ?? fallback })),
      ({ host }) => (host === null ? '' : hostIdOf(host)),
    );
    for (const members of homes.values()) {
      const host = members[0]?.host ?? null;
      const own = members.map(({ record }) => record);
      if (host === null) {
        this.#homeless.push({ file, records: own, cmdlets: namesOf(own), isComplete });
      } else this.#addTo(this.#snapshot(host, null, null), file, own, namesOf(own), isComplete);
    }
    if (records.length === 0 && cmdlets.length > 0) {
      if (prefix === null) this.#homeless.push({ file, records: [], cmdlets, isComplete });
      else this.#addTo(this.#snapshot(prefix, null, null), file, [], cmdlets, isComplete);
    }
    return { host: 1 < distinct.size ? null : fallback, cmdlets };
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
    records: readonly GatheredRecord[],
    cmdlets: readonly string[],
    isComplete: boolean,
  ): void {
    const byCmdlet = groupBy(records, (record) => record.cmdlet);
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
        records: (byCmdlet.get(cmdlet) ?? [])
          .filter(({ cmdlet: name }) => cmdletNamed(name)?.isRead ?? false)
          .map(viewOf),
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

function hostIn(records: readonly GatheredRecord[]): string | null {
  for (const { raw, cmdlet } of records) {
    const host = hostNamedBy(raw, cmdlet);
    if (host !== null) return host;
  }
  return null;
}

function namesOf(records: readonly GatheredRecord[]): readonly string[] {
  return [...new Set(records.map((record) => record.cmdlet))];
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
