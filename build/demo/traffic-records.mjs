/** Two readings of raw performance counters, a minute apart. */

const SYSTEM_TICKS_PER_SECOND = 10_000_000;
/** 100 ns since 1601, as text because it exceeds what JSON readers keep. */
const FIRST_READING_TICKS = 134_152_347_011_834_620n;

/**
 * Rates of a running VM on the synthetic path; a VF's own traffic passes these counters by.
 * @type {Partial<Record<import('./types').Path, readonly [received: number, sent: number]>>}
 */
const RATES = { vf: [2_100, 900], vmq: [18_400_000, 7_300_000] };

/**
 * @param {import('./types').Host} host
 */
export function trafficSamples(host) {
  return [1, 2].flatMap((sample) => [
    ...host.vms.flatMap((vm) => vm.vnics.map((vnic) => vnicReading(host, vm, vnic, sample))),
    ...host.ports.filter(({ inSwitch }) => inSwitch).map((port) => portReading(host, port, sample)),
  ]);
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').Vm} vm
 * @param {import('./types').Vnic} vnic
 * @param {number} sample
 */
function vnicReading(host, vm, vnic, sample) {
  const [received, sent] = RATES[vnic.path] ?? [0, 0];
  return {
    ...stamp(host, sample, 'NvspNicStats_HyperVVirtualNetworkAdapter'),
    Name: `${vm.name}_${vnic.name}_${vm.id.toUpperCase()}--${vnic.id.toUpperCase()}`,
    ...clocks(sample),
    ...counts(sample, received, sent),
    DroppedPacketsIncomingPersec: 0,
    DroppedPacketsOutgoingPersec: 0,
  };
}

/**
 * @param {import('./types').Host} host
 * @param {import('./types').Port} port
 * @param {number} sample
 */
function portReading(host, port, sample) {
  return {
    ...stamp(host, sample, 'Tcpip_NetworkAdapter'),
    // Windows replaces round brackets and number signs in instance names.
    Name: port.description.replaceAll('(', '[').replaceAll(')', ']').replaceAll('#', '_'),
    ...clocks(sample),
    ...counts(sample, 41_000_000, 22_500_000),
    CurrentBandwidth: port.model.gigabits * 1e9,
  };
}

/**
 * @param {import('./types').Host} host
 * @param {number} sample
 * @param {string} counter
 */
function stamp(host, sample, counter) {
  const minute = 4 + host.index + (sample - 1);
  return {
    Sample: sample,
    SampledAt: `2026-02-10T21:${String(minute).padStart(2, '0')}:14.0210000Z`,
    Counter: counter,
  };
}

/** @param {number} sample */
function clocks(sample) {
  const seconds = (sample - 1) * 60;
  return {
    Timestamp_PerfTime: 19_837_224_180_000 + seconds * SYSTEM_TICKS_PER_SECOND,
    Frequency_PerfTime: SYSTEM_TICKS_PER_SECOND,
    Timestamp_Sys100NS: String(FIRST_READING_TICKS + BigInt(seconds * SYSTEM_TICKS_PER_SECOND)),
  };
}

/**
 * Cumulative, as raw counters are; rates in bytes per second.
 * @param {number} sample
 * @param {number} received
 * @param {number} sent
 */
function counts(sample, received, sent) {
  const seconds = 500_000 + (sample - 1) * 60;
  return {
    BytesReceivedPersec: received * seconds,
    BytesSentPersec: sent * seconds,
    PacketsReceivedPersec: Math.round((received / 910) * seconds),
    PacketsSentPersec: Math.round((sent / 620) * seconds),
  };
}
