import type { Distribution } from '../../../electron/domain/simulator/draws/distribution';
import type {
  Core,
  Flow,
  Hop,
  Network,
  Queue,
  Server,
  Service,
} from '../../../electron/domain/simulator/network';
import { flow, network, queue, server, toQueue, toServer } from './plain';

/** What the headline's host carries; all that is not said is as it says. */
export interface Load {
  readonly endPs: number;
  /** Of all VMs together. */
  readonly packetsPerSecond: number;
  readonly vms: number;
  /** VMs on virtual functions; all others are behind VMQs and the vSwitch. */
  readonly sriovVms: number;
  readonly replyEvery: number | null;
  /** Of all work of cores: 1 is little enough that nothing is lost at line rate. */
  readonly slowness: number;
}

export const LINE_RATE = 14_880_952;

export const HEADLINE: Load = {
  endPs: 2e10,
  packetsPerSecond: LINE_RATE,
  vms: 32,
  sriovVms: 8,
  replyEvery: null,
  slowness: 1,
};

const HOST_CORES = 8;

/**
 * 10 GbE and 64-byte frames for 32 VMs, receive: wire, PCIe with places taken ahead, rings of 512,
 * moderation, host cores that three queues share, VMBus, guest cores that two VMs share. VMs on
 * virtual functions have their ring polled by the guest's core. Replies go back over the host's core
 * or straight from the virtual function to the wire.
 */
export function headline(changes: Partial<Load> = {}): Network {
  const load = { ...HEADLINE, ...changes };
  const { vms, sriovVms, replyEvery, slowness } = load;
  const guestCores = Math.ceil(vms / 2);
  const cores: Core[] = Array.from({ length: HOST_CORES + guestCores }, (_, index) => ({
    name: index < HOST_CORES ? `host ${index}` : `guest ${index - HOST_CORES}`,
    sibling: null,
  }));
  const costs = costsOf(slowness);
  const queues: Queue[] = [];
  const flows: Flow[] = [];
  const replies: Flow[] = [];
  const add = (one: Queue) => queues.push(one) - 1;
  for (let vm = 0; vm < vms; vm++) {
    const guest = HOST_CORES + Math.floor(vm / 2);
    const isSriov = vm < sriovVms;
    const host = vm % HOST_CORES;
    const lane: Hop[] = [toServer(WIRE), toServer(PCIE)];
    const reply: Hop[] = [];
    if (isSriov) {
      lane.push(toQueue(add(queue(null, { ...RING, core: guest, work: costs.direct }))));
    } else {
      lane.push(toQueue(add(queue(null, { ...RING, core: host, work: costs.host }))));
      lane.push(toQueue(add(queue(null, { ...VMBUS, core: guest, work: costs.guest }))));
      if (replyEvery !== null) {
        reply.push(toQueue(add(queue(null, { ...VMBUS, core: host, work: costs.send }))));
      }
    }
    reply.push(toServer(LINE));
    const follows = { flow: vms + vm, every: replyEvery ?? 1, delay: constantPs(2_000_000) };
    flows.push(
      flow({ kind: 'exponential', mean: (vms / load.packetsPerSecond) * 1e12 }, lane, {
        onDelivery: replyEvery === null ? null : follows,
      }),
    );
    replies.push(flow(constantPs(0), reply, { source: null }));
  }
  return network({
    endPs: load.endPs,
    flows: replyEvery === null ? flows : [...flows, ...replies],
    servers: [wire(1_000_000), pcie(), wire(4_000_000)],
    queues,
    cores,
  });
}

const WIRE = 0;
const PCIE = 1;
const LINE = 2;

const constantPs = (value: number): Distribution => ({ kind: 'constant', value });

const NOTHING: Service = {
  fixedPs: 0,
  perBytePs: 0,
  overheadBytes: 0,
  chunkBytes: 1,
  chunkPs: 0,
  extra: null,
};

/** 10 Gbit/s with preamble and gap. */
function wire(capacityBytes: number): Server {
  return server(null, {
    capacityBytes,
    service: { ...NOTHING, perBytePs: 800, overheadBytes: 20 },
  });
}

/** 64 Gbit/s in TLPs of 256 bytes with 26 bytes of header, and now and then a miss of the IOMMU. */
function pcie(): Server {
  const miss: Distribution = {
    kind: 'mixture',
    parts: [
      { weight: 63, of: constantPs(0) },
      { weight: 1, of: constantPs(200_000) },
    ],
  };
  return server(null, {
    service: { ...NOTHING, perBytePs: 125, chunkBytes: 256, chunkPs: 3250, extra: miss },
    takesPlaceAhead: true,
  });
}

const RING: Partial<Queue> = {
  capacity: 512,
  releases: 'taken',
  budget: 64,
  notice: { kind: 'throttled', intervalPs: 50_000_000, delayPs: 500_000 },
  wakePs: 800_000,
  pollPs: 100_000,
};

const VMBUS: Partial<Queue> = {
  capacity: 2048,
  releases: 'complete',
  budget: 128,
  notice: { kind: 'at-once', delayPs: 1_000_000 },
  wakePs: 1_200_000,
  pollPs: 80_000,
  signalPs: 300_000,
};

function costsOf(slowness: number) {
  const chance = (mean: number): Distribution => ({ kind: 'exponential', mean: mean * slowness });
  const work = (activity: 'switch' | 'stack' | 'driver', ps: number, extra: Distribution) => ({
    activity,
    perPacketPs: ps * slowness,
    perBytePs: 0,
    extra,
  });
  return {
    host: [work('switch', 150_000, chance(150_000))],
    guest: [work('stack', 200_000, chance(200_000))],
    direct: [work('stack', 200_000, chance(200_000))],
    send: [work('driver', 100_000, chance(80_000))],
  };
}
