/**
 * One rule over all hosts: for each class of VMs (or vNICs) that the rule cannot tell apart, the
 * hosts where it is violated and those where it is undecided.
 */
import type { Host } from '../../../shared/model/estate';
import type { CompiledRule } from '../rules/compiled-rule';
import { type Bits, clearBit, firstOf, hasBit, setBit } from './bits';
import type { FactColumn } from './fact-column';
import type { Judge } from './judge';
import { KeyTable } from './key-table';
import type { Site, Targets } from './matrix-targets';
import { type Effect, effectOf } from './planes';
import { type Read, readsOf } from './reads';
import { RowColumns } from './row-columns';
import { ANSWER, type AnswerCode, type Branch, ELSEWHERE, type Fork, RuleTree } from './rule-tree';
import type { Subject, VmSide } from './vm-side';
import type { WaiverContext } from './waivers';

/** What a row hangs on of who asks. */
type Seen = Pick<Subject, 'source' | 'numbers'>;

const NOBODY_ASKS: Seen = { source: null, numbers: new Int32Array(0) };

export interface Row {
  /** Its own among all rows of all rules. */
  readonly id: number;
  readonly of: RuleRows;
  readonly own: Int32Array;
  readonly site: Site | null;
  /** One, or one per member of a team. */
  readonly slots: RowSlot[];
  /** Numbers of the bundles that it is part of. */
  readonly users: number[];
}

export interface RowSlot {
  readonly columns: RowColumns;
  /** Hosts where it is violated, then as many words where it is undecided; `null` for none. */
  bits: Int32Array | null;
}

/** The rows that a fork of the tree leads to. */
interface Kept {
  /** Where the numbers stand of the facts on the VM's side that the rule has not looked at yet. */
  readonly open: readonly number[];
  /** By site, and those numbers. */
  readonly table: KeyTable;
  readonly key: Int32Array;
  readonly rows: Row[];
}

export class RuleRows {
  readonly compiled: CompiledRule;
  readonly effect: Effect;
  readonly rows: Row[] = [];
  readonly reads: readonly Read[];
  readonly #tree: RuleTree<Kept>;
  readonly #targets: Targets;
  readonly #judge: () => Judge;
  /** For reads on the VM's side: where the number stands; else -1. */
  readonly #places: Int32Array;
  /** For reads on both sides: where the variant stands; else -1. */
  readonly #pairPlaces: Int32Array;
  /** Rows of answers that the VM's own facts decide, by answer. */
  readonly #everywhere = new Map<AnswerCode, Kept>();
  /** For facts that are other ones where the VM is now: where the number stands; else -1. */
  readonly #presentPlaces: Int32Array;
  /** By site, member and the variants of facts on both sides. */
  readonly #columnsTable: KeyTable;
  readonly #columnsKey: Int32Array;
  readonly #columns: RowColumns[] = [];
  readonly #here = new Map<Site, (readonly (FactColumn | null)[])[]>();
  readonly hasWaivers: boolean;
  readonly #numbers: Int32Array;

