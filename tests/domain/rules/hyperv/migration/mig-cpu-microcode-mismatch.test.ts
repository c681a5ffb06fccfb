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
      name: 'the same protections, whatever the microcode',
      given: {
        'move.processorGenerations': 'same',
        'source.processorMitigations': ['IBRS'],
        'target.processorMitigations': ['IBRS', 'SSBD'],
        'source.microcodeRevision': '0x5003303',
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
  violated: [
    {
      name: 'names the protections that the target lacks, whatever the generation',
      given: {
        'vm.state': 'running',
        'source.processorMitigations': ['IBRS', 'STIBP', 'SSBD'],
        'target.processorMitigations': ['ibrs'],
      },
      message: 'lacks',
      values: { mitigations: ['STIBP', 'SSBD'] },
    },
  ],
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
