import { migPortClosed } from '../../../../../electron/domain/rules/hyperv/migration/mig-port-closed';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migPortClosed, {
  holds: [{ name: 'reachable', given: { 'target.migrationPortsOpen': true } }],
  violated: [
    { name: 'not reachable', given: { 'target.migrationPortsOpen': false }, message: 'closed' },
  ],
  // Nothing prints it, so it is never asked for.
  undecided: [],
  notApplicable: [{ name: 'nobody tried', given: {} }],
});
