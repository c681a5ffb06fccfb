/**
 * What a packet costs on its way, stage by stage: one table, from which the schema of a cost
 * profile, its documentation and the layout of a host follow.
 *
 * All are processor time unless the title says delay. Costs marked `clock` were given for a clock
 * and are the same number of cycles at another; `memory` and `none` are the same time everywhere.
 */
export type CostUnit = 'ns' | 'ns per packet' | 'ns per byte';

export interface StageCost {
  readonly title: string;
  readonly unit: CostUnit;
  readonly scales: 'clock' | 'memory' | 'none';
}

export const stageCosts = {
  hostWake: {
    title: 'Host: from the interrupt of a queue to polling it',
    unit: 'ns',
    scales: 'clock',
  },
  hostPoll: { title: 'Host: one round of polling a queue', unit: 'ns', scales: 'clock' },
  hostDriver: {
    title: 'Host: NIC driver, receive',
    unit: 'ns per packet',
    scales: 'clock',
  },
  hostSort: {
    title: 'Host: finding the vNIC of a packet that the NIC did not sort',
    unit: 'ns per packet',
    scales: 'clock',
  },
  hostSwitch: {
    title: 'Host: virtual switch, receive',
    unit: 'ns per packet',
    scales: 'clock',
  },
  hostCopy: { title: 'Host: copy into the VM', unit: 'ns per byte', scales: 'memory' },
  hostSignal: {
    title: 'Host: signal to a VM whose channel was empty',
    unit: 'ns',
    scales: 'clock',
  },
  hostTransmitWake: {
    title: 'Host: from the signal of a VM to polling its channel',
    unit: 'ns',
    scales: 'clock',
  },
  hostTransmit: {
    title: 'Host: virtual switch and NIC driver, transmit',
    unit: 'ns per packet',
    scales: 'clock',
  },
  hostWakeDelay: { title: 'Delay of a wake-up of the host', unit: 'ns', scales: 'none' },
  guestWake: {
    title: 'Guest: from the signal of its channel to polling it, exits included',
    unit: 'ns',
    scales: 'clock',
  },
  guestWakeDelay: { title: 'Delay of a signal to the guest', unit: 'ns', scales: 'none' },
  guestChannel: {
    title: 'Guest: synthetic driver, either way',
    unit: 'ns per packet',
    scales: 'clock',
  },
  guestSignal: {
    title: 'Guest: signal to the host whose channel was empty',
    unit: 'ns',
    scales: 'clock',
  },
  guestReceive: { title: 'Guest: stack, receive', unit: 'ns per packet', scales: 'clock' },
  guestReceiveByte: { title: 'Guest: stack, receive', unit: 'ns per byte', scales: 'clock' },
  guestTransmit: { title: 'Guest: stack, transmit', unit: 'ns per packet', scales: 'clock' },
  guestTransmitByte: { title: 'Guest: stack, transmit', unit: 'ns per byte', scales: 'clock' },
  vfWakeByExit: {
    title: 'Guest: interrupt of a VF that needs exits',
    unit: 'ns',
    scales: 'clock',
  },
  vfWakePosted: { title: 'Guest: interrupt of a VF, posted', unit: 'ns', scales: 'clock' },
  vfWakeDelay: { title: 'Delay of the interrupt of a VF', unit: 'ns', scales: 'none' },
  vfDriver: { title: 'Guest: VF driver, either way', unit: 'ns per packet', scales: 'clock' },
} as const satisfies Record<string, StageCost>;

export type StageCostId = keyof typeof stageCosts;

export const STAGE_COST_IDS = Object.keys(stageCosts) as readonly StageCostId[];
