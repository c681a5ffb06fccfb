import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../electron/domain/rules/catalogue';
import { Judge } from '../../../electron/domain/verdict/judge';
import { Matrix } from '../../../electron/domain/verdict/matrix';
import { PRESET_ASSUMPTIONS } from '../../../shared/model/assumptions';
import { MOVE_KINDS } from '../../../shared/model/verdict';
import { generateEstate } from '../../estate/generate-estate';

describe('the matrix of an estate', () => {
  it('has in every cell what the judge says of the pair', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.constantFrom('any-capable', 'unsure'),
        fc.constantFrom('withdraws-vf', 'unsure'),
        (seed, drift, unknowns, setMember, portPolicy) => {
          const estate = generateEstate({ seed, hosts: 10, vms: 25, drift, unknowns });
          const judge = new Judge(estate, { ...PRESET_ASSUMPTIONS, setMember, portPolicy }, rules);
          const matrix = new Matrix(judge);
          for (const vm of estate.vms) {
            for (const host of estate.hosts) {
              for (const kind of MOVE_KINDS) {
                const where = `${vm.name} on ${host.name}, ${kind}`;
                expect(matrix.cell(vm, host, kind), where).toEqual(judge.cell(vm, host, kind));
              }
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
