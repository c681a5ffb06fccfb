import { describe, expect, it } from 'vitest';
import {
  currentStop,
  FIRST_TRAIL,
  goTo,
  stepAlong,
  type Trail,
} from '../../../../renderer/app/state/selection';

const cell = (vmId: string) => ({ vmId, hostId: 'HV01' });
const go = (trail: Trail, vmId: string, isWalk = false) =>
  goTo(trail, { selection: cell(vmId), isWalk });
const vmAt = (trail: Trail) => currentStop(trail).selection.vmId;

describe('the trail of selections', () => {
  it('leads back and forward, and stops at its ends', () => {
    const trail = go(go(FIRST_TRAIL, 'a'), 'b');
    expect(vmAt(stepAlong(trail, -1))).toBe('a');
    expect(vmAt(stepAlong(stepAlong(trail, -1), 1))).toBe('b');
    expect(stepAlong(trail, 1)).toBe(trail);
    expect(stepAlong(FIRST_TRAIL, -1)).toBe(FIRST_TRAIL);
  });

  it('forgets what lay ahead when it takes another way', () => {
    const back = stepAlong(go(go(FIRST_TRAIL, 'a'), 'b'), -1);
    const other = go(back, 'c');
    expect(vmAt(other)).toBe('c');
    expect(stepAlong(other, 1)).toBe(other);
    expect(vmAt(stepAlong(other, -1))).toBe('a');
  });

  it('keeps one stop for a walk with the arrow keys', () => {
    const picked = go(FIRST_TRAIL, 'a');
    const walked = go(go(go(picked, 'b', true), 'c', true), 'd', true);
    expect(vmAt(walked)).toBe('d');
    expect(vmAt(stepAlong(walked, -1))).toBe('a');
  });

  it('does not stop twice at the same place', () => {
    const trail = go(FIRST_TRAIL, 'a');
    expect(go(trail, 'a')).toBe(trail);
  });

  it('remembers the view as well', () => {
    const trail = goTo(go(FIRST_TRAIL, 'a'), { view: 'sources' });
    expect(currentStop(trail)).toEqual({ view: 'sources', selection: cell('a'), isWalk: false });
    expect(currentStop(stepAlong(trail, -1)).view).toBe('matrix');
  });

  it('never grows without end', () => {
    let trail: Trail = FIRST_TRAIL;
    for (let at = 0; at < 500; at += 1) trail = go(trail, `vm ${at}`);
    expect(trail.stops).toHaveLength(200);
    expect(vmAt(trail)).toBe('vm 499');
  });
});
