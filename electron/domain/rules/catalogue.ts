/**
 * All rules, by platform, in the order in which causes are named: host platform, network adapter,
 * switch, pools, vNIC, guest, VM queues, and the move itself. An earlier layer makes later fixes
 * useless, so it is named first; the order never hides a reason.
 */
import type { Platform } from '../../../shared/model/estate';
import { guestRules } from './hyperv/guest';
import { hostRules } from './hyperv/host';
import { migrationRules } from './hyperv/migration';
import { nicRules } from './hyperv/nic';
import { poolRules } from './hyperv/pool';
import { switchRules } from './hyperv/switch';
import { vmqRules } from './hyperv/vmq';
import { vnicRules } from './hyperv/vnic';
import type { Rule } from './rule';

/** Changes with every change of what a rule says; reports carry it. */
export const RULES_VERSION = '1.2';

export const rulesByPlatform: Readonly<Record<Platform, readonly Rule[]>> = {
  hyperv: [
    ...hostRules,
    ...nicRules,
    ...switchRules,
    ...poolRules,
    ...vnicRules,
    ...guestRules,
    ...vmqRules,
    ...migrationRules,
  ],
};

export const rules: readonly Rule[] = rulesByPlatform.hyperv;

/** Ids that were given up, each with its reason. They are never given to another rule. */
export const retiredRuleIds: Readonly<Record<string, string>> = {};
