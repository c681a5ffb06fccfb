/**
 * A bridge without Electron: the real handlers and rules over an estate in memory, so that the
 * screens can be looked at in a browser. It can be told to be slow, empty or broken.
 */

import { compareJob } from '../../electron/app/session/compare-job';
import { findingsJob } from '../../electron/app/session/findings-job';
import { type PlanMethod, planHandlers } from '../../electron/app/session/plan-handlers';
import type { PlanSession } from '../../electron/app/session/plan-session';
import { summariseJob } from '../../electron/app/session/summarise-job';
import { editedFact } from '../../electron/app/store/estate-store';
import { Catalogue, SHIPPED_CATALOGUE } from '../../electron/domain/catalogue/catalogue';
import type { OwnRowTypes } from '../../electron/domain/catalogue/own-tables';
import { withOwnRows } from '../../electron/domain/catalogue/with-own-rows';
import { mergeEstates } from '../../electron/domain/import/merge-estates';
import { rules } from '../../electron/domain/rules/catalogue';
import { describeRule } from '../../electron/domain/rules/describe';
import { Judge } from '../../electron/domain/verdict/judge';
import { Matrix } from '../../electron/domain/verdict/matrix';
import { totalsOf } from '../../electron/domain/verdict/summary';
import type { Events, MethodName, PortolanBridge, RequestOf } from '../../shared/contract';
import type { Settings } from '../../shared/contract/app';
import { type Fact, importedUnder } from '../../shared/fact';
import { type Fault, Refusal, type Reply } from '../../shared/fault';
import { type Assumptions, PRESET_ASSUMPTIONS } from '../../shared/model/assumptions';
import type { OwnRowTable } from '../../shared/model/catalogue';
import { packCell } from '../../shared/model/cell';
import type { StoredConflict } from '../../shared/model/conflict';
import { EMPTY_ESTATE, type Estate } from '../../shared/model/estate';
import type { ImportedFile, ImportProblem } from '../../shared/model/import';
import type { PlanState } from '../../shared/model/plan';
import type { Snapshot } from '../../shared/model/snapshot';
import { OUTCOMES, type VmSummary } from '../../shared/model/verdict';
import { type Waiver, type WaiverSubject, waiverKey } from '../../shared/model/waiver';

export interface MockWishes {
  /** `null`: no plan is open. */
  readonly estate: Estate | null;
  readonly files?: readonly ImportedFile[];
  readonly problems?: readonly ImportProblem[];
  readonly conflicts?: readonly StoredConflict[];
  readonly planName?: string;
  readonly hasRecent?: boolean;
  /** Cells made up from a hash instead of judged: for plans of millions of cells. */
  readonly madeUpCells?: boolean;
  /** Methods that never answer, and methods that are refused. */
  readonly silent?: readonly MethodName[];
  readonly broken?: readonly MethodName[];
  readonly theme?: Settings['theme'];
  /** What an import brings. */
  readonly toImport?: Estate;
  readonly collectorText?: string;
}

/** What a method that never answers answers. */
const NEVER = new Promise<never>(() => undefined);

const BROKEN: Fault = {
  code: 'plan.damaged',
  message: 'The plan file cannot be read: its disk does not answer.',
  next: 'Check the drive that holds it, then try again.',
  retryable: true,
};

type Listeners = { [E in keyof Events]: Set<(payload: Events[E]) => void> };

class MemorySession {
  revision = 1;
  name: string;
  estate: Estate;
  files: readonly (ImportedFile & { readonly importedAt: string })[];
  problems: readonly ImportProblem[];
  assumptions: Assumptions = PRESET_ASSUMPTIONS;
  waivers: readonly Waiver[] = [];
  catalogue: Catalogue = SHIPPED_CATALOGUE;
  snapshots: readonly Snapshot[] = [];
  conflicts: readonly StoredConflict[];
  readonly #kept = new Map<string, Judge>();
  readonly #done: { readonly words: string; readonly back: () => void }[] = [];
  readonly #undone: string[] = [];
  #judge: Judge | null = null;
  #matrix: Matrix | null = null;

