import type { Rule } from '../../rule';
import { nicInLbfoTeam } from './nic-in-lbfo-team';
import { nicMissingAcs } from './nic-missing-acs';
import { nicMissingPfDriver } from './nic-missing-pf-driver';
import { nicNoBusResources } from './nic-no-bus-resources';
import { nicNoIommu } from './nic-no-iommu';
import { nicNoOsc } from './nic-no-osc';
import { nicNoVfBarSpace } from './nic-no-vf-bar-space';
import { nicSetNotIdentical } from './nic-set-not-identical';
import { nicSriovAbsent } from './nic-sriov-absent';
import { nicSriovDisabled } from './nic-sriov-disabled';
import { nicSriovUnknown } from './nic-sriov-unknown';
import { nicVendorTeamOrVlan } from './nic-vendor-team-or-vlan';
import { nicZeroVfs } from './nic-zero-vfs';

/**
 * In the order in which they name a cause: the adapter itself, the platform around it, its
 * settings, and then what is stacked on it.
 */
export const nicRules: readonly Rule[] = [
  nicSriovAbsent,
  nicMissingPfDriver,
  nicNoIommu,
  nicNoOsc,
  nicMissingAcs,
  nicNoBusResources,
  nicNoVfBarSpace,
  nicSriovUnknown,
  nicSriovDisabled,
  nicZeroVfs,
  nicVendorTeamOrVlan,
  nicInLbfoTeam,
  nicSetNotIdentical,
];
