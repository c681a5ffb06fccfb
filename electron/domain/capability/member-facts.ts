/** What the adapters behind one switch have in common, and what they need in the guest. */
import { type Fact, known, type Origin, unknown, valueOr } from '../../../shared/fact';
import type { Adapter, AdapterFacts, Host } from '../../../shared/model/estate';
import { type Catalogue, SHIPPED_CATALOGUE } from '../catalogue/catalogue';

const ASPECTS: readonly (readonly [string, (facts: AdapterFacts) => Fact<string | number>])[] = [
  ['make and model', ({ description }: AdapterFacts) => modelOf(description)],
  ['driver', ({ driverProvider }: AdapterFacts) => driverProvider],
  ['driver version', ({ driverVersion }: AdapterFacts) => driverVersion],
  ['firmware', ({ firmwareVersion }: AdapterFacts) => firmwareVersion],
  ['link speed', ({ linkBitsPerSecond }: AdapterFacts) => linkBitsPerSecond],
];

/**
 * What the members of a team differ in, in words. Only what is known of all of them is compared;
 * unknown when not even their models are known. Empty for identical members, or a single one.
 */
export function memberDifferences(members: readonly (Adapter | null)[]): Fact<readonly string[]> {
  if (members.length < 2) return known([], MEMBERS);
  const facts = members.flatMap((adapter) => (adapter === null ? [] : [adapter.facts]));
  if (facts.length < members.length) return unknown('not-collected');
  const undescribed = facts.find(({ description }) => description.state === 'unknown');
  if (undescribed?.description.state === 'unknown') return undescribed.description;
  const differing = ASPECTS.filter(([, aspect]) => {
    const values = facts.map(aspect);
    return values.every(isKnown) && 1 < new Set(values.map(({ value }) => value)).size;
  });
  return known(
    differing.map(([words]) => words),
    MEMBERS,
  );
}

/** Unknown while no member is known to have it and one may. */
export function hasSriovAdapter(members: readonly (Adapter | null)[]): Fact<boolean> {
  const listed = members.map((adapter) => valueOr(adapter?.facts.sriovListed ?? NOBODY, null));
  if (listed.includes(true)) return known(true, MEMBERS);
  return 0 < listed.length && listed.every((one) => one === false) ? known(false, MEMBERS) : NOBODY;
}

const NOBODY = unknown('not-collected');

export interface VfDriver {
  /** Lower case. */
  readonly make: string;
  /** Name of the Linux driver, which tells the families of one make apart; `null` when not known. */
  readonly driver: string | null;
}

/** The VF drivers that guests need for these adapters; `null` when the make of one is not known. */
export function vfDriversFor(
  members: readonly (Adapter | null)[],
  catalogue: Catalogue = SHIPPED_CATALOGUE,
): readonly VfDriver[] | null {
  const needed: VfDriver[] = [];
  for (const adapter of members) {
    const make = adapter === null ? null : valueOr(adapter.facts.make, null);
    if (adapter === null || make === null) return null;
    const { rows } = catalogue.findNic({
      vendorId: valueOr(adapter.facts.pciVendorId, null),
      deviceId: valueOr(adapter.facts.pciDeviceId, null),
      interfaceDescription: valueOr(adapter.facts.description, null),
    });
    const drivers = new Set(rows.map((row) => row.linuxVfDriver));
    const [driver = null] = drivers;
    needed.push({ make: make.toLowerCase(), driver: drivers.size === 1 ? driver : null });
  }
  return needed.length === 0 ? null : needed;
}

/**
 * Which processors serve the VM queues of the members. With hyper-threading only every second
 * logical processor serves queues, so a count of processors reaches twice as far.
 * @see Performance Tuning for Hyper-V Servers (2012 R2), dynamic VMQ
 */
export function vmqProcessorSets(
  host: Host,
  members: readonly (Adapter | null)[],
): Fact<'alone' | 'identical' | 'overlapping' | 'disjoint'> {
  if (members.length < 2) return known('alone', MEMBERS);
  const { logicalProcessorCount, coreCount } = host.facts;
  if (logicalProcessorCount.state === 'unknown') return logicalProcessorCount;
  if (coreCount.state === 'unknown') return coreCount;
  const stride = coreCount.value < logicalProcessorCount.value ? 2 : 1;
  const sets: ReadonlySet<number>[] = [];
  for (const adapter of members) {
    if (adapter === null) return unknown('not-collected');
    const {
      vmqBaseProcessor: base,
      vmqMaxProcessor: last,
      vmqMaxProcessors: count,
    } = adapter.facts;
    if (base.state === 'unknown') return base;
    if (last.state === 'unknown' && count.state === 'unknown') return count;
    const reach = base.value + (valueOr(count, Number.POSITIVE_INFINITY) - 1) * stride;
    const end = Math.min(reach, valueOr(last, reach), logicalProcessorCount.value - 1);
    const processors = new Set<number>();
    for (let one = base.value; one <= end; one += stride) processors.add(one);
    sets.push(processors);
  }
  return known(compareSets(sets), MEMBERS);
}

function compareSets(
  sets: readonly ReadonlySet<number>[],
): 'identical' | 'overlapping' | 'disjoint' {
  const [first, ...others] = sets.map((set) => [...set].join());
  if (others.every((other) => other === first)) return 'identical';
  const all = sets.flatMap((set) => [...set]);
  return new Set(all).size === all.length ? 'disjoint' : 'overlapping';
}

const MEMBERS: Origin = { kind: 'derived', from: 'the adapters behind the switch' };

function isKnown<T>(fact: Fact<T>): fact is Extract<Fact<T>, { state: 'known' }> {
  return fact.state === 'known';
}

/** Windows numbers equal adapters: "… Adapter #2". */
function modelOf(description: Fact<string>): Fact<string> {
  if (description.state === 'unknown') return description;
  return { ...description, value: description.value.replace(/\s+#\d+$/, '') };
}
