/**
 * Rules that only say that something is wrong with SR-IOV on a host, beside the rules that say
 * what. Where both speak of one host they are one cause: mending what is named ends the statement
 * as well.
 *
 * @see Hyper-V facts 1.2 and 1.3: IovSupport of host and switch is false because of the reasons
 *      that are listed; SriovSupport of an adapter repeats the one that concerns it.
 */
const PLATFORM_CAUSES = [
  'host-slat-missing',
  'host-no-pcie-bus',
  'host-iommu-missing',
  'host-acs-missing',
  'host-bios-tables-wrong',
  'host-osc-denied',
  'host-iommu-bios-off',
  'host-iommu-disabled',
] as const;

const IOMMU_CAUSES = [
  'host-slat-missing',
  'host-iommu-missing',
  'host-iommu-bios-off',
  'host-iommu-disabled',
] as const;

/** By the rule that is a symptom: what it is a symptom of. */
export const SYMPTOM_OF: Readonly<Record<string, readonly string[]>> = {
  'host-iov-unsupported': PLATFORM_CAUSES,
  'switch-iov-unsupported': [...PLATFORM_CAUSES, 'host-iov-unsupported'],
  'nic-no-iommu': IOMMU_CAUSES,
  'nic-missing-acs': ['host-acs-missing'],
  'nic-no-osc': ['host-osc-denied'],
};

/** A message with which such a rule says more than the causes do: Windows gives another reason. */
export const SAYS_MORE: Readonly<Record<string, string>> = {
  'host-iov-unsupported': 'unrecognised',
};
