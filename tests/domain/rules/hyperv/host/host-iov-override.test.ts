import { hostIovOverride } from '../../../../../electron/domain/rules/hyperv/host/host-iov-override';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(hostIovOverride, {
  holds: [{ name: 'not set', given: { 'host.iovEnableOverride': false } }],
  violated: [{ name: 'set', given: { 'host.iovEnableOverride': true }, message: 'overridden' }],
  undecided: [
    { name: 'the registry was not read', given: {}, missing: ['host.iovEnableOverride'] },
  ],
  // Every host has this switch in its registry, set or not.
  notApplicable: [],
});
