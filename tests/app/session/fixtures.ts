/** A small plan in a folder of its own, with a clock that goes on by a second at every look. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HashedFile, PlanSession } from '../../../electron/app/session/plan-session';
import { fileOfBytes } from '../../../electron/domain/import/import-files';

export interface Workbench {
  readonly path: string;
  readonly folder: string;
  session: PlanSession;
  readonly reopen: () => void;
  readonly tidy: () => void;
}

export function workbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-session-'));
  const path = join(folder, 'plan.portolan');
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 2, 1, 10, 0, seconds++));
  const bench: Workbench = {
    folder,
    path,
    session: PlanSession.create(path, 'Refresh 2026', { now }),
    reopen: () => {
      bench.session.close();
      bench.session = PlanSession.open(path, { now });
    },
    tidy: () => {
      bench.session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bench;
}

/** Hosts A and B with a switch each; sql-03 runs on A. */
export function inventory(iovOnB: boolean, vms: readonly string[] = ['sql-03']): HashedFile {
  return {
    sha256: 'abc',
    ...fileOfBytes(
      'estate.json',
      new TextEncoder().encode(
        JSON.stringify({
          portolanInventory: 1,
          hosts: ['A', 'B'].map((name) => ({
            name,
            os: 'Windows Server 2019',
            cluster: 'PROD',
            processor: 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz',
            iovSupport: true,
            adapters: [{ name: 'NIC1', model: 'Intel X710' }],
            switches: [{ name: 'vs', adapters: ['NIC1'], iovEnabled: name === 'A' || iovOnB }],
          })),
          vms: vms.map((name) => ({
            name,
            host: 'A',
            guestOs: 'Windows Server 2019',
            vnics: [{ name: 'nic', switchName: 'vs', iovWeight: 100 }],
          })),
        }),
      ),
    ),
  };
}

export function idOfHost({ estate }: PlanSession, name: string): string {
  return estate.hosts.find((host) => host.name === name)?.id ?? '';
}
