import { unrecognisedReasons, writtenReasons } from '../../../capability/iov-reasons';
import { knownAs } from '../../known-as';
import { defineRule, holds, notApplicable, violated, whenKnown } from '../../rule';
import { WINDOWS_SERVER_2012 } from '../windows-builds';

export const hostIovUnsupported = defineRule({
  id: 'host-iov-unsupported',
  title: 'The platform of the host does not support SR-IOV',
  scope: 'host',
  effect: { lowers: ['sriov'] },
  reads: { support: 'host.iovSupport', reasons: 'host.iovSupportReasons', build: 'host.osBuild' },
  messages: {
    unrecognised: '{host} does not support SR-IOV: Windows gives {reasons} as the reason.',
    named: '{host} does not support SR-IOV. Each reason that Windows gives is named on its own.',
    silent: '{host} does not support SR-IOV, and Windows gives no reason.',
    notCollected:
      '{host} does not support SR-IOV. The reasons were not collected; on {host}, Get-VMHost | fl IovSupport,IovSupportReasons prints them.',
  },
  remediation:
    'Run Get-VMHost | fl IovSupport,IovSupportReasons on {host} and mend each reason that it lists. Most are settings or updates of the firmware, which need a cold restart (outage of {host}; move its VMs away first).',
  confidence: 'documented',
  sources: ['S2', 'S43'],
  limits:
    'Trusts what Hyper-V reports. Reasons are understood in English only; others are shown word for word.',
  check: ({ support, reasons, build }) => {
    if (knownAs(support, true)) return holds();
    const { fact } = reasons;
    const given = fact.state === 'known' ? writtenReasons(fact.value) : [];
    // Hyper-V gives reasons only for a platform that does not support SR-IOV.
    if (given.length > 0) {
      const unrecognised = unrecognisedReasons(given);
      return unrecognised.length === 0
        ? violated('named')
        : violated('unrecognised', { reasons: unrecognised.map((text) => `“${text}”`) });
    }
    // Such a host has no such property; its age settles the question.
    if (build.fact.state === 'known' && build.fact.value < WINDOWS_SERVER_2012) {
      return notApplicable();
    }
    return whenKnown({ support }, () =>
      violated(fact.state === 'known' ? 'silent' : 'notCollected'),
    );
  },
});
