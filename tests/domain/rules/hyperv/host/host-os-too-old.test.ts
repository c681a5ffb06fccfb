import { hostOsTooOld } from '../../../../../electron/domain/rules/hyperv/host/host-os-too-old';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(hostOsTooOld, {
  holds: [
    { name: 'Windows Server 2012', given: { 'host.osBuild': 9200 } },
    { name: 'Windows Server 2025', given: { 'host.osBuild': 26100 } },
    {
      name: 'a host that speaks of SR-IOV, and nobody knows its build',
      given: { 'host.iovSupport': false },
    },
  ],
  violated: [
    {
      name: 'whatever else it says',
      given: { 'host.osBuild': 7601, 'host.iovSupport': false },
      message: 'tooOld',
      values: { build: '7601' },
    },
    {
      name: 'Windows Server 2008 R2',
      given: { 'host.osBuild': 7601 },
      message: 'tooOld',
      values: { build: '7601' },
    },
  ],
  undecided: [{ name: 'the build was not collected', given: {}, missing: ['host.osBuild'] }],
  // Every host runs some build.
  notApplicable: [],
});
