/**
 * Lays a host out as a network. All three paths share the wire and the link to the host; they differ
 * only in the stations that a packet visits:
 *
 * - `sriov`: ring of the VF, polled by a virtual processor of the VM.
 * - `vmdq`: ring of the vNIC, polled by a core of the host, then the channel of the VM.
 * - `software`: the default queue, polled by one core (or a few), then the channel of the VM.
 *
 * To transmit, the VM's own processor works first; then, except with `sriov`, a core of the host
 * takes the packet from the channel; then link and wire.
 */
import type { Hop, Network, Notice, Queue, Work } from '../network';
import { toQueue, toServer } from '../plain-parts';
import { costPs } from './cost-profile';
import type { HostScenario, Moderation, Traffic, Vnic } from './host-scenario';
import { NetworkBuilder } from './network-builder';
import { picosecondsPerByte, TLP_HEADER_BYTES } from './pcie';
import type { StageCostId } from './stage-costs';
import { sizesOf, sourceOf } from './traffic';

const PS_PER_MILLISECOND = 1e9;
const PS_PER_MICROSECOND = 1e6;

/** Preamble and gap around a frame on Ethernet. */
const FRAME_OVERHEAD_BYTES = 20;
/** Descriptor written back for every packet, with its share of a header at eight to a write. */
const DESCRIPTOR_BYTES = 16 + TLP_HEADER_BYTES.write / 8;

export function layOut(scenario: HostScenario): Network {
  const builder = new NetworkBuilder();
  const host = new HostLayout(builder, scenario, '');
  for (const [index, vm] of scenario.vms.entries()) {
    for (let copy = 1; copy <= vm.count; copy++) {
      const name = vm.name ?? `VM ${index + 1}`;
      const processors = host.placeProcessors(vm.vcpus);
      for (const [number, vnic] of vm.vnics.entries()) {
        const copied = vm.count === 1 ? name : `${name} #${copy}`;
        const title = vm.vnics.length === 1 ? copied : `${copied}, vNIC ${number + 1}`;
        addTraffic(builder, title, vnic, host.addVnic(title, vnic, processors));
      }
    }
  }
  const warmupPs = Math.round(scenario.warmupMilliseconds * PS_PER_MILLISECOND);
  const endPs = warmupPs + Math.round(scenario.durationMilliseconds * PS_PER_MILLISECOND);
  return builder.build(scenario.seed, { warmupPs, endPs });
}

function addTraffic(builder: NetworkBuilder, title: string, vnic: Vnic, lanes: Lanes): void {
  for (const [number, traffic] of vnic.traffic.entries()) {
    const name = `${title}: ${traffic.name ?? `${traffic.direction} ${number + 1}`}`;
    const back = traffic.direction === 'receive' ? 'transmit' : 'receive';
    const hasAnswers = traffic.answerEvery > 0;
    const answer = {
      flow: builder.nextFlow + 1,
      every: traffic.answerEvery,
      delay: { kind: 'constant', value: 0 },
    } as const;
    builder.addFlow({
      name,
      source: sourceOf(traffic),
      bytes: sizesOf(traffic),
      lanes: lanes[traffic.direction],
      onDelivery: hasAnswers ? answer : null,
    });
    if (!hasAnswers) continue;
    builder.addFlow({
      name: `${name}, answers`,
      bytes: { kind: 'constant', value: traffic.answerBytes },
      lanes: lanes[back],
    });
  }
}

/** The ways of a vNIC's packets, one for each of its queues. */
export type Lanes = Readonly<Record<Traffic['direction'], readonly (readonly Hop[])[]>>;

/** What of a scenario a host consists of. */
export type HostParts = Pick<HostScenario, 'profile' | 'host' | 'nic'>;

/** Where the work for one queue of a vNIC is done. */
interface Place {
  readonly processor: number;
  readonly hostCore: number;
}

/** One host in a network: its NIC and cores, and the vNICs that are added to it. */
export class HostLayout {
  private readonly wireIn: number;
  private readonly toHost: number;
  private readonly fromHost: number;
  private readonly wireOut: number;
  private readonly cores: readonly number[];
  /** Rings of the default queue, one for every core that it is spread over; made when needed. */
  private defaultRings: readonly number[] | null = null;
  private queuesPlaced = 0;
  private processorsPlaced = 0;