  constructor(
    compiled: CompiledRule,
    targets: Targets,
    side: VmSide,
    judge: () => Judge,
    within: number,
  ) {
    this.compiled = compiled;
    this.effect = effectOf(compiled, within);
    this.#targets = targets;
    this.#judge = judge;
    this.reads = readsOf(compiled);
    this.#tree = new RuleTree(
      compiled,
      this.reads.map(({ path }) => targets.values.of(path)),
      judge(),
    );
    this.#places = Int32Array.from(this.reads, (read) =>
      read.side === 'vm' ? side.reads.placeOf(read) : ELSEWHERE,
    );
    this.#pairPlaces = Int32Array.from(this.reads, (read) =>
      read.side === 'pair' ? side.reads.placeOf(read) : ELSEWHERE,
    );
    const pairs = this.#pairPlaces.filter((place) => place !== ELSEWHERE).length;
    this.#columnsTable = new KeyTable(2 + pairs);
    this.#columnsKey = new Int32Array(2 + pairs);
    this.#presentPlaces = Int32Array.from(this.reads, (read) =>
      read.subject === 'pool' || (read.subject === 'place' && read.side === 'pair')
        ? side.readsHere.placeOf(read)
        : ELSEWHERE,
    );
    const { waivers } = judge();
    this.hasWaivers = 0 < waivers.of(compiled.rule.id).length;
    this.#numbers = new Int32Array(this.reads.length);
  }

  /** Where the numbers stand, of all of a VM or vNIC, that it goes by. */
  get vmPlaces(): readonly number[] {
    return [...this.#places, ...this.#pairPlaces].filter((place) => place !== ELSEWHERE);
  }

  /** Whether it may say something else of who is there than of who comes. */
  get isOtherHere(): boolean {
    return this.#presentPlaces.some((place) => place !== ELSEWHERE);
  }

  /** Whether it says the same of all who ask at a place. */
  get isOfSite(): boolean {
    return !this.hasWaivers && !this.isOtherHere && this.vmPlaces.length === 0;
  }

  get isMember(): boolean {
    return this.compiled.side === 'member';
  }

  /** @returns `null` when the rule has nothing to say of this VM or vNIC, whatever the host */
  rowFor(subject: Subject, site: Site | null): Row | null {
    if (this.hasWaivers && this.#isWaivedFor(subject)) return null;
    const { numbers } = subject;
    let path = this.#pathOf(numbers);
    if (path === undefined) {
      this.#askOnce(this.#ownOf(numbers), subject, site);
      path = this.#pathOf(numbers);
    }
    if (path === undefined || path === ANSWER.nothing) return null;
    const { open, table, key, rows } = this.#keptFor(path);
    key[0] = site === null ? -1 : site.id;
    for (let nth = 0; nth < open.length; nth += 1)
      key[nth + 1] = numbers[open[nth] as number] as number;
    const found = table.numberOf(key);
    let row = rows[found];
    if (row === undefined) {
      row = this.#makeRow(this.#ownOf(numbers), subject, site);
      rows.push(row);
      this.rows.push(row);
    }
    return row;
  }

  /**
   * Goes as far as the VM's own facts lead.
   * @returns the answer when nothing else matters, a fork that waits for the other side, or
   *          `undefined` when nobody asked anything like it
   */
  #pathOf(numbers: Int32Array): Branch<Kept> | undefined {
    let branch = this.#tree.root;
    while (typeof branch === 'object') {
      const place = this.#places[branch.read] as number;
      if (place === ELSEWHERE) return branch;
      branch = branch.next.get(numbers[place] as number);
    }
    return branch;
  }

  #ownOf(numbers: Int32Array): Int32Array {
    return this.#places.map((place) =>
      place === ELSEWHERE ? ELSEWHERE : (numbers[place] as number),
    );
  }

  #keptFor(path: Fork<Kept> | AnswerCode): Kept {
    if (typeof path === 'object') {
      // What the rule looked at on the way here is settled; only the rest tells VMs apart.
      path.kept ??= keptBy([
        ...this.#pairPlaces,
        ...this.#places.filter((_, read) => !path.before.includes(read)),
      ]);
      return path.kept;
    }
    let kept = this.#everywhere.get(path);
    if (kept === undefined) {
      // Which facts leave it open, and why they are not known, is told with a row.
      kept = keptBy(path === ANSWER.undecided ? [...this.#places] : []);
      this.#everywhere.set(path, kept);
    }
    return kept;
  }

  /** A first question, about whichever host. */
  #askOnce(own: Int32Array, subject: Subject, site: Site | null): void {
    const host = this.isMember ? firstOf((site as Site).slots[0]?.hosts ?? NO_HOSTS) : 0;
    if (host < 0 || this.#targets.hosts.length === 0) return;
    this.#tree.answerAt(own, this.#columnsAt(subject, site, 0).list, host);
  }

  #columnsAt(seen: Seen, site: Site | null, slot: number): RowColumns {
    const key = this.#columnsKey;
    key[0] = site === null ? -1 : site.id;
    key[1] = slot;
    let at = 2;
    for (let read = 0; read < this.#pairPlaces.length; read += 1) {
      const place = this.#pairPlaces[read] as number;
      if (place !== ELSEWHERE) key[at++] = seen.numbers[place] as number;
    }
    const number = this.#columnsTable.numberOf(key);
    let columns = this.#columns[number];
    if (columns === undefined) {
      columns = new RowColumns(this.reads.map((_, read) => this.#column(read, seen, site, slot)));
      this.#columns.push(columns);
    }
    return columns;
  }

  /** The row of a rule about places alone. */
  siteRow(site: Site): Row {
    const row = this.#makeRow(this.#places, NOBODY_ASKS, site);
    this.rows.push(row);
    return row;
  }

  /**
   * The answer where the VM is now.
   * @param present  numbers of the facts that are other ones there, by place in their own `ReadPlaces`
   */
  answerHere(
    subject: Subject,
    site: Site,
    slot: number,
    host: number,
    present: Int32Array,
  ): AnswerCode {
    const columns = this.#columnsHere(site, slot);
    let branch = this.#tree.root;
    while (typeof branch === 'object') {
      branch = branch.next.get(this.#numberHere(branch.read, subject, columns, host, present));
    }
    if (branch === undefined) {
      for (let read = 0; read < this.#numbers.length; read += 1) {
        this.#numbers[read] = this.#numberHere(read, subject, columns, host, present);
      }
      branch = this.#tree.answerOf(this.#numbers);
    }
    if (branch === ANSWER.nothing || !this.hasWaivers) return branch;
    const isWaived = this.#isWaivedFor(subject) || this.#isWaivedAt(site, slot, host);
    return isWaived ? ANSWER.nothing : branch;
  }

  #numberHere(
    read: number,
    { numbers }: Subject,
    columns: readonly (FactColumn | null)[],
    host: number,
    present: Int32Array,
  ): number {
    const here = this.#presentPlaces[read] as number;
    if (here !== ELSEWHERE) return present[here] as number;
    const place = this.#places[read] as number;
    if (place !== ELSEWHERE) return numbers[place] as number;
    return (columns[read] as FactColumn).numbers[host] as number;
  }

  /** The columns of the facts that are the same for who is there now and who comes. */
  #columnsHere(site: Site, slot: number): readonly (FactColumn | null)[] {
    let bySlot = this.#here.get(site);
    if (bySlot === undefined) {
      bySlot = [];
      this.#here.set(site, bySlot);
    }
    let columns = bySlot[slot];
    if (columns === undefined) {
      columns = this.reads.map((read, at) =>
        read.side === 'target' && this.#presentPlaces[at] === ELSEWHERE
          ? this.#targets.column(read, site, slot)
          : null,
      );
      bySlot[slot] = columns;
    }
    return columns;
  }

  /** The answer of a rule about the VM or vNIC alone. */
  answerAlone(subject: Subject): AnswerCode {
    const path = this.#pathOf(subject.numbers);
    const code =
      typeof path === 'number' ? path : this.#tree.answerOf(this.#ownOf(subject.numbers));
    if (code === ANSWER.nothing || !this.hasWaivers) return code;
    return this.#isWaivedFor(subject) ? ANSWER.nothing : code;
  }

  /**
   * Asks again for one host where facts changed.
   * @param tell  takes the number of each bundle whose row is another one now
   */
  refreshAll(host: number, tell: (bundle: number) => void): void {
    const { changes } = this.#targets;
    if (!this.hasWaivers && !this.#columns.some((columns) => columns.isOther(changes))) return;
    for (const row of this.rows) {
      if (this.#refresh(row, host)) row.users.forEach(tell);
    }
  }

  /**
   * Asks again for one host.
   * @returns whether the answer is another one than before
   */
  #refresh(row: Row, host: number): boolean {
    let isOther = false;
    const words = this.#targets.words;
    const { changes } = this.#targets;
    for (const [slot, part] of row.slots.entries()) {
      // Waivers go by the records, which may be other ones now.
      if (!this.hasWaivers && !part.columns.isOther(changes)) continue;
      const isAsked =
        hasBit(this.#hostsOf(row.site, slot), host) &&
        !(this.hasWaivers && this.#isWaivedAt(row.site, slot, host));
      const code = isAsked
        ? this.#tree.answerFor(row.own, part.columns.numbersAt(host, changes))
        : ANSWER.nothing;
      if (codeAt(part.bits, host) === code) continue;
      isOther = true;
      part.bits ??= new Int32Array(2 * words);
      const violated = part.bits.subarray(0, words);
      const undecided = part.bits.subarray(words);
      clearBit(violated, host);
      clearBit(undecided, host);
      if (code === ANSWER.violated) setBit(violated, host);
      else if (code === ANSWER.undecided) setBit(undecided, host);
    }
    return isOther;
  }

  #makeRow(own: Int32Array, seen: Seen, site: Site | null): Row {
    const count = this.isMember ? (site as Site).slots.length : 1;
    const slots = Array.from({ length: count }, (_, slot) => {
      const columns = this.#columnsAt(seen, site, slot);
      return { columns, bits: this.#spread(own, columns.list, site, slot) };
    });
    return { id: this.#targets.nextRowId(), of: this, own, site, slots, users: [] };
  }

  #spread(
    own: Int32Array,
    columns: readonly (FactColumn | null)[],
    site: Site | null,
    slot: number,
  ): Int32Array | null {
    let among = this.#hostsOf(site, slot);
    if (this.hasWaivers) among = this.#withoutWaived(among, site, slot);
    spreadOut(this.#targets.words).fill(0);
    this.#tree.spread(own, columns, among, OUT);
    return OUT.some((word) => word !== 0) ? OUT.slice() : null;
  }

  #column(at: number, seen: Seen, site: Site | null, slot: number): FactColumn | null {
    const read = this.reads[at] as Read;
    if (read.side === 'vm') return null;
    if (read.side === 'target') return this.#targets.column(read, site, slot);
    if (read.subject === 'move') return this.#targets.moveColumn(read, seen.source);
    if (site === null) throw new Error(`${this.compiled.rule.id} asks a VM about a place`);
    const variant = seen.numbers[this.#pairPlaces[at] as number] as number;
    return this.#targets.placeColumn(read, variant, site);
  }

  #hostsOf(site: Site | null, slot: number): Bits {
    return this.isMember
      ? ((site as Site).slots[slot]?.hosts ?? this.#targets.all)
      : this.#targets.all;
  }

  #isWaivedFor({ vm, vnic, source }: Subject): boolean {
    // A move is about both its hosts: the source stands with the VM.
    const context: WaiverContext = {
      vm: vm.id,
      ...(vnic === null ? {} : { vnic: vnic.id }),
      ...(source !== null && this.compiled.side === 'move' ? { host: source.id } : {}),
    };
    return this.#judge().waivers.waiverFor(this.compiled.rule.id, context) !== null;
  }

  #isWaivedAt(site: Site | null, slot: number, at: number): boolean {
    const place = site?.places[at];
    const member = this.isMember ? place?.members[slot] : undefined;
    const context: WaiverContext = {
      host: (this.#targets.hosts[at] as Host).id,
      ...(place?.switch ? { switch: place.switch.id } : {}),
      ...(member === undefined ? {} : { adapter: member.named.id }),
    };
    return this.#judge().waivers.waiverFor(this.compiled.rule.id, context) !== null;
  }

  #withoutWaived(hosts: Bits, site: Site | null, slot: number): Bits {
    const left = hosts.slice();
    for (let at = 0; at < this.#targets.hosts.length; at += 1) {
      if (hasBit(left, at) && this.#isWaivedAt(site, slot, at)) clearBit(left, at);
    }
    return left;
  }
}

export function codeAt(bits: Int32Array | null, host: number): AnswerCode {
  if (bits === null) return ANSWER.nothing;
  const words = bits.length >> 1;
  if (hasBit(bits, host)) return ANSWER.violated;
  return hasBit(bits, words * 32 + host) ? ANSWER.undecided : ANSWER.nothing;
}

/** @param places  where the numbers stand that tell rows apart; those elsewhere do not count */
function keptBy(places: readonly number[]): Kept {
  const open = places.filter((place) => place !== ELSEWHERE);
  const length = 1 + open.length;
  return { open, table: new KeyTable(length), key: new Int32Array(length), rows: [] };
}

const NO_HOSTS: Bits = new Int32Array(0);

let OUT = new Int32Array(0);
function spreadOut(words: number): Int32Array {
  if (OUT.length !== 2 * words) OUT = new Int32Array(2 * words);
  return OUT;
}
