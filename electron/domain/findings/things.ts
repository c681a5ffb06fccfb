/**
 * Things at fault over all hosts at once: what a rule blames on a host is the host itself, its
 * switch of some name, or an adapter behind that, so one word for a thing stands for one record on
 * each host.
 */
import type { Host } from '../../../shared/model/estate';
import type { PlacedRecord } from '../../../shared/model/report';
import { partOf } from '../report/reasons';
import { type Bits, noBits, setBit } from '../verdict/bits';
import type { Site, Targets } from '../verdict/matrix-targets';
import type { Member, Place } from '../verdict/place';

export type ThingKind = 'host' | 'switch' | 'adapter';

/** Of each host the one that some vNICs find there: the host, a switch, a member of its team. */
export interface Things {
  /** Its own among all, from 0. */
  readonly id: number;
  readonly kind: ThingKind;
  /** `null` for hosts, which are the same for every vNIC. */
  readonly site: Site | null;
  /** Which member of the team; 0 for hosts and switches. */
  readonly slot: number;
  /** Hosts that have such a thing. */
  readonly hosts: Bits;
}

export class ThingTable {
  readonly #targets: Targets;
  readonly #all: Things[] = [];
  readonly ofHosts: Things;
  readonly #bySite = new Map<Site, { readonly switches: Things; readonly adapters: Things[] }>();

  constructor(targets: Targets) {
    this.#targets = targets;
    this.ofHosts = this.#add('host', null, 0, targets.all);
  }

  switchesAt(site: Site): Things {
    return this.#at(site).switches;
  }

  /** Members that a source names; of the others nothing can be at fault. */
  adaptersAt(site: Site, slot: number): Things {
    return this.#at(site).adapters[slot] as Things;
  }

  hostAt(host: number): Host {
    return this.#targets.hosts[host] as Host;
  }

  /** @throws Error when the host has no such thing */
  recordAt({ kind, site, slot }: Things, at: number): PlacedRecord {
    const host = this.hostAt(at);
    if (kind === 'host') return { kind, id: host.id, name: host.name, host: null };
    const place = (site as Site).places[at] as Place;
    const found = kind === 'switch' ? place.switch : (place.members[slot] as Member).named;
    if (found === null) throw new Error(`${host.name} has no such switch`);
    return partOf(kind, found, host);
  }

  #at(site: Site) {
    let found = this.#bySite.get(site);
    if (found === undefined) {
      const has = (isThere: (place: Place) => boolean) => {
        const hosts = noBits(site.places.length);
        for (const [at, place] of site.places.entries()) if (isThere(place)) setBit(hosts, at);
        return hosts;
      };
      found = {
        switches: this.#add(
          'switch',
          site,
          0,
          has((place) => place.switch !== null),
        ),
        adapters: site.slots.map((_, slot) =>
          this.#add(
            'adapter',
            site,
            slot,
            has(({ members }) => (members[slot]?.named.id ?? '') !== ''),
          ),
        ),
      };
      this.#bySite.set(site, found);
    }
    return found;
  }

  #add(kind: ThingKind, site: Site | null, slot: number, hosts: Bits): Things {
    const things = { id: this.#all.length, kind, site, slot, hosts };
    this.#all.push(things);
    return things;
  }
}