  /** @param prefix  of all names, such as "target: " */
  constructor(
    private readonly builder: NetworkBuilder,
    private readonly parts: HostParts,
    private readonly prefix: string,
  ) {
    const { nic, host } = parts;
    const linkBytePs = picosecondsPerByte(nic.pcie);
    const wire = {
      perBytePs: 8000 / nic.gigabitsPerSecond,
      overheadBytes: FRAME_OVERHEAD_BYTES,
    };
    const link = (headerBytes: number) => ({
      perBytePs: linkBytePs,
      fixedPs: Math.round(DESCRIPTOR_BYTES * linkBytePs),
      chunkBytes: nic.pcie.maxPayloadBytes,
      chunkPs: Math.round(headerBytes * linkBytePs),
    });
    this.wireIn = builder.addServer(`${prefix}wire, receive`, wire, {
      capacityBytes: nic.networkBufferBytes,
    });
    this.toHost = builder.addServer(`${prefix}NIC to host`, link(TLP_HEADER_BYTES.write), {
      capacityBytes: nic.fifoBytes,
      takesPlaceAhead: true,
    });
    this.fromHost = builder.addServer(`${prefix}host to NIC`, link(TLP_HEADER_BYTES.completion));
    this.wireOut = builder.addServer(`${prefix}wire, transmit`, wire);
    this.cores = Array.from({ length: host.cores }, (_, index) =>
      builder.addCore(`${prefix}core ${index}`),
    );
  }

  /** From software to the wire. */
  get wayOut(): readonly Hop[] {
    return [toServer(this.fromHost), toServer(this.wireOut)];
  }

  /** From the wire to software; the rings differ. */
  get wayIn(): readonly Hop[] {
    return [toServer(this.wireIn), toServer(this.toHost)];
  }

  /** Work of the host's own on its first core, for every byte. */
  addHostWork(name: string, cyclesPerByte: number): Hop {
    const perBytePs = (cyclesPerByte * 1000) / this.parts.host.clockGigahertz;
    const work = [{ activity: 'other', perPacketPs: 0, perBytePs, extra: null }] as const;
    return toQueue(this.addQueue(name, 0, { work }));
  }

  /** The queues of a vNIC and its ways through them. */
  addVnic(name: string, vnic: Vnic, processors: readonly number[]): Lanes {
    const places = Array.from({ length: vnic.queues }, (_, number) => ({
      processor: pick(processors, number),
      hostCore: vnic.path === 'vmdq' ? this.nextQueueCore() : 0,
    }));
    return {
      receive: this.receiveLanes(name, vnic, places),
      transmit: this.transmitLanes(name, vnic, places),
    };
  }

  /** Virtual processors go round the cores that serve no queues, or round all where none is left. */
  placeProcessors(count: number): number[] {
    const { cores, queueBaseCore, queueCores, defaultQueueCores } = this.parts.host;
    const all = Array.from({ length: cores }, (_, core) => core);
    const free = all.filter(
      (core) =>
        core >= defaultQueueCores && (core < queueBaseCore || core >= queueBaseCore + queueCores),
    );
    return Array.from({ length: count }, () =>
      pick(free.length > 0 ? free : all, this.processorsPlaced++),
    );
  }

  private receiveLanes(name: string, { path }: Vnic, places: readonly Place[]): Hop[][] {
    const delayPs = Math.round(this.parts.nic.dmaDelayNanoseconds * 1000);
    const lane = (ring: number, ...rest: number[]) => [
      ...this.wayIn,
      toQueue(ring, delayPs),
      ...rest.map((one) => toQueue(one)),
    ];
    if (path === 'sriov') {
      return places.map(({ processor }, number) => lane(this.addVfRing(name, number, processor)));
    }
    const channels = places.map(({ processor }, number) =>
      this.addReceiveChannel(name, number, processor),
    );
    const rings =
      path === 'vmdq'
        ? places.map(({ hostCore }, number) =>
            this.addRing(`${name}: VMQ ring ${number}`, hostCore, []),
          )
        : this.sharedDefaultRings();
    // Connections are spread over rings and channels alike, so that one of each go together.
    return Array.from({ length: Math.max(rings.length, channels.length) }, (_, number) =>
      lane(pick(rings, number), pick(channels, number)),
    );
  }

  private transmitLanes(name: string, { path }: Vnic, places: readonly Place[]): Hop[][] {
    return places.map(({ processor, hostCore }, number) => {
      const send = this.addQueue(`${name}: send ${number}`, processor, {
        priority: 1,
        work: [
          this.work('stack', 'guestTransmit', 'guestTransmitByte'),
          this.work('driver', path === 'sriov' ? 'vfDriver' : 'guestChannel'),
        ],
      });
      if (path === 'sriov') return [toQueue(send), ...this.wayOut];
      const channel = this.addQueue(`${name}: channel to host ${number}`, hostCore, {
        notice: { kind: 'at-once', delayPs: this.cost('hostWakeDelay') },
        wakePs: this.cost('hostTransmitWake'),
        signalPs: this.cost('guestSignal'),
        work: [this.work('switch', 'hostTransmit')],
      });
      return [toQueue(send), toQueue(channel), ...this.wayOut];
    });
  }

