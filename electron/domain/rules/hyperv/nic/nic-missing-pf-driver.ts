import { defineRule } from '../../rule';
import { sriovSupportIs, sriovSupportReads } from '../sriov-support';

export const nicMissingPfDriver = defineRule({
  id: 'nic-missing-pf-driver',
  title: 'The adapter or its driver does not offer SR-IOV',
  scope: 'nic',
  effect: { lowers: ['sriov'] },
  reads: sriovSupportReads,
  messages: {
    reported:
      '{adapter} on {host} reports MissingPfDriver: the adapter or its driver does not offer SR-IOV.',
  },
  remediation:
    'Install the current driver and firmware of the maker of the adapter on {host}, with SR-IOV turned on in the firmware of the adapter (adapter restart: its traffic stops briefly; new firmware may need a host restart). An adapter without SR-IOV has to be replaced.',
  confidence: 'documented',
  sources: ['S1'],
  limits: 'The value does not tell whether the adapter or the driver is at fault.',
  check: sriovSupportIs('missing-pf-driver'),
});
