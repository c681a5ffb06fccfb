import { expect, it } from 'vitest';
import {
  mostWidthIn,
  resizedBy,
  withinBounds,
} from '../../../../renderer/features/frame/pane-width';

it('leaves room for the view beside the inspector', () => {
  // 1280 − 640
  expect(mostWidthIn(1280)).toBe(640);
  expect(mostWidthIn(4000)).toBe(900);
  // A window too small for both gives the inspector its least.
  expect(mostWidthIn(800)).toBe(280);
  expect(withinBounds(380, 900)).toBe(280);
});

it('grows to the left and shrinks to the right, within its bounds', () => {
  expect(resizedBy('ArrowLeft', 380, 1280)).toBe(396);
  expect(resizedBy('ArrowRight', 284, 1280)).toBe(280);
  expect(resizedBy('Home', 380, 1280)).toBe(640);
  expect(resizedBy('End', 380, 1280)).toBe(280);
  expect(resizedBy('a', 380, 1280)).toBeNull();
});
