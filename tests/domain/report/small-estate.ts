/** A hand-made estate in which every outcome occurs, and the two rules that bring them about. */

import { switchIovDisabled } from '../../../electron/domain/rules/hyperv/switch/switch-iov-disabled';
import { defineRule, holds, violated, whenKnown } from '../../../electron/domain/rules/rule';
import { idOf } from '../../../shared/ids';
import type { Estate, Host, Vm } from '../../../shared/model/estate';
import { clusterFields, hostFields } from '../../../shared/model/hyperv/host-fields';
import { switchFields } from '../../../shared/model/hyperv/switch-fields';
import { vmFields } from '../../../shared/model/hyperv/vm-fields';
import { vnicFields } from '../../../shared/model/hyperv/vnic-fields';
import { factsOf } from '../../helpers/estate';

export const otherVendor = defineRule({
  id: 'test-other-vendor',
  title: 'The target has a processor of another vendor',
  scope: 'migration',
  effect: { blocks: 'live' },
  reads: { here: 'source.processorVendor', there: 'target.processorVendor' },
  messages: { other: '{target} has a processor of another vendor than {source}.' },
  remediation: 'Shut {vm} down first, or choose another host.',
  confidence: 'documented',
  sources: ['S30'],
  limits: 'Looks at the vendor only.',
  check: ({ here, there }) =>
    whenKnown({ here, there }, (vendor) =>
      vendor.here === vendor.there ? holds() : violated('other'),
    ),
});

export const smallRules = [switchIovDisabled, otherVendor];

interface HostWish {
  readonly iovEnabled: boolean | null;
  readonly processorVendor?: 'intel' | 'amd';
}

/**
 * Cluster Prod: HV01 gives VFs, HV02 does not (its switch was created without SR-IOV), HV03 has
 * another vendor's processor, and of HV04's switch nobody knows. sql-01 and sql-02 run on HV01 with
 * a VF, web-01 on HV02 with a queue; edge-01 is on no known host and has no adapter.
 */
export function smallEstate(names: { readonly web?: string } = {}): Estate {
  return {
    clusters: [
      { platform: 'hyperv', id: idOf('prod'), name: 'Prod', facts: factsOf(clusterFields, {}) },
    ],
    hosts: [
      host('HV01', { iovEnabled: true }),
      host('HV02', { iovEnabled: false }),
      host('HV03', { iovEnabled: true, processorVendor: 'amd' }),
      host('HV04', { iovEnabled: null }),
    ],
    vms: [
      vm('sql-01', 'HV01', { vfDataPathActive: true }),
      vm('sql-02', 'HV01', { vfDataPathActive: true }),
      vm(names.web ?? 'web-01', 'HV02', { vfDataPathActive: false, vmqUsage: 1 }),
      { ...vm('edge-01', null, {}), vnics: [] },
    ],
  };
}

function host(name: string, { iovEnabled, processorVendor = 'intel' }: HostWish): Host {
  return {
    platform: 'hyperv',
    id: idOf(name.toLowerCase()),
    name,
    clusterId: idOf('prod'),
    facts: factsOf(hostFields, { processorVendor }),
    adapters: [],
    switches: [
      {
        id: idOf(`${name.toLowerCase()}/switch/Tenant`),
        name: 'Tenant',
        facts: factsOf(switchFields, {
          switchType: 'external',
          memberAdapters: [],
          ...(iovEnabled === null ? {} : { iovEnabled }),
        }),
      },
    ],
    switchesKnown: true,
  };
}

function vm(
  name: string,
  hostName: string | null,
  vnic: Partial<{ vfDataPathActive: boolean; vmqUsage: number }>,
): Vm {
  return {
    platform: 'hyperv',
    id: idOf(`vm/${name}`),
    name,
    hostId: hostName === null ? null : idOf(hostName.toLowerCase()),
    facts: factsOf(vmFields, { state: 'running' }),
    vnics: [
      {
        id: idOf(`vm/${name}/nic`),
        name: 'Network Adapter',
        facts: factsOf(vnicFields, {
          switchName: 'Tenant',
          connected: true,
          isLegacy: false,
          ...vnic,
        }),
      },
    ],
    vnicsKnown: true,
  };
}
