/**
 * The process that the kill test kills: edits a plan without end, and says before and after each
 * edit what it is about to do and what the plan then holds. Arguments: path of the plan, seed.
 */
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { PlanSession } from '../../../electron/app/session/plan-session';
import { finish } from '../../../electron/app/session/steps';
import { inventory } from '../session/fixtures';
import { digestOf } from './plan-digest';

export type Begun = 'edit' | 'undo' | 'redo';

const [, , path = '', seedText = '1'] = process.argv;
let state = Number(seedText) >>> 0;

/** A number below `limit`; the same run for the same seed. */
function random(limit: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

// Written at once, so that what was said before the end is heard after it.
const say = (line: string) => writeSync(1, `${line}\n`);

const session = PlanSession.open(path);
const reader = new Database(path, { readonly: true });
say(`state ${digestOf(reader)}`);

for (;;) {
  const [begun, act] = nextAct();
  say(`begin ${begun}`);
  act();
  say(`state ${digestOf(reader)}`);
}

function nextAct(): readonly [Begun, () => void] {
  const { undo, redo } = session.state;
  const { hosts } = session.estate;
  switch (random(9)) {
    case 0:
      return ['edit', () => finish(session.import([inventory(random(2) === 0, vmNames())]))];
    case 1:
      if (undo !== null) return ['undo', () => session.undo()];
      break;
    case 2:
      if (redo !== null) return ['redo', () => session.redo()];
      break;
    case 3:
      return ['edit', () => void session.makeSnapshot(`state ${random(1000)}`)];
    case 4: {
      const one = session.snapshots[random(Math.max(1, session.snapshots.length))];
      if (one === undefined) break;
      if (random(2) === 0) return ['edit', () => session.removeSnapshot(one.id)];
      return ['edit', () => session.restoreSnapshot(one.id)];
    }
    case 5:
      return ['edit', () => session.rename(`plan ${random(1000)}`)];
    case 6:
      return [
        'edit',
        () => session.setAssumption('setMember', random(2) === 0 ? 'unsure' : 'any-capable'),
      ];
    default: {
      const host = hosts[random(Math.max(1, hosts.length))];
      if (host === undefined) break;
      const edit = { kind: 'host' as const, recordId: host.id, field: 'memoryBytes' };
      return ['edit', () => session.editFact('Memory', edit, random(1_000_000))];
    }
  }
  return ['edit', () => session.rename(`plan ${random(1000)}`)];
}

function vmNames(): string[] {
  return ['sql-03', 'web-01', 'app-02'].filter(() => random(3) > 0);
}
