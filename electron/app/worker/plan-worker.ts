/**
 * The thread that holds the open plan, so that no window ever waits for a database or a verdict.
 * Long work runs in slices; questions and cancellations are heard in between.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Reply } from '../../../shared/fault';
import { Refusal } from '../../../shared/fault';
import { readForImport } from '../files/read-for-import';
import { toFault } from '../log';
import { compareJob } from '../session/compare-job';
import { findingsJob } from '../session/findings-job';
import { planHandlers } from '../session/plan-handlers';
import { PlanSession } from '../session/plan-session';
import { reportJob } from '../session/report-job';
import { Cancelled, finish, runSteps, type Step } from '../session/steps';
import { summariseJob } from '../session/summarise-job';
import type { FromWorker, ToWorker, WorkerData, WorkerJob, WorkerQuestion } from './protocol';

const port = parentPort;
if (port === null) throw new Error('the plan worker runs as a worker thread only');
const { nativeBinding } = workerData as WorkerData;

let session: PlanSession | null = null;
const cancelled = new Set<string>();

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'question':
      void reply(message.id, message.question);
      break;
    case 'start':
      void run(message.jobId, message.work);
      break;
    case 'cancel':
      cancelled.add(message.jobId);
      break;
  }
});

function send(message: FromWorker): void {
  port?.postMessage(message);
}

async function reply(id: number, question: WorkerQuestion): Promise<void> {
  const before = session?.revision ?? 0;
  let answer: Reply<unknown>;
  try {
    answer = { ok: true, value: await respond(question) };
  } catch (thrown) {
    answer = { ok: false, fault: toFault(thrown, question.ask) };
  }
  send({ kind: 'reply', id, reply: answer });
  if (question.ask !== 'state' && (session?.revision ?? 0) !== before) announce();
}

function announce(): void {
  send({ kind: 'plan-changed', state: session?.state ?? null });
}

async function respond(question: WorkerQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'open': {
      const opened = PlanSession.open(question.path, {
        nativeBinding,
        isDemonstration: question.isDemonstration,
      });
      session?.close();
      session = opened;
      return session.state;
    }
    case 'create': {
      const { path, name, isDemonstration } = question;
      const created = PlanSession.create(path, name, { nativeBinding, isDemonstration });
      if (0 < question.files.length) finish(created.import(await readForImport(question.files)));
      session?.close();
      session = created;
      return session.state;
    }
    case 'copy': {
      const { revision } = openSession();
      openSession().copyTo(question.path);
      const copy = PlanSession.open(question.path, {
        nativeBinding,
        firstRevision: revision + 1,
      });
      session?.close();
      session = copy;
      return session.state;
    }
    case 'close':
      session?.close();
      session = null;
      return null;
    case 'state':
      return session?.state ?? null;
    case 'method': {
      // Main has checked the request against the contract of this very method.
      const handler = planHandlers[question.method] as (
        s: PlanSession,
        request: unknown,
      ) => unknown;
      return handler(openSession(), question.request);
    }
  }
}

function openSession(): PlanSession {
  if (session === null) {
    throw new Refusal('plan.not-open', 'No plan is open.', 'Open a plan or create one.');
  }
  return session;
}

async function run(jobId: string, work: WorkerJob): Promise<void> {
  const before = session?.revision ?? 0;
  try {
    const generator = await jobOf(work);
    const result = await runSteps(generator, {
      isCancelled: () => cancelled.has(jobId),
      onStep: (step) => {
        send({
          kind: 'job',
          event:
            'partial' in step
              ? { jobId, kind: 'partial', partial: step.partial }
              : { jobId, kind: 'progress', ...step },
        });
      },
    });
    send({ kind: 'job', event: { jobId, kind: 'done', result } });
  } catch (thrown) {
    send({
      kind: 'job',
      event:
        thrown instanceof Cancelled
          ? { jobId, kind: 'cancelled' }
          : { jobId, kind: 'failed', fault: toFault(thrown, work.job) },
    });
  } finally {
    cancelled.delete(jobId);
  }
  if ((session?.revision ?? 0) !== before) announce();
}

async function jobOf(
  work: WorkerJob,
): Promise<Generator<Step | { readonly partial: unknown }, unknown>> {
  switch (work.job) {
    case 'import':
      return openSession().import(await readForImport(work.files));
    case 'summarise':
      return summariseJob(openSession(), work.kind);
    case 'findings':
      return findingsJob(openSession(), work.kind);
    case 'compare':
      return compareJob(openSession(), work);
    case 'report':
      return reportJob(openSession(), work);
  }
}
