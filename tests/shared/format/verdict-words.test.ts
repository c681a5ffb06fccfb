import { describe, expect, it } from 'vitest';
import {
  cellWords,
  countWords,
  effectWords,
  pathPhrase,
  pathWords,
} from '../../../shared/format/verdict-words';

describe('words for verdicts', () => {
  it('names a set of paths inside a sentence', () => {
    expect(pathWords(['sriov'])).toBe('SR-IOV');
    expect(pathWords(['sriov', 'vmdq', 'software'])).toBe('SR-IOV, VMDq or the software path');
    expect(pathPhrase(['vmdq', 'none'])).toBe('a VM queue or no connection');
  });

  it.each([
    [{ outcome: 'falls-back', path: 'vmdq', warned: true }, 'Falls back, to VMDq, with warnings'],
    [{ outcome: 'keeps', path: 'sriov', warned: false }, 'Keeps, on SR-IOV'],
    [{ outcome: 'keeps', path: null, warned: false }, 'Keeps'],
    [
      { outcome: 'blocked', path: 'software', warned: false },
      'Blocked, would be on the software path',
    ],
    [{ outcome: 'undecided', path: 'sriov', warned: false }, 'Undecided, at best on SR-IOV'],
    [{ outcome: 'here', path: 'sriov', warned: false }, 'Here, on SR-IOV'],
    [{ outcome: 'here', path: null, warned: false }, 'Here, no adapter'],
  ] as const)('tells a cell: %s', (cell, words) => {
    expect(cellWords(cell)).toBe(words);
  });

  it('counts outcomes, the good ones first and none that does not occur', () => {
    const none = { keeps: 0, improves: 0, 'falls-back': 0, blocked: 0, undecided: 0 };
    expect(countWords({ ...none, blocked: 1, keeps: 7 })).toBe('keeps on 7, blocked on 1');
    expect(countWords(none)).toBe('no other host');
  });

  it('says what a finding does, and what an undecided one may do', () => {
    expect(effectWords({ lowers: ['sriov', 'vmdq'] })).toBe('takes away SR-IOV and VMDq');
    expect(effectWords({ blocks: 'live' })).toBe('refuses live moves');
    expect(effectWords({ blocks: 'live-and-saved' }, 'undecided')).toBe(
      'may refuse live and quick moves',
    );
    expect(effectWords({ blocks: 'all', lowers: ['sriov'] })).toBe(
      'refuses every move and takes away SR-IOV',
    );
    expect(effectWords({ warns: true }, 'holds')).toBe('nothing to object');
  });
});
