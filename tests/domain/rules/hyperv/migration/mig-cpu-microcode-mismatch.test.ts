import { migCpuMicrocodeMismatch } from '../../../../../electron/domain/rules/hyperv/migration/mig-cpu-microcode-mismatch';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(migCpuMicrocodeMismatch, {
  holds: [
    {
      name: 'the same revision',
      given: {
        'move.processorGenerations': 'same',
        'source.microcodeRevision': '0x5003006',
        'target.microcodeRevision': '0x5003006',
      },
    },
    {
      name: 'a newer revision, in other spelling',
      given: {
        'move.processorGenerations': 'same',
        'source.microcodeRevision': '0x5003006',
        'target.microcodeRevision': '05003303',
      },
    },
  ],
  // That older microcode lacks a protection that the VM uses is only possible.
  violated: [],
  undecided: [
    {
      name: 'an older revision',
      given: {
        'move.processorGenerations': 'same',
        'source.microcodeRevision': '0x5003303',
        'target.microcodeRevision': '0x5003006',
      },
      doubt: 'older',
    },
    {
      name: 'a revision that is no number',
      given: {
        'move.processorGenerations': 'same',
        'source.microcodeRevision': '0x5003303',
        'target.microcodeRevision': 'version 7',
      },
      doubt: 'incomparable',
    },
  ],
  notApplicable: [
    {
      name: 'revisions of different generations do not compare',
      given: {
        'move.processorGenerations': 'older',
        'source.microcodeRevision': '0x5003303',
        'target.microcodeRevision': '0x2006e05',
      },
    },
    {
      name: 'a revision was not collected',
      given: { 'move.processorGenerations': 'same', 'source.microcodeRevision': '0x5003303' },
    },
    {
      name: 'a VM that is off',
      given: {
        'vm.state': 'off',
        'move.processorGenerations': 'same',
        'source.microcodeRevision': '0x5003303',
        'target.microcodeRevision': '0x5003006',
      },
    },
  ],
});
