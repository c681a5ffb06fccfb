/** Runs a command of the command line in a folder of its own, with everything it says gathered. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../../../electron/app/cli/run';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Workshop {
  readonly folder: string;
  readonly write: (name: string, content: string | object) => string;
  /** The arguments in one line, parted by spaces; quotes hold a text with spaces together. */
  readonly portolan: (line: string, env?: Record<string, string>) => Promise<Said>;
}

/** The folder is gone when the test file is done. */
export function workshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    write: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
    portolan: async (line, env = {}) => {
      let out = '';
      let err = '';
      const code = await run(wordsOf(line), {
        out: async (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        progress: () => undefined,
        onInterrupt: () => () => undefined,
        env,
        folder,
        projectFolder: folder,
        now: () => new Date('2026-03-01T10:00:00Z'),
      });
      return { code, out, err };
    },
  };
}

export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** HV01 gives VFs; the switch of HV02 was created without SR-IOV. sql-03 and web-01 run on HV01. */
export const TWO_HOSTS = {
  portolanInventory: 1,
  hosts: [hostOf('HV01', true), hostOf('HV02', false)],
  vms: ['sql-03', 'web-01'].map((name, index) => ({
    name,
    host: 'HV01',
    guestOs: 'Windows Server 2022',
    vnics: [{ name: 'Network Adapter', switchName: 'vs-prod', iovWeight: index === 0 ? 100 : 0 }],
  })),
};

function hostOf(name: string, iovEnabled: boolean) {
  return {
    name,
    os: 'Windows Server 2022 Datacenter',
    cluster: 'PROD',
    processor: 'Intel Xeon Gold 6248R',
    iovSupport: true,
    adapters: [{ name: 'NIC1', model: 'Intel X710' }],
    switches: [{ name: 'vs-prod', adapters: ['NIC1'], iovEnabled }],
  };
}
