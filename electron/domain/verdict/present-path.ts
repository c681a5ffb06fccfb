/**
 * The path that a running VM is on, as its host reports it. Runtime truth beats prediction.
 * @see Hyper-V facts 0.2: an active VF data path proves `sriov`; a queue in use without it proves
 *      `vmdq`; a vNIC without a queue of its own is on the default queue.
 */

import type { Vm, Vnic } from '../../../shared/model/estate';
import type { PathSet } from '../../../shared/model/verdict';

/** `null`: the VM does not run, or the host says nothing that proves a path. */
export function reportedPath(vm: Vm, vnic: Vnic): PathSet | null {
  const state = vm.facts.state;
  if (state.state !== 'known' || state.value !== 'running') return null;
  const { connected, isLegacy, vfDataPathActive, vmqUsage } = vnic.facts;
  if (vfDataPathActive.state !== 'known') return null;
  if (vfDataPathActive.value) return ON_VF;
  if (connected.state === 'known' && !connected.value) return null;
  if (isLegacy.state === 'known' && isLegacy.value) return null;
  if (vmqUsage.state !== 'known') return ON_SYNTHETIC;
  return 0 < vmqUsage.value ? ON_QUEUE : ON_DEFAULT_QUEUE;
}

const ON_VF: PathSet = ['sriov'];
const ON_QUEUE: PathSet = ['vmdq'];
const ON_DEFAULT_QUEUE: PathSet = ['software'];
const ON_SYNTHETIC: PathSet = ['vmdq', 'software'];