  private addVfRing(name: string, number: number, processor: number): number {
    const { nic, host } = this.parts;
    return this.addQueue(`${name}: VF ring ${number}`, processor, {
      capacity: nic.ringEntries,
      releases: 'taken',
      priority: 1,
      notice: noticeOf(nic.moderation, this.cost('vfWakeDelay')),
      wakePs: isPolled(nic.moderation)
        ? 0
        : this.cost(host.interruptDelivery === 'exit' ? 'vfWakeByExit' : 'vfWakePosted'),
      work: [
        this.work('driver', 'vfDriver'),
        this.work('stack', 'guestReceive', 'guestReceiveByte'),
      ],
    });
  }

  private sharedDefaultRings(): readonly number[] {
    const { defaultQueueCores } = this.parts.host;
    this.defaultRings ??= Array.from({ length: defaultQueueCores }, (_, core) =>
      this.addRing(`default queue ${core}`, core % this.parts.host.cores, [
        this.work('switch', 'hostSort'),
      ]),
    );
    return this.defaultRings;
  }

  private addRing(name: string, core: number, extra: readonly Work[]): number {
    const { nic } = this.parts;
    return this.addQueue(name, core, {
      capacity: nic.ringEntries,
      releases: 'taken',
      notice: noticeOf(nic.moderation, this.cost('hostWakeDelay')),
      wakePs: isPolled(nic.moderation) ? 0 : this.cost('hostWake'),
      pollPs: this.cost('hostPoll'),
      work: [
        this.work('driver', 'hostDriver'),
        ...extra,
        this.work('switch', 'hostSwitch'),
        this.work('copy', null, 'hostCopy'),
      ],
    });
  }

  private addReceiveChannel(name: string, number: number, processor: number): number {
    return this.addQueue(`${name}: channel to VM ${number}`, processor, {
      capacity: this.parts.host.channelEntries,
      releases: 'complete',
      priority: 1,
      notice: { kind: 'at-once', delayPs: this.cost('guestWakeDelay') },
      wakePs: this.cost('guestWake'),
      signalPs: this.cost('hostSignal'),
      work: [
        this.work('driver', 'guestChannel'),
        this.work('stack', 'guestReceive', 'guestReceiveByte'),
      ],
    });
  }

  /** Queues go round the cores that are given to them; what has none is served by core 0. */
  private nextQueueCore(): number {
    const { cores, queueBaseCore, queueCores } = this.parts.host;
    return (queueBaseCore + (this.queuesPlaced++ % queueCores)) % cores;
  }

  /** @param core  of this host */
  private addQueue(name: string, core: number, parts: Partial<Queue>): number {
    return this.builder.addQueue(`${this.prefix}${name}`, pick(this.cores, core), {
      budget: this.parts.host.pollBudget,
      ...parts,
    });
  }

  /** In whole picoseconds on this host's clock. */
  private cost(id: StageCostId): number {
    return Math.round(this.exactCost(id));
  }

  private exactCost(id: StageCostId): number {
    return costPs(this.parts.profile, id, this.parts.host.clockGigahertz);
  }

  private work(
    activity: Work['activity'],
    perPacket: StageCostId | null,
    perByte: StageCostId | null = null,
  ): Work {
    return {
      activity,
      perPacketPs: perPacket === null ? 0 : this.cost(perPacket),
      perBytePs: perByte === null ? 0 : this.exactCost(perByte),
      extra: null,
    };
  }
}

function noticeOf(moderation: Moderation, delayPs: number): Notice {
  switch (moderation.kind) {
    case 'none':
      return { kind: 'at-once', delayPs };
    case 'polled':
      return { kind: 'at-once', delayPs: 0 };
    case 'throttled':
      return {
        kind: 'throttled',
        intervalPs: Math.round(moderation.microseconds * PS_PER_MICROSECOND),
        delayPs,
      };
    case 'gathered':
      return {
        kind: 'gathered',
        afterPs: Math.round(moderation.microseconds * PS_PER_MICROSECOND),
        packets: moderation.packets,
        delayPs,
      };
  }
}

function isPolled(moderation: Moderation): boolean {
  return moderation.kind === 'polled';
}

/** Going round; an empty list has been ruled out by the schema. */
function pick(numbers: readonly number[], at: number): number {
  return numbers[at % numbers.length] ?? 0;
}