  constructor(wishes: MockWishes, estate: Estate) {
    this.name = wishes.planName ?? 'Autumn refresh';
    this.estate = estate;
    this.files = (wishes.files ?? []).map((file) => ({
      ...file,
      importedAt: '2025-11-24T09:40:00Z',
    }));
    this.problems = wishes.problems ?? [];
    this.conflicts = wishes.conflicts ?? [];
  }

  get judge(): Judge {
    this.#judge ??= new Judge(
      withOwnRows(this.estate, this.catalogue),
      this.assumptions,
      rules,
      this.waivers,
      this.catalogue,
    );
    return this.#judge;
  }

  get matrix(): Matrix {
    this.#matrix ??= new Matrix(this.judge);
    return this.#matrix;
  }

  get state(): PlanState {
    return {
      name: this.name,
      fileName: 'autumn-refresh.portolan',
      revision: this.revision,
      savedAt: new Date().toISOString(),
      undo: this.#done.at(-1)?.words ?? null,
      redo: this.#undone.at(-1) ?? null,
      assumptions: this.assumptions,
      isDemonstration: false,
      id: 'plan-1',
      readOnly: false,
    };
  }

  vm(id: string) {
    const vm = this.judge.vm(id);
    if (vm === null) throw new Refusal('verdict.unknown-vm', 'This VM is no longer in the plan.');
    return vm;
  }

  host(id: string) {
    const host = this.judge.host(id);
    if (host === null) throw new Refusal('verdict.unknown-host', 'This host is no longer here.');
    return host;
  }

  rename(name: string): void {
    this.#change(`Rename to “${name}”`, () => {
      this.name = name;
    });
  }

  setAssumption(name: keyof Assumptions, choice: string): void {
    this.#change(`Assumption: ${name}`, () => {
      this.assumptions = { ...this.assumptions, [name]: choice };
    });
  }

  editFacts(
    words: string,
    edits: readonly { recordId: string; field: string }[],
    value: unknown,
  ): void {
    this.#change(words, () => {
      for (const { recordId, field } of edits) {
        this.estate = withFact(this.estate, recordId, field, value);
      }
    });
  }

  editFact(words: string, edit: { recordId: string; field: string }, value: unknown): void {
    this.#change(words, () => {
      this.estate = withFact(this.estate, edit.recordId, edit.field, value);
    });
  }

  setWaivers(words: string, subjects: readonly WaiverSubject[], note: string): void {
    this.#change(words, () => {
      const setAt = new Date().toISOString();
      this.waivers = [
        ...subjects.map((subject) => ({ ...subject, note, setAt })),
        ...this.#waiversBut(subjects),
      ];
    });
  }

  setOwnRow<T extends OwnRowTable>(
    words: string,
    table: T,
    row: OwnRowTypes[T],
    replaced: string | null,
  ): void {
    this.#change(words, () => {
      const own = this.catalogue.own[table].filter(({ id }) => id !== row.id && id !== replaced);
      this.catalogue = new Catalogue({ ...this.catalogue.own, [table]: [...own, row] });
    });
  }

  removeOwnRow(words: string, table: OwnRowTable, id: string): void {
    this.#change(words, () => {
      const own = this.catalogue.own[table].filter((row) => row.id !== id);
      this.catalogue = new Catalogue({ ...this.catalogue.own, [table]: own });
    });
  }

  removeWaivers(words: string, subjects: readonly WaiverSubject[]): void {
    this.#change(words, () => {
      this.waivers = this.#waiversBut(subjects);
    });
  }

  #waiversBut(subjects: readonly WaiverSubject[]): readonly Waiver[] {
    const gone = new Set(subjects.map(waiverKey));
    return this.waivers.filter((waiver) => !gone.has(waiverKey(waiver)));
  }

  history() {
    const at = new Date().toISOString();
    const entries = this.#done
      .map(({ words }, index) => ({
        number: index + 1,
        editedAt: at,
        description: words,
        isUndone: false,
      }))
      .reverse();
    return { total: entries.length, entries };
  }

  makeSnapshot(name: string): void {
    const id = `snapshot-${this.#kept.size + 1}`;
    this.#kept.set(id, this.judge);
    const { hosts, vms } = this.estate;
    this.#change(`Snapshot “${name}”`, () => {
      const one = {
        id,
        name,
        madeAt: new Date().toISOString(),
        isAutomatic: name.startsWith('Before import'),
        hostCount: hosts.length,
        vmCount: vms.length,
      };
      this.snapshots = [one, ...this.snapshots];
    });
  }

  judgeAt(id: string | null): Judge {
    return id === null ? this.judge : (this.#kept.get(id) ?? this.judge);
  }

  settleConflict(id: string, side: StoredConflict['choice']): void {
    this.#change('Settled', () => {
      this.conflicts = this.conflicts.map((one) =>
        one.id === id ? { ...one, choice: side } : one,
      );
    });
  }

  take(estate: Estate, words: string): void {
    this.#change(words, () => {
      this.estate = mergeEstates(this.estate, estate).estate;
    });
  }

  undo(): void {
    const last = this.#done.pop();
    if (last === undefined) throw new Refusal('edit.nothing-to-undo', 'There is nothing to undo.');
    last.back();
    this.#undone.push(last.words);
    this.#renew();
  }

  redo(): void {
    this.#undone.pop();
    this.#renew();
  }

  #change(words: string, change: () => void): void {
    const { name, estate, assumptions, waivers, snapshots, conflicts, catalogue } = this;
    change();
    this.#done.push({
      words,
      back: () =>
        Object.assign(this, {
          name,
          estate,
          assumptions,
          waivers,
          snapshots,
          conflicts,
          catalogue,
        }),
    });
    this.#renew();
  }

  #renew(): void {
    this.revision += 1;
    this.#judge = null;
    this.#matrix = null;
  }
}

