import { describe, expect, it } from 'vitest';
import {
  type IovCause,
  namesCause,
  unrecognisedReasons,
} from '../../../electron/domain/capability/iov-reasons';

/** The sentences as Windows prints them, each with the cause that it names. */
const SENTENCES: readonly (readonly [IovCause, string])[] = [
  [
    'slat-missing',
    'SR-IOV cannot be used on this computer because the processor does not support second level address translation (SLAT). For Intel processors, this feature might be referred to as Extended Page Tables (EPT). For AMD processors, this feature might be referred to as Rapid Virtualization Indexing (RVI) or Nested Page Tables (NPT).',
  ],
  [
    'iommu-missing',
    'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
  ],
  [
    'iommu-missing',
    'The chipset on the system does not do DMA remapping, without which SR-IOV cannot be supported.',
  ],
  [
    'iommu-disabled',
    'SR-IOV cannot be used on this system as it has been configured to disable the use of I/O remapping hardware.',
  ],
  [
    'iommu-bios-off',
    'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.',
  ],
  [
    'bios-tables-wrong',
    'To use SR-IOV on this computer, the BIOS must be updated because it contains incorrect information describing the hardware capabilities. Contact your computer manufacturer for an update.',
  ],
  [
    'no-pcie-bus',
    'SR-IOV cannot be used on this system as it is reporting that there is no PCI Express Bus. Contact your system manufacturer for further information.',
  ],
  [
    'osc-denied',
    'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.',
  ],
  [
    'acs-missing',
    'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.',
  ],
];
const CAUSES = [...new Set(SENTENCES.map(([cause]) => cause))];

/** Made up: no German export was at hand. What counts is that nothing is read into it. */
const GERMAN =
  'SR-IOV kann auf diesem System nicht verwendet werden, da der Chipsatz keine Interrupt-Neuzuordnung beherrscht.';

describe('the reasons why a platform cannot do SR-IOV', () => {
  it.each(SENTENCES)('name %s and no other cause: %s', (named, sentence) => {
    expect(CAUSES.filter((cause) => namesCause([sentence], cause))).toEqual([named]);
    expect(unrecognisedReasons([sentence])).toEqual([]);
  });

  it.each([
    ['in capitals', (text: string) => text.toUpperCase()],
    ['with lines broken and indented', (text: string) => text.replaceAll(' ', '\r\n      ')],
    ['with a line broken inside a word', (text: string) => text.replaceAll('ce', 'c\n   e')],
    ['with no-break spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['in full-width letters', fullWidth],
  ])('are read %s', (_how, written) => {
    for (const [cause, sentence] of SENTENCES) {
      expect(namesCause([written(sentence)], cause)).toBe(true);
    }
  });

  it('are read when a table has cut them off behind the distinctive part', () => {
    const cut =
      'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your sys...';
    expect(namesCause([cut], 'osc-denied')).toBe(true);
  });

  it('may be several in one text', () => {
    const both = SENTENCES.map(([, sentence]) => sentence).join(' ');
    expect(CAUSES.filter((cause) => namesCause([both], cause))).toEqual(CAUSES);
  });

  it('stay unknown in another language, and keep their words', () => {
    expect(CAUSES.filter((cause) => namesCause([GERMAN], cause))).toEqual([]);
    expect(unrecognisedReasons([GERMAN.replace(', da', ',\r\n   da')])).toEqual([GERMAN]);
  });

  it('are not those of one slot: an adapter without ACS does not accuse every root port', () => {
    const ofOneSlot =
      'SR-IOV cannot be used on this network adapter as the PCI Express hardware does not support Access Control Services (ACS).';
    expect(namesCause([ofOneSlot], 'acs-missing')).toBe(false);
    expect(unrecognisedReasons([ofOneSlot])).toEqual([ofOneSlot]);
  });

  it('leave out empty texts', () => {
    expect(unrecognisedReasons(['', '  \n'])).toEqual([]);
  });
});

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
