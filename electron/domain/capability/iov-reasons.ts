/**
 * Reads the sentences in which Windows says why a platform cannot do SR-IOV (`IovSupportReasons`
 * of `Get-VMHost` and `Get-VMSwitch`).
 *
 * @see A BIOS update may be required for SR-IOV (KB 2762297): the sentences, in English
 */

/** The causes that a sentence can name. */
export type IovCause =
  | 'slat-missing'
  | 'iommu-missing'
  | 'iommu-disabled'
  | 'iommu-bios-off'
  | 'bios-tables-wrong'
  | 'no-pcie-bus'
  | 'osc-denied'
  | 'acs-missing';

/** The part of each sentence that no other sentence has; the rest varies or is cut off in tables. */
const DISTINCTIVE_PARTS: Readonly<Record<IovCause, readonly string[]>> = {
  'slat-missing': ['second level address translation'],
  'iommu-missing': ['does not do interrupt remapping', 'does not do DMA remapping'],
  'iommu-disabled': ['configured to disable the use of I/O remapping hardware'],
  'iommu-bios-off': ['I/O virtualization is enabled in the BIOS'],
  'bios-tables-wrong': ['contains incorrect information describing the hardware'],
  'no-pcie-bus': ['no PCI Express Bus'],
  'osc-denied': ['allow Windows to control PCI Express'],
  'acs-missing': ['Access Control Services (ACS) at any root port'],
};

/** Whether one of the sentences names the cause. */
export function namesCause(reasons: readonly string[], cause: IovCause): boolean {
  return reasons.some((reason) => isAbout(comparable(reason), cause));
}

/**
 * The sentences that name no known cause: another language, a newer Windows, or a reason of one
 * adapter. In their own words, with line breaks taken out; empty texts are left out.
 */
export function unrecognisedReasons(reasons: readonly string[]): readonly string[] {
  return writtenReasons(reasons).filter((reason) => {
    const text = comparable(reason);
    return !CAUSES.some((cause) => isAbout(text, cause));
  });
}

/** The sentences without line breaks; empty texts are left out. */
export function writtenReasons(reasons: readonly string[]): readonly string[] {
  return reasons.map((reason) => reason.trim().replace(/\s+/g, ' ')).filter(Boolean);
}

/** Without case and white space: a console breaks lines anywhere, even inside a word. */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

const CAUSES = Object.keys(DISTINCTIVE_PARTS) as IovCause[];
const COMPARABLE_PARTS = new Map(
  CAUSES.map((cause) => [cause, DISTINCTIVE_PARTS[cause].map(comparable)]),
);

function isAbout(text: string, cause: IovCause): boolean {
  return COMPARABLE_PARTS.get(cause)?.some((part) => text.includes(part)) ?? false;
}
