import { describe, expect, it } from 'vitest';
import { DOUBTS, type Effect, maskOf, type Tally } from '../../../electron/domain/rules/tally';
import { outcomesOf, outlookOf, verdictOf } from '../../../electron/domain/verdict/outcome';
import { pathsOf, relations, together } from '../../../electron/domain/verdict/path-set';
import type { PathSet } from '../../../shared/model/verdict';

const lost = (...effects: readonly Effect[]): Tally => maskOf(...effects);
const doubt = (...effects: readonly Effect[]): Tally => maskOf(...effects) & DOUBTS;

describe('possible paths', () => {
  const cases: readonly (readonly [string, Tally, PathSet])[] = [
    ['nothing against SR-IOV', 0, ['sriov']],
    ['SR-IOV lost for certain', lost('sriov'), ['vmdq']],
    ['both lost for certain', lost('sriov', 'vmdq'), ['software']],
    ['only the queue lost: a VF needs none', lost('vmdq'), ['sriov']],
    ['SR-IOV in doubt', doubt('sriov'), ['sriov', 'vmdq']],
    ['SR-IOV lost, queue in doubt', lost('sriov') | doubt('vmdq'), ['vmdq', 'software']],
    ['SR-IOV in doubt, queue lost', doubt('sriov') | lost('vmdq'), ['sriov', 'software']],
    ['both in doubt', doubt('sriov', 'vmdq'), ['sriov', 'vmdq', 'software']],
    ['not connected', lost('disconnect') | doubt('sriov'), ['none']],
    ['connection in doubt', doubt('disconnect'), ['sriov', 'none']],
  ];
  it.each(cases)('%s', (_name, tally, expected) => expect(pathsOf(tally)).toEqual(expected));
});

describe('relations of sets', () => {
  it('of decided paths are one', () => {
    expect([...relations(['sriov'], ['vmdq'])]).toEqual(['falls-back']);
    expect([...relations(['software'], ['vmdq'])]).toEqual(['improves']);
    expect([...relations(['vmdq'], ['vmdq'])]).toEqual(['keeps']);
  });

  it('of several vNICs: one lower makes it a fallback, else one higher an improvement', () => {
    const keeps = new Set(['keeps'] as const);
    const improves = new Set(['improves'] as const);
    const falls = new Set(['falls-back'] as const);
    expect([...together(improves, falls)]).toEqual(['falls-back']);
    expect([...together(keeps, improves)]).toEqual(['improves']);
    expect([...together(new Set(['keeps', 'falls-back'] as const), improves)]).toEqual([
      'improves',
      'falls-back',
    ]);
  });
});

describe('the outlook of a vNIC', () => {
  it('keeps, when a doubt about the vNIC itself has the same answer on both hosts', () => {
    // Weight unknown: with 0 it is on a queue here and there, with 100 on a VF here and there.
    const outlook = outlookOf({ own: doubt('sriov'), now: 0, there: 0, reported: null });
    expect(outlook.now).toEqual(['sriov', 'vmdq']);
    expect(outlook.there).toEqual(['sriov', 'vmdq']);
    expect([...outlook.relations]).toEqual(['keeps']);
  });

  it('keeps or falls back, when the target may take SR-IOV away', () => {
    const outlook = outlookOf({ own: 0, now: 0, there: doubt('sriov'), reported: null });
    expect(new Set(outlook.relations)).toEqual(new Set(['keeps', 'falls-back']));
  });

  it('lets a VF in use prove that nothing about the vNIC stands against one', () => {
    const outlook = outlookOf({ own: doubt('sriov'), now: 0, there: 0, reported: ['sriov'] });
    expect(outlook.there).toEqual(['sriov']);
    expect([...outlook.relations]).toEqual(['keeps']);
    expect(outlook.provenAbsent).toBe(lost('sriov'));
  });

  it('believes the host when no rule explains what it reports', () => {
    const outlook = outlookOf({ own: lost('sriov'), now: 0, there: 0, reported: ['sriov'] });
    expect(outlook.now).toEqual(['sriov']);
    expect(outlook.there).toEqual(['vmdq']);
  });

  it('cuts a report of "no VF" down by what the rules say of queues', () => {
    const outlook = outlookOf({
      own: 0,
      now: lost('sriov', 'vmdq'),
      there: 0,
      reported: ['vmdq', 'software'],
    });
    expect(outlook.now).toEqual(['software']);
    expect([...outlook.relations]).toEqual(['improves']);
  });
});

describe('outcomes', () => {
  const falls = [{ relations: new Set(['falls-back'] as const) }];

  it('are blocked for the kinds that a certain block refuses, and only those', () => {
    const blocks = lost('live', 'quick');
    expect(outcomesOf('live', blocks, falls)).toEqual(['blocked']);
    expect(outcomesOf('quick', blocks, falls)).toEqual(['blocked']);
    expect(outcomesOf('offline', blocks, falls)).toEqual(['falls-back']);
  });

  it('are undecided while a block is in doubt', () => {
    const possible = outcomesOf('live', doubt('live'), falls);
    expect(possible).toEqual(['falls-back', 'blocked']);
    expect(verdictOf(possible)).toBe('undecided');
  });

  it('do not wait for a doubt about waiting', () => {
    expect(verdictOf(outcomesOf('live', doubt('queue', 'warn'), falls))).toBe('falls-back');
  });

  it('keep what a VM without vNIC has', () => {
    expect(outcomesOf('live', 0, [])).toEqual(['keeps']);
  });
});
