/** One VM over the hosts it is counted over, as sets of hosts: what the report is gathered from. */
import type { Host, Vm } from '../../../shared/model/estate';
import { type Cell, type MoveKind, OUTCOMES, type VmSummary } from '../../../shared/model/verdict';
import type { MoveSurvey, VmMoves, WayReason } from '../findings/vm-moves';
import { type Bits, hasBit, lowestOf } from '../verdict/bits';
import { worstPath } from '../verdict/judge';
import { summarise } from '../verdict/summary';
import { type HostOrder, named, presenceKey } from './assess-vm';
import type { Alike } from './stories';

export interface SurveyedVm {
  readonly vm: Vm;
  /** `null` when no source says where it is. */
  readonly host: Host | null;
  readonly summary: VmSummary;
  /** The worst present path; `null` for a VM without vNIC. */
  readonly pathHere: Cell['path'];
  /** `null` when there is no host it could move to. Good until the next VM is surveyed. */
  readonly moves: VmMoves | null;
}

export function surveyVm(survey: MoveSurvey, vm: Vm, kind: MoveKind): SurveyedVm {
  const { judge, matrix } = survey;
  return {
    vm,
    host: vm.hostId === null ? null : judge.host(vm.hostId),
    summary: summarise(matrix, vm, kind),
    pathHere: worstPath(matrix.presentPaths(vm)),
    moves: survey.of(vm),
  };
}

/** Equal texts: the VMs share host and vNICs, and have the same answers everywhere. */
export function storyKey({ judge }: MoveSurvey, { vm, host, moves }: SurveyedVm): string {
  const here = host === null ? null : judge.judge(vm, host);
  const presence = presenceKey(vm, here);
  if (moves === null) return presence;
  const hash = new Hash();
  hash.add(moves.hosts);
  for (const outcome of OUTCOMES) hash.add(moves.outcomes[outcome]);
  for (const { paths } of moves.vnics) for (const some of paths) hash.add(some);
  const answers = moves.reasons.map((reason) => {
    const one = new Hash();
    one.add(reason.way);
    one.add(reason.hosts);
    return `${nameOf(reason, moves)} ${one.text}`;
  });
  return [presence, hash.text, ...answers.sort()].join('\n');
}

/**
 * The hosts by what becomes of the VM there, those of one answer together.
 * @param order  in which hosts are told
 */
export function alikeTargets(survey: MoveSurvey, vm: Vm, order: HostOrder): readonly Alike[] {
  const moves = survey.of(vm);
  if (moves === null) return [];
  const hosts = listOf(moves.hosts)
    .map((at) => ({ at, host: survey.things.hostAt(at) }))
    .sort((a, b) => (order.get(a.host.id) ?? 0) - (order.get(b.host.id) ?? 0));
  const sets = [
    ...moves.vnics.flatMap(({ paths }) => [...paths]),
    ...moves.reasons.flatMap(({ way, hosts: some }) => [way, some]),
  ];
  const alike = new Map<string, Alike & { readonly hosts: ReturnType<typeof named>[] }>();
  for (const { at, host } of hosts) {
    const outcome = OUTCOMES.find((one) => hasBit(moves.outcomes[one], at));
    if (outcome === undefined) throw new Error(`no outcome of ${vm.name} on ${host.name}`);
    const key = `${outcome} ${sets.map((some) => (hasBit(some, at) ? '1' : '0')).join('')}`;
    const same = alike.get(key);
    if (same === undefined) alike.set(key, { host, outcome, hosts: [named(host)] });
    else same.hosts.push(named(host));
  }
  return [...alike.values()];
}

export function listOf(hosts: Bits): number[] {
  const list: number[] = [];
  for (let word = 0; word < hosts.length; word += 1) {
    for (let left = hosts[word] as number; left !== 0; left &= left - 1) {
      list.push(word * 32 + lowestOf(left));
    }
  }
  return list;
}

function nameOf({ compiled, result, vnic }: WayReason, { vm }: VmMoves): string {
  return `${compiled.rule.id} ${result} ${vm.vnics[vnic]?.name ?? ''}`;
}

/** Of sets of hosts, in 64 bits: sets that differ have other texts, for all that can be expected. */
class Hash {
  #low = 0x811c9dc5;
  #high = 0x9747b28c;

  add(hosts: Bits): void {
    for (let word = 0; word < hosts.length; word += 1) {
      const bits = hosts[word] as number;
      this.#low = Math.imul(this.#low ^ bits, 0x01000193) ^ (this.#low >>> 15);
      this.#high = Math.imul(this.#high ^ bits, 0x5bd1e995) ^ (this.#high >>> 13);
    }
  }

  get text(): string {
    return `${(this.#low >>> 0).toString(36)}-${(this.#high >>> 0).toString(36)}`;
  }
}
