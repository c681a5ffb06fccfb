import { describe, expect, it } from 'vitest';
import {
  afterMoveWords,
  afterWords,
  causeMoveWords,
  headline,
  outcomeCountWords,
} from '../../../shared/format/cause-words';
import { cause } from '../../helpers/cause';

const one = cause(
  { statement: 'SR-IOV is off in the firmware of HV07' },
  { 'falls-back': 12, blocked: 1 },
);

describe('a cause in words', () => {
  it('begins with what is wrong, then what it does, the worst first', () => {
    expect(headline(one)).toBe(
      'SR-IOV is off in the firmware of HV07: 1 VM is blocked and 12 VMs fall back',
    );
  });

  it('that is only met behind others says so', () => {
    expect(headline(cause({}, { behind: 2 }))).toBe(
      'Something is wrong: 2 VMs meet it behind other reasons',
    );
  });

  it('tells moves, and whether it is their only reason', () => {
    const counts = {
      ...one.counts,
      blocked: { vms: 1, moves: 1, aloneMoves: 1 },
      'falls-back': { vms: 12, moves: 1200, aloneMoves: 3 },
    };
    expect(causeMoveWords({ counts })).toBe(
      '1 move is blocked, for no other reason; 1,200 moves fall back, 3 of them for no other reason',
    );
  });

  it('tells what the fix leaves, with the path of those that fall back', () => {
    const after = {
      moves: { keeps: 20, improves: 0, 'falls-back': 2, blocked: 1, undecided: 0 },
      fallsBackTo: { sriov: 0, vmdq: 1, software: 1, none: 0 },
      vms: { keeps: 10, improves: 0, 'falls-back': 1, blocked: 1, undecided: 0 },
    };
    expect(afterWords({ after })).toBe(
      '10 VMs keep their path, 1 VM falls back to VMDq or the software path and 1 VM stays blocked',
    );
    expect(afterMoveWords({ after })).toBe(
      'Of 23 moves: 20 keep their path, 2 fall back and 1 stays blocked',
    );
  });
});

it('outcomes are counted in a sentence', () => {
  expect(
    outcomeCountWords({ keeps: 1, improves: 0, 'falls-back': 2, blocked: 0, undecided: 1 }),
  ).toBe('1 keeps its path, 2 fall back and 1 is undecided');
  expect(
    outcomeCountWords({ keeps: 0, improves: 0, 'falls-back': 0, blocked: 0, undecided: 0 }),
  ).toBe('no move to judge');
});
