import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlanSession } from '../../../electron/app/session/plan-session';
import { estateChanges, loadEstate } from '../../../electron/app/store/estate-store';
import { Journal } from '../../../electron/app/store/journal';
import { closePlanFile, createPlanFile, openPlan } from '../../../electron/app/store/plan-file';
import { Rows } from '../../../electron/app/store/rows';
import { generateEstate } from '../../estate/generate-estate';
import type { BenchCase } from '../harness';

const ESTATE = { seed: 7, hosts: 200, vms: 2000 } as const;

export const storeCases: readonly BenchCase[] = [
  {
    id: 'store.save',
    title: 'Save an estate of 200 hosts and 2,000 VMs as one edit',
    unit: 'VMs',
    prepare: () => {
      const estate = generateEstate(ESTATE);
      const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
      return {
        amount: estate.vms.length,
        run: () => {
          const database = createPlanFile(join(folder, 'save.portolan'));
          new Journal(database).edit(
            'Import',
            estateChanges(new Rows(database), estate),
            new Date(0),
          );
          closePlanFile(database);
        },
      };
    },
  },
  {
    id: 'store.edit',
    title: 'Set a fact of one host in a plan of 1,000 hosts and 10,000 VMs, and take it back',
    unit: 'edits',
    prepare: () => {
      const estate = generateEstate({ seed: 7, hosts: 1000, vms: 10_000 });
      const path = join(mkdtempSync(join(tmpdir(), 'portolan-bench-')), 'edit.portolan');
      const database = createPlanFile(path);
      new Journal(database).edit('Import', estateChanges(new Rows(database), estate), new Date(0));
      closePlanFile(database);
      const session = PlanSession.open(path);
      const recordId = estate.hosts[500]?.id ?? '';
      const edit = { kind: 'host', recordId, field: 'iovSupport' } as const;
      return {
        amount: 2,
        run: () => {
          session.editFact('Edit', edit, false);
          session.undo();
        },
      };
    },
  },
  {
    id: 'store.open',
    title: 'Open a plan of 200 hosts and 2,000 VMs',
    unit: 'VMs',
    prepare: () => {
      const estate = generateEstate(ESTATE);
      const path = join(mkdtempSync(join(tmpdir(), 'portolan-bench-')), 'open.portolan');
      const database = createPlanFile(path);
      new Journal(database).edit('Import', estateChanges(new Rows(database), estate), new Date(0));
      closePlanFile(database);
      return {
        amount: estate.vms.length,
        run: () => {
          const opened = openPlan(path).database;
          loadEstate(new Rows(opened));
          closePlanFile(opened);
        },
      };
    },
  },
];
