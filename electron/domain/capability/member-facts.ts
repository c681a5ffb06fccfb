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

/**
 * Whether some member is set up to give VFs: it has SR-IOV, turned on and with VFs, and no LBFO team
 * on top. Unknown while no member is known to and one may.
 */
export function canGiveVfs(members: readonly (Adapter | null)[]): Fact<boolean> {
  const able = members.map((adapter) => (adapter === null ? null : isSetUpForVfs(adapter.facts)));
  if (able.includes(true)) return known(true, MEMBERS);
  return 0 < able.length && able.every((one) => one === false) ? known(false, MEMBERS) : NOBODY;
}

/** `null` when it is not known. */
function isSetUpForVfs(facts: AdapterFacts): boolean | null {
  const support = valueOr(facts.sriovSupport, 'supported');
  const isOut =
    support !== 'supported' ||
    !valueOr(facts.sriovListed, true) ||
    !valueOr(facts.sriovEnabled, true) ||
    valueOr(facts.vfCount, 1) === 0 ||
    valueOr(facts.lbfoTeam, null) !== null;
  if (isOut) return false;
  // What Get-NetAdapterSriov prints of an adapter shows that it lists it.
  return valueOr(facts.sriovListed, facts.sriovSupport.state === 'known' ? true : null);
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
  const answers = stridesOn(host).map((stride) => setsCompared(host, members, stride));
  const [first = NOBODY, ...others] = answers;
  if (first.state === 'unknown') return first;
  // Without the number of cores it is enough when it makes no difference.
  if (others.every((one) => one.state === 'known' && one.value === first.value)) return first;
  const { coreCount } = host.facts;
  return coreCount.state === 'unknown' ? coreCount : NOBODY;
}

/** With hyper-threading only every second logical processor serves a queue. */
function stridesOn({ facts: { logicalProcessorCount, coreCount } }: Host): readonly number[] {
  if (logicalProcessorCount.state === 'unknown' || coreCount.state === 'unknown') return [1, 2];
  return [coreCount.value < logicalProcessorCount.value ? 2 : 1];
}

/** More than any host has. */
const MOST_PROCESSORS = 4096;

function setsCompared(
  host: Host,
  members: readonly (Adapter | null)[],
  stride: number,
): Fact<'identical' | 'overlapping' | 'disjoint'> {
  const { logicalProcessorCount } = host.facts;
  const lastOfHost = Math.min(valueOr(logicalProcessorCount, MOST_PROCESSORS), MOST_PROCESSORS) - 1;
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
    const end = Math.min(reach, valueOr(last, reach), lastOfHost);
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
