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
import type { Distribution } from '../draws/distribution';
import type { Emission, Flow, Hop, Network, Notice, Queue, Server, Work } from '../network';
import { UNBOUNDED } from '../network';
import { costPs } from './cost-profile';
import type { HostScenario, Moderation, Traffic, VirtualMachine, Vnic } from './host-scenario';
import { picosecondsPerByte, TLP_HEADER_BYTES } from './pcie';
import type { StageCostId } from './stage-costs';

const PS_PER_SECOND = 1e12;
const PS_PER_MILLISECOND = 1e9;
const PS_PER_MICROSECOND = 1e6;

/** Preamble and gap around a frame on Ethernet. */
const FRAME_OVERHEAD_BYTES = 20;
/** Descriptor written back for every packet, with its share of a header at eight to a write. */
const DESCRIPTOR_BYTES = 16 + TLP_HEADER_BYTES.write / 8;

/** Frames of the simple Internet mix and how often each comes. */
const IMIX: Distribution = {
  kind: 'mixture',
  parts: [
    { weight: 7, of: { kind: 'constant', value: 64 } },
    { weight: 4, of: { kind: 'constant', value: 594 } },
    { weight: 1, of: { kind: 'constant', value: 1518 } },
  ],
};
const IMIX_MEAN_BYTES = (7 * 64 + 4 * 594 + 1518) / 12;

export function layOut(scenario: HostScenario): Network {
  return new Layout(scenario).network;
}

/** Where the work for one queue of a vNIC is done. */
interface Place {
  readonly processor: number;
  readonly hostCore: number;
}

class Layout {
  private readonly flows: Flow[] = [];
  private readonly servers: Server[] = [];
  private readonly queues: Queue[] = [];
  private readonly wireIn: number;
  private readonly toHost: number;
  private readonly fromHost: number;
  private readonly wireOut: number;
  /** Rings of the default queue, one for every core that it is spread over; made when needed. */
  private defaultRings: readonly number[] | null = null;
  private queuesPlaced = 0;
  private processorsPlaced = 0;

  constructor(private readonly scenario: HostScenario) {
    const { nic } = scenario;
    const bytePs = 8000 / nic.gigabitsPerSecond;
    const linkBytePs = picosecondsPerByte(nic.pcie);
    const wire = { perBytePs: bytePs, overheadBytes: FRAME_OVERHEAD_BYTES };
    const link = (headerBytes: number) => ({
      perBytePs: linkBytePs,
      fixedPs: Math.round(DESCRIPTOR_BYTES * linkBytePs),
      chunkBytes: nic.pcie.maxPayloadBytes,
      chunkPs: Math.round(headerBytes * linkBytePs),
    });
    this.wireIn = this.addServer('wire, receive', wire, { capacityBytes: nic.networkBufferBytes });
    this.toHost = this.addServer('NIC to host', link(TLP_HEADER_BYTES.write), {
      capacityBytes: nic.fifoBytes,
      takesPlaceAhead: true,
    });
    this.fromHost = this.addServer('host to NIC', link(TLP_HEADER_BYTES.completion), {});
    this.wireOut = this.addServer('wire, transmit', wire, {});
    for (const [index, vm] of scenario.vms.entries()) {
      for (let copy = 1; copy <= vm.count; copy++) {
        const name = vm.name ?? `VM ${index + 1}`;
        this.addVm(vm.count === 1 ? name : `${name} #${copy}`, vm);
      }
    }
  }

  get network(): Network {
    const { seed, warmupMilliseconds, durationMilliseconds, host } = this.scenario;
    const warmupPs = Math.round(warmupMilliseconds * PS_PER_MILLISECOND);
    return {
      seed,
      warmupPs,
      endPs: warmupPs + Math.round(durationMilliseconds * PS_PER_MILLISECOND),
      flows: this.flows,
      servers: this.servers,
      queues: this.queues,
      cores: Array.from({ length: host.cores }, (_, index) => ({
        name: `core ${index}`,
        sibling: null,
      })),
    };
  }

  private addVm(name: string, vm: VirtualMachine): void {
    const processors = Array.from({ length: vm.vcpus }, () => this.nextProcessor());
    for (const [number, vnic] of vm.vnics.entries()) {
      this.addVnic(vm.vnics.length === 1 ? name : `${name}, vNIC ${number + 1}`, vnic, processors);
    }
  }

  private addVnic(name: string, vnic: Vnic, processors: readonly number[]): void {
    if (vnic.traffic.length === 0) return;
    const places = everyQueue(vnic).map((number) => ({
      processor: pick(processors, number),
      hostCore: vnic.path === 'vmdq' ? this.nextQueueCore() : 0,
    }));
    const receive = this.receiveLanes(name, vnic, places);
    const transmit = this.transmitLanes(name, vnic, places);
    for (const [number, traffic] of vnic.traffic.entries()) {
      const title = traffic.name ?? `${traffic.direction} ${number + 1}`;
      this.addTraffic(`${name}: ${title}`, traffic, { receive, transmit });
    }
  }

