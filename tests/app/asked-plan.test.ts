import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { planAmong } from '../../electron/app/asked-plan';

it('finds the plan that was double-clicked, wherever it is and however it is named', () => {
  const folder = resolve('/work folder');
  const plan = resolve(folder, 'Étage 2.portolan');
  expect(planAmong(['portolan', plan], folder)).toBe(plan);
  expect(planAmong(['portolan', '--flag', 'Étage 2.portolan'], folder)).toBe(plan);
  expect(planAmong(['portolan', pathToFileURL(plan).href], folder)).toBe(plan);
  expect(planAmong(['portolan', 'OLD.PORTOLAN'], folder)).toBe(resolve(folder, 'OLD.PORTOLAN'));
});

it('finds nothing where there is none', () => {
  expect(planAmong(['/opt/portolan.portolan'], '/')).toBeNull();
  expect(planAmong(['portolan', 'estate.json'], '/')).toBeNull();
});
