import type { NicMake } from './records';
import { type NicDescriptionRule, nicDescriptionRuleTable } from './tables';

interface CompiledRule {
  readonly expression: RegExp;
  readonly rule: NicDescriptionRule;
}

const compiledRules: readonly CompiledRule[] = nicDescriptionRuleTable.map((rule) => ({
  expression: new RegExp(rule.pattern),
  rule,
}));

/** Adapters that Windows makes itself, and VFs as a guest sees them: no row speaks of them. */
const NOT_A_PHYSICAL_NIC =
  /virtual function|virtual ethernet|hyper-v|multiplexor|vmxnet|virtio|\bteam\b|vswitch|loopback/;

/** Words that give away the make of a NIC the tables lack. The first that is found counts. */
const MAKE_WORDS: readonly (readonly [RegExp, NicMake])[] = [
  [/\b(?:mellanox|nvidia|connectx|bluefield)\b/, 'nvidia'],
  [/\b(?:solarflare|xilinx)\b/, 'solarflare'],
  [/\b(?:aquantia|aqtion)\b/, 'aquantia'],
  [/\b(?:qlogic|fastlinq|marvell)\b/, 'marvell'],
  [/\b(?:emulex|oneconnect)\b/, 'emulex'],
  [/\bbroadcom\b/, 'broadcom'],
  [/\bchelsio\b/, 'chelsio'],
  [/\bcisco\b/, 'cisco'],
  [/\bpensando\b/, 'pensando'],
  [/\bhuawei\b/, 'huawei'],
  [/\brealtek\b/, 'realtek'],
  [/\bnetronome\b/, 'netronome'],
  [/\bintel\b/, 'intel'],
];

/**
 * A description without what differs between copies of one adapter: `Intel(R) Ethernet Controller
 * X710 for 10GbE SFP+ #2` becomes `intel ethernet controller x710 for 10gbe sfp+`.
 */
export function cleanNicDescription(description: string): string {
  return description
    .toLowerCase()
    .replace(/\((?:r|tm|c)\)|[®™©]/g, '')
    .replace(/\s*#\s*\d+\s*$/, '')
    .replace(/\s*\((?:ndis )?vbd client\)/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The first rule that fits the description.
 * @returns `null` when none fits, or when the adapter is virtual
 */
export function matchNicDescription(description: string): NicDescriptionRule | null {
  const cleaned = cleanNicDescription(description);
  if (NOT_A_PHYSICAL_NIC.test(cleaned)) return null;
  return compiledRules.find(({ expression }) => expression.test(cleaned))?.rule ?? null;
}

/**
 * The make that a description names in words.
 * @returns `null` when it names none that is known, or when the adapter is virtual
 */
export function makeNamedIn(description: string): NicMake | null {
  const cleaned = cleanNicDescription(description);
  if (NOT_A_PHYSICAL_NIC.test(cleaned)) return null;
  return MAKE_WORDS.find(([word]) => word.test(cleaned))?.[1] ?? null;
}
