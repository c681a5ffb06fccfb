import { describe, expect, it } from 'vitest';
import { makeCellStore, PENDING } from '../../../../renderer/features/matrix/cell-store';

describe('fetched cells', () => {
  it('are pending until they come', () => {
    const store = makeCellStore(4);
    expect(store.read('a', 0)).toBe(PENDING);
    store.write(['a', 'b'], [1, 3], Uint8Array.of(10, 11, 20, 21));
    expect([store.read('a', 1), store.read('a', 3)]).toEqual([10, 11]);
    expect([store.read('b', 1), store.read('b', 3)]).toEqual([20, 21]);
    expect(store.read('b', 0)).toBe(PENDING);
  });

  it('are asked for once, and again after a failure', () => {
    const store = makeCellStore(4);
    expect(store.lacks(['a'], [0, 1])).toBe(true);
    store.ask(['a'], [0, 1]);
    expect(store.lacks(['a'], [0, 1])).toBe(false);
    expect(store.read('a', 0)).toBe(PENDING);
    expect(store.lacks(['a'], [1, 2])).toBe(true);
    store.release(['a'], [0, 1]);
    expect(store.lacks(['a'], [0, 1])).toBe(true);
  });

  it('stay when others are released', () => {
    const store = makeCellStore(2);
    store.write(['a'], [0], Uint8Array.of(7));
    store.release(['a'], [0, 1]);
    expect(store.read('a', 0)).toBe(7);
  });

  it('of the VM that was left alone longest go first when room is short', () => {
    // A budget of 0 still keeps 512 VMs: less than that would not fill a screen.
    const store = makeCellStore(1, 0);
    const names = Array.from({ length: 512 }, (_, at) => `vm ${at}`);
    store.write(names, [0], new Uint8Array(512).fill(1));
    store.write(['vm 0'], [0], Uint8Array.of(2));
    store.write(['one more'], [0], Uint8Array.of(3));
    expect(store.read('vm 0', 0)).toBe(2);
    expect(store.read('vm 1', 0)).toBe(PENDING);
    expect(store.read('vm 2', 0)).toBe(1);
    expect(store.read('one more', 0)).toBe(3);
  });
});
