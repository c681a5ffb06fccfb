/** What the rules share that read one value of `Get-NetAdapterSriov` SriovSupport. */
import type { SRIOV_SUPPORT } from '../../../../shared/model/hyperv/adapter-fields';
import { holds, notApplicable, type ReadFacts, type RuleResult, violated } from '../rule';

type SriovSupport = (typeof SRIOV_SUPPORT)[number];

export const sriovSupportReads = { support: 'adapter.sriovSupport' } as const;

/**
 * Violated with the message `reported` when the adapter reports this value. Where none was
 * collected, `nic-sriov-unknown` or `nic-sriov-absent` asks for it, once for all values.
 */
export function sriovSupportIs(value: SriovSupport) {
  return ({ support }: ReadFacts<typeof sriovSupportReads>): RuleResult<'reported'> => {
    if (support.fact.state === 'unknown') return notApplicable();
    return support.fact.value === value ? violated('reported') : holds();
  };
}

/**
 * Whether `Get-NetAdapterSriov` lists the adapter. Its SriovSupport can only come from there, so
 * that implies it. Without both: not known, and `nic-sriov-absent` asks.
 */
export function isListed({
  listed,
  support,
}: ReadFacts<{ listed: 'adapter.sriovListed'; support: 'adapter.sriovSupport' }>): boolean | null {
  if (listed.fact.state === 'known') return listed.fact.value;
  return support.fact.state === 'known' ? true : null;
}