export function mockBridge(wishes: MockWishes): PortolanBridge & { emit: Emit } {
  const listeners: Listeners = {
    job: new Set(),
    'plan-changed': new Set(),
    command: new Set(),
    refused: new Set(),
  };
  const emit: Emit = (name, payload) => {
    for (const listener of [...listeners[name]]) listener(payload);
  };
  let session = wishes.estate === null ? null : new MemorySession(wishes, wishes.estate);
  let settings: Settings = {
    theme: wishes.theme ?? 'system',
    moveKind: 'live',
    inspectorWidthPixels: 380,
  };
  const cancelled = new Set<string>();
  let jobs = 0;

  const open = () => {
    if (session === null) throw new Refusal('plan.not-open', 'No plan is open.', 'Open one first.');
    return session;
  };
  const announce = () => emit('plan-changed', session?.state ?? null);
  const reopen = (estate: Estate) => {
    session = new MemorySession(wishes, estate);
    announce();
    return session.state;
  };

  /** Runs work in slices, as the worker does. */
  const startJob = (work: (jobId: string) => AsyncGenerator<unknown, unknown>) => {
    jobs += 1;
    const jobId = `job-${jobs}`;
    void (async () => {
      const steps = work(jobId);
      for (;;) {
        const next = await steps.next();
        if (cancelled.has(jobId)) return emit('job', { jobId, kind: 'cancelled' });
        if (next.done) return emit('job', { jobId, kind: 'done', result: next.value });
        await pause(0);
      }
    })();
    return { jobId };
  };

  const handlers: { [name: string]: (request: never) => unknown } = {
    'app.info': () => ({
      version: '0.1.0',
      electron: '45.4.1',
      chromium: '150.0',
      node: '24.9.0',
      runtime: 'a browser with a mock of Electron',
      platform: 'linux x64',
      rulesVersion: '1.0',
      ruleCount: rules.length,
      catalogueVersion: '1.0',
    }),
    'app.refusals': () => [],
    'app.settings': () => settings,
    'app.change-settings': (change: Partial<Settings>) => {
      settings = { ...settings, ...change };
      return settings;
    },
    'app.copy': ({ text }: { text: string }) => {
      Object.assign(window, { copied: text });
      return null;
    },
    'app.reveal': () => null,
    'rules.list': () => rules.map(describeRule),
    'collector.text': () => ({
      fileName: 'Collect-PortolanHost.ps1',
      text: wishes.collectorText ?? 'Get-VMHost | ConvertTo-Json\n'.repeat(60),
    }),
    'collector.save': () => ({ fileName: 'Collect-PortolanHost.ps1' }),
    'jobs.cancel': ({ jobId }: { jobId: string }) => {
      cancelled.add(jobId);
      return null;
    },
    'plans.state': () => session?.state ?? null,
    'plans.recent': () =>
      wishes.hasRecent === false
        ? []
        : [
            {
              token: 'a',
              name: 'Autumn refresh',
              folder: 'C:\\Plans',
              openedAt: '2025-11-24T08:12:00Z',
              isThere: true,
            },
            {
              token: 'b',
              name: 'Rechenzentrum Süd — Ablösung der Gen9-Hosts, Entwurf für den Lenkungsausschuss',
              folder: 'D:\\Projekte\\Virtualisierung\\2025\\Rechenzentrum Süd\\Ablösung\\Entwürfe',
              openedAt: '2025-11-20T16:40:00Z',
              isThere: false,
            },
          ],
    'plans.create': () => reopen(EMPTY_ESTATE),
    'plans.open': () => reopen(wishes.toImport ?? EMPTY_ESTATE),
    'plans.open-demonstration': () => reopen(wishes.toImport ?? EMPTY_ESTATE),
    'plans.save-as': () => open().state,
    'plans.close': () => {
      session = null;
      announce();
      return null;
    },
    'imports.pick': () => [{ token: 'f1', name: 'HV01-portolan.json', sizeBytes: 48_000 }],
    'imports.start': ({ tokens }: { tokens: string[] }) =>
      startJob(async function* (jobId) {
        const from = open();
        for (let step = 0; step < 12; step += 1) {
          emit('job', {
            jobId,
            kind: 'progress',
            fraction: step / 12,
            step: `Reading HV0${step}-portolan.json`,
          });
          yield await pause(120);
        }
        from.take(wishes.toImport ?? EMPTY_ESTATE, `Import of ${tokens.length} files`);
        from.files = (wishes.files ?? []).map((file) => ({
          ...file,
          importedAt: new Date().toISOString(),
        }));
        announce();
        return {
          files: from.files,
          problemCount: from.problems.length,
          hosts: from.estate.hosts.length,
          vms: from.estate.vms.length,
          conflictCount: from.conflicts.length,
          snapshotId: null,
        };
      }),
    'reports.start': () =>
      startJob(async function* (jobId) {
        for (let step = 0; step < 8; step += 1) {
          emit('job', { jobId, kind: 'progress', fraction: step / 8, step: 'Judging every VM' });
          yield await pause(200);
        }
        return { fileName: 'Autumn refresh.html', token: 'r1', sizeBytes: 184_320 };
      }),
    'findings.start': ({ kind }: RequestOf<'findings.start'>) =>
      startJob(async function* (jobId) {
        for (const work = findingsJob(open() as unknown as PlanSession, kind); ; ) {
          const until = performance.now() + 25;
          let next = work.next();
          while (!next.done && !('partial' in next.value) && performance.now() < until) {
            next = work.next();
          }
          if (next.done) return next.value;
          const step = next.value;
          emit(
            'job',
            'partial' in step
              ? { jobId, kind: 'partial', partial: step.partial }
              : { jobId, kind: 'progress', ...step },
          );
          yield null;
        }
      }),
    'snapshots.compare-start': (wish: RequestOf<'snapshots.compare-start'>) =>
      startJob(async function* (jobId) {
        for (const work = compareJob(open() as unknown as PlanSession, wish); ; ) {
          const next = work.next();
          if (next.done) return next.value;
          const step = next.value;
          emit(
            'job',
            'partial' in step
              ? { jobId, kind: 'partial', partial: step.partial }
              : { jobId, kind: 'progress', ...step },
          );
          yield null;
        }
      }),
    'verdicts.summarise-start': ({ kind }: RequestOf<'verdicts.summarise-start'>) =>
      startJob(async function* (jobId) {
        const session = open() as unknown as PlanSession;
        if (wishes.madeUpCells) return yield* madeUpSummaries(session, jobId, emit);
        for (const work = summariseJob(session, kind); ; ) {
          const next = work.next();
          if (next.done) return next.value;
          const step = next.value;
          emit(
            'job',
            'partial' in step
              ? { jobId, kind: 'partial', partial: step.partial }
              : { jobId, kind: 'progress', ...step },
          );
          yield null;
        }
      }),
  };
  if (wishes.madeUpCells) {
    handlers['verdicts.window'] = ({ vmIds, hostIds }: RequestOf<'verdicts.window'>) => ({
      revision: open().revision,
      cells: Uint8Array.from(vmIds.flatMap((vm) => hostIds.map((host) => madeUpCell(vm + host)))),
    });
  }

  return {
    emit,
    async call(name, request) {
      if (wishes.silent?.includes(name)) return NEVER;
      await pause(wishes.madeUpCells ? 12 : 1);
      if (wishes.broken?.includes(name)) return { ok: false, fault: BROKEN };
      try {
        const own = handlers[name];
        if (own !== undefined) return { ok: true, value: own(request as never) } as Reply<never>;
        const now = open();
        const before = now.revision;
        const handler = planHandlers[name as PlanMethod] as (s: unknown, r: unknown) => unknown;
        const value = handler(now as unknown as PlanSession, request);
        if (now.revision !== before) announce();
        return { ok: true, value } as Reply<never>;
      } catch (thrown) {
        if (thrown instanceof Refusal) return { ok: false, fault: thrown.fault };
        throw thrown;
      }
    },
    on(name, listener) {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
    tokensForDroppedFiles: async (files) =>
      (files as readonly File[]).map(({ name, size }, at) => ({
        token: `d${at}`,
        name,
        sizeBytes: size,
      })),
  };
}

type Emit = <E extends keyof Events>(name: E, payload: Events[E]) => void;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

interface Factual {
  readonly id: string;
  readonly facts: { readonly [field: string]: unknown };
}

/** The estate with one fact typed over; `undefined` takes the imported one back. */
function withFact(estate: Estate, recordId: string, field: string, value: unknown): Estate {
  const change = <R extends Factual>(record: R): R => {
    if (record.id !== recordId) return record;
    const now = record.facts[field] as Fact<unknown>;
    const imported = importedUnder(now) ?? now;
    const next = value === undefined ? imported : editedFact(value, imported);
    return { ...record, facts: { ...record.facts, [field]: next } };
  };
  return {
    clusters: estate.clusters.map(change),
    hosts: estate.hosts.map((host) => ({
      ...change(host),
      adapters: host.adapters.map(change),
      switches: host.switches.map(change),
    })),
    vms: estate.vms.map((vm) => ({ ...change(vm), vnics: vm.vnics.map(change) })),
  };
}

function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  return value >>> 0;
}

