/** What the guest system can do with a VF, looked up once per VM in the guest catalogue. */
import { known, type Origin, unknown, valueOr } from '../../../shared/fact';
import type { Vm } from '../../../shared/model/estate';
import type { FactsOf } from '../../../shared/model/field';
import { type Catalogue, SHIPPED_CATALOGUE } from '../catalogue/catalogue';
import type { guestFields } from './derived-fields';

export type GuestFacts = FactsOf<typeof guestFields>;

/** Unknown when the guest system is, or when the catalogue cannot place it. */
export function guestFacts(vm: Vm, catalogue: Catalogue = SHIPPED_CATALOGUE): GuestFacts {
  const os = vm.facts.guestOs;
  if (os.state === 'unknown') return { family: os, vfSupport: os };
  const support = catalogue.guestSupport(os.value, {
    architecture: valueOr(vm.facts.guestArchitecture, null),
    generation: valueOr(vm.facts.generation, null),
  });
  const origin: Origin = { kind: 'derived', from: `guest catalogue, for “${os.value}”` };
  return {
    family:
      support.kind === null
        ? unknown('not-understood', os.value, os.origin)
        : known(support.kind, origin),
    vfSupport:
      support.vfOnHyperv === 'unknown'
        ? unknown('not-understood', os.value, os.origin)
        : known(support.vfOnHyperv === 'yes', origin),
  };
}
