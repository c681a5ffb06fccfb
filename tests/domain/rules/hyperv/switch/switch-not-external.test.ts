import { switchNotExternal } from '../../../../../electron/domain/rules/hyperv/switch/switch-not-external';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(switchNotExternal, {
  holds: [{ name: 'external', given: { 'switch.switchType': 'external' } }],
  violated: [
    { name: 'internal', given: { 'switch.switchType': 'internal' }, message: 'internal' },
    { name: 'private', given: { 'switch.switchType': 'private' }, message: 'private' },
  ],
  undecided: [{ name: 'the type was not collected', given: {}, missing: ['switch.switchType'] }],
  // Every switch has a type.
  notApplicable: [],
});
