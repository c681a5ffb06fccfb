import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { pairVerdict } from '../../../electron/domain/verdict/pair-verdict';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import { generateEstate } from '../../estate/generate-estate';
import type { BenchCase } from '../harness';

const ESTATE = { seed: 7, hosts: 100, vms: 1000 } as const;

export const verdictCases: readonly BenchCase[] = [
  {
    id: 'verdict.matrix',
    title: 'Judge every VM on every host, 100 hosts × 200 VMs',
    unit: 'pairs',
    prepare: () => {
      const estate = generateEstate(ESTATE);
      const vms = estate.vms.slice(0, 200);
      return {
        amount: vms.length * estate.hosts.length,
        run: () => {
          const matrix = new Matrix(new Judge(estate, PRESET_ASSUMPTIONS, rules));
          for (const vm of vms) for (const host of estate.hosts) matrix.cell(vm, host, 'live');
        },
      };
    },
  },
  {
    id: 'verdict.window',
    title: 'The part of the matrix in view, 40 hosts × 40 VMs',
    unit: 'cells',
    prepare: () => {
      const estate = generateEstate(ESTATE);
      const matrix = new Matrix(new Judge(estate, PRESET_ASSUMPTIONS, rules));
      const vms = estate.vms.slice(0, 40);
      const hosts = estate.hosts.slice(0, 40);
      return {
        amount: vms.length * hosts.length,
        run: () => {
          for (const vm of vms) for (const host of hosts) matrix.cell(vm, host, 'live');
        },
      };
    },
  },
  {
    id: 'verdict.explain',
    title: 'Explain one pair in full, with evidence',
    unit: 'pairs',
    prepare: () => {
      const estate = generateEstate(ESTATE);
      const judge = new Judge(estate, PRESET_ASSUMPTIONS, rules);
      const vms = estate.vms.slice(0, 200);
      const [host] = estate.hosts;
      return {
        amount: vms.length,
        run: () => {
          for (const vm of vms) if (host) pairVerdict(judge, judge.judge(vm, host));
        },
      };
    },
  },
];
