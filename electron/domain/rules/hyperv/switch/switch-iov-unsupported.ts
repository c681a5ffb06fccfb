import { writtenReasons } from '../../../capability/iov-reasons';
import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';

export const switchIovUnsupported = defineRule({
  id: 'switch-iov-unsupported',
  title: 'The virtual switch was created with SR-IOV, but cannot use it',
  scope: 'switch',
  effect: { lowers: ['sriov'] },
  reads: {
    enabled: 'switch.iovEnabled',
    support: 'switch.iovSupport',
    reasons: 'switch.iovSupportReasons',
  },
  messages: {
    reasons:
      '{switch} on {host} was created with SR-IOV, but cannot use it: Windows gives {reasons} as the reason.',
    silent: '{switch} on {host} was created with SR-IOV, but cannot use it.',
  },
  remediation:
    "Run Get-VMSwitch -Name '{switch}' | fl IovSupport,IovSupportReasons and Get-VMHost | fl IovSupport,IovSupportReasons on {host}, and mend each reason they list. The switch itself can stay; most reasons lie in the firmware and need a cold restart (outage of {host}; move its VMs away first).",
  confidence: 'reported',
  sources: ['S45'],
  limits:
    'That the switch can stay once its reasons are gone is inferred. Which reasons one adapter can have is documented only in part, so they are shown word for word.',
  check: ({ enabled, support, reasons }) => {
    if (knownAs(support, true)) return holds();
    return whenKnown({ enabled }, ({ enabled }) => {
      if (!enabled) return notApplicable();
      return whenKnown({ support }, () => {
        const given = reasons.fact.state === 'known' ? writtenReasons(reasons.fact.value) : [];
        return given.length === 0
          ? violated('silent')
          : violated('reasons', { reasons: given.map((text) => `“${text}”`) });
      });
    });
  },
});
