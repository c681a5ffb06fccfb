import { forwardingCases } from './forwarding';
import type { PublishedCase } from './published-case';
import { wholePathCases } from './whole-paths';

/** Every row of a published table that the engine can express. */
export const publishedCases: readonly PublishedCase[] = [...wholePathCases, ...forwardingCases];

/** Tables that are in the collection of measurements and are not used, and why not. */
export const unusedTables: readonly { readonly table: string; readonly why: string }[] = [
  {
    table: 'CAL-05 SR-IOV on Xen, processor time per added VM',
    why: 'The abstract gives neither clock nor packet sizes; what 1.76 points are a share of is not said',
  },
  { table: 'CAL-06 Xen driver domain', why: 'Abstracts only: no processor, sizes or workload' },
  {
    table: 'CAL-07 KVM vhost against bare metal, cycles per byte',
    why: 'One TCP stream with segmentation offload: segments are not in the model yet',
  },
  {
    table: 'CAL-08 AccelNet',
    why: 'One TCP connection between two hosts: needs both hosts and a congestion response',
  },
  { table: 'CAL-09 SoftNIC', why: 'TCP streams over VXLAN with segmentation offload' },
  {
    table: 'CAL-12 user-space switch with a VM',
    why: 'Each figure would set the one cost it needs',
  },
  { table: 'CAL-13 flow-table scaling', why: 'Caches of flows are not in the model' },
  { table: 'CAL-16 guest stack', why: 'TCP with segmentation offload' },
  { table: 'CAL-17, CAL-18', why: 'Ratios of offloads that are not in the model yet' },
  { table: 'CAL-19 interrupts and IOMMU', why: 'Second hand, and relative to unknown hosts' },
  { table: 'CAL-M1 to CAL-M3 live migration', why: 'The migration run is not built yet' },
];
