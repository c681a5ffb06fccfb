/** The main side of the plan worker: questions with answers, jobs with events. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Events } from '../../../shared/contract';
import { Refusal, type Reply } from '../../../shared/fault';
import type { PlanState } from '../../../shared/model/plan';
import type { FromWorker, ToWorker, WorkerData, WorkerJob, WorkerQuestion } from './protocol';

export interface PlanClientListener {
  readonly onJob: (event: Events['job']) => void;
  readonly onPlanChanged: (state: PlanState | null) => void;
  /** The worker is gone; whatever waited has been refused. */
  readonly onCrash: (cause: unknown) => void;
}

const ENDS: readonly Events['job']['kind'][] = ['done', 'failed', 'cancelled'];

export class PlanClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: Reply<unknown>) => void>();
  readonly #jobs = new Set<string>();
  #lastId = 0;
  #lastJob = 0;

  constructor(listener: PlanClientListener, nativeBinding: string | undefined) {
    this.#worker = new Worker(join(__dirname, 'plan-worker.cjs'), {
      workerData: { nativeBinding } satisfies WorkerData,
    });
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind === 'job') {
        if (ENDS.includes(message.event.kind)) this.#jobs.delete(message.event.jobId);
        listener.onJob(message.event);
      } else if (message.kind === 'plan-changed') listener.onPlanChanged(message.state);
      else this.#settle(message.id, message.reply);
    });
    this.#worker.on('error', (cause) => {
      const fault = new Refusal(
        'app.bug',
        'The part of Portolan that holds the plan stopped.',
        'Open the plan again; every edit was saved.',
      ).fault;
      for (const id of [...this.#waiting.keys()]) this.#settle(id, { ok: false, fault });
      for (const jobId of this.#jobs) listener.onJob({ jobId, kind: 'failed', fault });
      this.#jobs.clear();
      listener.onCrash(cause);
    });
  }

  ask(question: WorkerQuestion): Promise<Reply<unknown>> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ kind: 'question', id, question });
    });
  }

  /** @returns the id under which the job's events come */
  start(work: WorkerJob): string {
    const jobId = `job-${++this.#lastJob}`;
    this.#jobs.add(jobId);
    this.#send({ kind: 'start', jobId, work });
    return jobId;
  }

  cancel(jobId: string): void {
    this.#send({ kind: 'cancel', jobId });
  }

  async close(): Promise<void> {
    await this.ask({ ask: 'close' });
    await this.#worker.terminate();
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #settle(id: number, reply: Reply<unknown>): void {
    this.#waiting.get(id)?.(reply);
    this.#waiting.delete(id);
  }
}