function madeUpCell(seed: string): number {
  const draw = hash(seed) % 100;
  const outcome = draw < 55 ? 0 : draw < 60 ? 1 : draw < 78 ? 2 : draw < 92 ? 3 : 4;
  const path = outcome === 2 ? 'vmdq' : outcome === 1 ? 'sriov' : 'software';
  return packCell({ outcome: OUTCOMES[outcome] ?? 'keeps', path, warned: draw % 11 === 0 });
}

function madeUpSummary(vmId: string): VmSummary {
  const draw = hash(vmId);
  const counts = {
    keeps: draw % 300,
    improves: draw % 20,
    'falls-back': draw % 200,
    blocked: draw % 400,
    undecided: draw % 80,
  };
  const portability =
    (['portable', 'falls-back', 'blocked', 'undecided', 'portable'] as const)[draw % 5] ??
    'portable';
  return {
    vmId: vmId as VmSummary['vmId'],
    counts,
    nowPaths: [draw % 2 === 0 ? 'sriov' : 'vmdq'],
    portability,
  };
}

async function* madeUpSummaries({ estate, revision }: PlanSession, jobId: string, emit: Emit) {
  const summaries = estate.vms.map(({ id }) => madeUpSummary(id));
  for (let at = 0; at < summaries.length; at += 100) {
    emit('job', { jobId, kind: 'partial', partial: summaries.slice(at, at + 100) });
    emit('job', { jobId, kind: 'progress', fraction: at / summaries.length, step: 'Judging' });
    yield null;
  }
  return { totals: totalsOf(estate.hosts.length, summaries), revision };
}