  private addTraffic(
    name: string,
    traffic: Traffic,
    lanes: Record<Traffic['direction'], readonly (readonly Hop[])[]>,
  ): void {
    const { direction, bytes, arrivals, answerEvery, answerBytes } = traffic;
    const back = direction === 'receive' ? 'transmit' : 'receive';
    const meanGapPs = Math.round(PS_PER_SECOND / packetsPerSecond(traffic));
    const answer: Emission | null =
      answerEvery === 0
        ? null
        : {
            flow: this.flows.length + 1,
            every: answerEvery,
            delay: { kind: 'constant', value: 0 },
          };
    this.flows.push({
      name,
      source: {
        kind: 'open',
        firstPs: 0,
        untilPs: UNBOUNDED,
        gap:
          arrivals === 'constant'
            ? { kind: 'constant', value: meanGapPs }
            : { kind: 'exponential', mean: meanGapPs },
        batch: { kind: 'constant', value: 1 },
        burst: null,
      },
      bytes: bytes === 'imix' ? IMIX : { kind: 'constant', value: bytes },
      lanes: lanes[direction],
      spread: 'random',
      onDelivery: answer,
      onLoss: null,
    });
    if (answer === null) return;
    this.flows.push({
      name: `${name}, answers`,
      source: null,
      bytes: { kind: 'constant', value: answerBytes },
      lanes: lanes[back],
      spread: 'random',
      onDelivery: null,
      onLoss: null,
    });
  }

  private receiveLanes(name: string, { path }: Vnic, places: readonly Place[]): Hop[][] {
    const delayPs = Math.round(this.scenario.nic.dmaDelayNanoseconds * 1000);
    const front = [server(this.wireIn), server(this.toHost)];
    const lane = (ring: number, ...rest: number[]) => [
      ...front,
      { ...queue(ring), delayPs },
      ...rest.map(queue),
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
    const back = [server(this.fromHost), server(this.wireOut)];
    return places.map(({ processor, hostCore }, number) => {
      const send = this.addQueue(`${name}: send ${number}`, processor, {
        priority: 1,
        work: [
          this.work('stack', 'guestTransmit', 'guestTransmitByte'),
          this.work('driver', path === 'sriov' ? 'vfDriver' : 'guestChannel'),
        ],
      });
      if (path === 'sriov') return [queue(send), ...back];
      const channel = this.addQueue(`${name}: channel to host ${number}`, hostCore, {
        notice: { kind: 'at-once', delayPs: this.cost('hostWakeDelay') },
        wakePs: this.cost('hostTransmitWake'),
        signalPs: this.cost('guestSignal'),
        work: [this.work('switch', 'hostTransmit')],
      });
      return [queue(send), queue(channel), ...back];
    });
  }

  private addVfRing(name: string, number: number, processor: number): number {
    const { nic, host } = this.scenario;
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
    const { defaultQueueCores } = this.scenario.host;
    this.defaultRings ??= Array.from({ length: defaultQueueCores }, (_, core) =>
      this.addRing(`default queue ${core}`, core % this.scenario.host.cores, [
        this.work('switch', 'hostSort'),
      ]),
    );
    return this.defaultRings;
  }

  private addRing(name: string, core: number, extra: readonly Work[]): number {
    const { nic } = this.scenario;
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
      capacity: this.scenario.host.channelEntries,
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
    const { cores, queueBaseCore, queueCores } = this.scenario.host;
    return (queueBaseCore + (this.queuesPlaced++ % queueCores)) % cores;
  }

  /** Virtual processors go round the cores that serve no queues, or round all where none is left. */
  private nextProcessor(): number {
    const { cores, queueBaseCore, queueCores, defaultQueueCores } = this.scenario.host;
    const all = Array.from({ length: cores }, (_, core) => core);
    const free = all.filter(
      (core) =>
        core >= defaultQueueCores && (core < queueBaseCore || core >= queueBaseCore + queueCores),
    );
    return pick(free.length > 0 ? free : all, this.processorsPlaced++);
  }

  private addQueue(name: string, core: number, parts: Partial<Queue>): number {
    this.queues.push({
      name,
      core,
      capacity: UNBOUNDED,
      releases: 'complete',
      budget: this.scenario.host.pollBudget,
      priority: 0,
      notice: { kind: 'at-once', delayPs: 0 },
      wakePs: 0,
      pollPs: 0,
      work: [],
      signalPs: 0,
      ...parts,
    });
    return this.queues.length - 1;
  }

  private addServer(
    name: string,
    service: Partial<Server['service']>,
    parts: Partial<Server>,
  ): number {
    this.servers.push({
      name,
      count: 1,
      capacityPackets: UNBOUNDED,
      capacityBytes: UNBOUNDED,
      takesPlaceAhead: false,
      ...parts,
      service: {
        fixedPs: 0,
        perBytePs: 0,
        overheadBytes: 0,
        chunkBytes: 1,
        chunkPs: 0,
        extra: null,
        ...service,
      },
    });
    return this.servers.length - 1;
  }

  /** In whole picoseconds on this host's clock. */
  private cost(id: StageCostId): number {
    return Math.round(this.exactCost(id));
  }

  private exactCost(id: StageCostId): number {
    return costPs(this.scenario.profile, id, this.scenario.host.clockGigahertz);
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

function packetsPerSecond({ packetsPerSecond, gigabitsPerSecond, bytes }: Traffic): number {
  if (packetsPerSecond !== undefined) return packetsPerSecond;
  const meanBytes = bytes === 'imix' ? IMIX_MEAN_BYTES : bytes;
  return ((gigabitsPerSecond ?? 1) * 1e9) / (8 * meanBytes);
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

function everyQueue({ queues }: Vnic): number[] {
  return Array.from({ length: queues }, (_, number) => number);
}

function server(index: number): Hop {
  return { to: 'server', index, delayPs: 0 };
}

function queue(index: number): Hop {
  return { to: 'queue', index, delayPs: 0 };
}

/** Going round; an empty list has been ruled out by the schema. */
function pick(numbers: readonly number[], at: number): number {
  return numbers[at % numbers.length] ?? 0;
}
