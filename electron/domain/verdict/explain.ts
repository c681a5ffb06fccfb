/**
 * Turns answers into findings for people: message, remedy, evidence down to the field of the file,
 * and what is missing.
 */
import { unknown } from '../../../shared/fact';
import { fillMessage, type MessageValues } from '../../../shared/message';
import type { RecordKind } from '../../../shared/model/estate';
import { fieldText } from '../../../shared/model/field-text';
import type { Evidence, Finding, MissingFact } from '../../../shared/model/verdict';
import { pathsRead } from '../rules/compiled-rule';
import { type FactPath, fieldAt, type Subject, splitPath } from '../rules/rule';
import { sourceOf } from '../rules/sources';
import type { Answer } from './answers';
import type { Judge, PairJudgement, VnicJudgement } from './judge';
import { isMoot } from './moot';
import type { Named } from './place';

/** Who takes part in an answer, for the places of its messages and for its evidence. */
type Cast = { readonly [S in Subject]?: Named & { readonly kind: RecordKind | 'derived' } };

export interface Explained extends Finding {
  readonly answer: Answer;
}

/** Findings of all path rules about one vNIC at one place. */
export function explainPlace(
  pair: PairJudgement,
  judged: VnicJudgement,
  at: 'source' | 'target',
): Explained[] {
  const judgement = at === 'target' ? judged.there : judged.now;
  if (judgement === null) return [];
  const { vnic } = judged;
  const { place } = judgement;
  const host = { id: place.host.id, name: place.host.name, kind: 'host' } as const;
  const cast: Cast = {
    vm: { id: pair.vm.id, name: pair.vm.name, kind: 'vm' },
    guest: { id: pair.vm.id, name: pair.vm.name, kind: 'derived' },
    vnic: { id: vnic.id, name: vnic.name, kind: 'vnic' },
    host,
    place: { ...host, kind: 'derived' },
    switch: {
      id: place.switch?.id ?? '',
      name: place.switch?.name ?? place.switchName ?? 'the switch',
      kind: 'switch',
    },
    pool: {
      id: place.switch?.id ?? '',
      name: place.switch?.name ?? place.switchName ?? 'the switch',
      kind: 'derived',
    },
  };
  return judgement.answers().flatMap((answer) => {
    if (isMoot(answer, judged, at)) return [];
    const withMember: Cast =
      answer.member === null
        ? cast
        : { ...cast, adapter: { ...answer.member.named, kind: 'adapter' } };
    return explain(answer, withMember, at, [vnic.id]);
  });
}

/** Findings of the rules about the move itself. */
export function explainMove(judge: Judge, pair: PairJudgement): Explained[] {
  const { vm, source, target } = pair;
  const cast: Cast = {
    vm: { id: vm.id, name: vm.name, kind: 'vm' },
    guest: { id: vm.id, name: vm.name, kind: 'derived' },
    source: { id: source?.id ?? '', name: source?.name ?? 'its host', kind: 'host' },
    target: { id: target.id, name: target.name, kind: 'host' },
    cluster: {
      id: target.clusterId ?? '',
      name: judge.clusterOf(target)?.name ?? 'the cluster',
      kind: 'cluster',
    },
    move: { id: vm.id, name: vm.name, kind: 'derived' },
  };
  const vnicOf = (answer: Answer) => vm.vnics.find((vnic) => vnic.facts === answer.facts.vnic);
  return pair.moveAnswers.flatMap((answer) => {
    const vnic = vnicOf(answer);
    return vnic === undefined
      ? explain(answer, cast, 'move', [])
      : explain(answer, { ...cast, vnic: { ...vnic, kind: 'vnic' } }, 'move', [vnic.id]);
  });
}

function explain(
  answer: Answer,
  cast: Cast,
  at: Finding['at'],
  vnicIds: Finding['vnicIds'],
): Explained[] {
  const { compiled, result } = answer;
  const { rule } = compiled;
  if (result.kind === 'not-applicable') return [];
  const names = namesOf(cast);
  const missing =
    result.kind === 'undecided' ? result.missing.map((m) => missingFact(m, cast)) : [];
  return [
    {
      answer,
      ruleId: rule.id,
      title: rule.title,
      scope: rule.scope,
      result: result.kind,
      effect: rule.effect,
      at,
      vnicIds,
      message: messageOf(answer, names, missing),
      remediation: fillMessage(rule.remediation, {
        ...names,
        ...(result.kind === 'violated' ? result.values : {}),
      }),
      confidence: rule.confidence,
      limits: fillMessage(rule.limits, names),
      sources: rule.sources.map(sourceOf),
      evidence: evidenceOf(answer, cast),
      missing,
      ...(answer.waiver === null ? {} : { waived: answer.waiver }),
    },
  ];
}

function messageOf(answer: Answer, names: MessageValues, missing: readonly MissingFact[]): string {
  const { compiled, result } = answer;
  const { messages, title } = compiled.rule;
  if (result.kind === 'violated') {
    return fillMessage(messages[result.message] ?? title, { ...names, ...result.values });
  }
  if (result.kind !== 'undecided') return `Not the case: ${lowerFirst(title)}.`;
  if (result.doubt !== null) {
    return fillMessage(messages[result.doubt.message] ?? title, {
      ...names,
      ...result.doubt.values,
    });
  }
  const facts = missing.map((fact) => `${lowerFirst(fact.title)} of ${fact.recordName}`);
  return `Not known whether ${lowerFirst(title)}: ${facts.join(', ')} ${facts.length === 1 ? 'is' : 'are'} not known.`;
}

function missingFact(
  { path, reason }: { readonly path: FactPath; readonly reason: MissingFact['reason'] },
  cast: Cast,
): MissingFact {
  const who = cast[splitPath(path)[0]];
  const spec = fieldAt(path);
  return {
    path,
    title: spec.title,
    recordKind: who?.kind ?? 'derived',
    recordId: who?.id ?? '',
    recordName: who?.name ?? '',
    reason,
    collect: namingVm(spec.collect, cast.vm?.name),
  };
}

function evidenceOf(answer: Answer, cast: Cast): Evidence[] {
  return pathsRead(answer.compiled.rule).flatMap((path) => {
    const [subject, field] = splitPath(path);
    const fact = answer.facts[subject]?.[field] ?? unknown('not-collected');
    if (fact.state === 'unknown') return [];
    const who = cast[subject];
    const spec = fieldAt(path);
    return [
      {
        path,
        title: spec.title,
        recordKind: who?.kind ?? 'derived',
        recordId: who?.id ?? '',
        recordName: who?.name ?? '',
        value: fieldText(spec, fact.value),
        origin: fact.origin,
      } satisfies Evidence,
    ];
  });
}

function namesOf(cast: Cast): MessageValues {
  const names: Record<string, string> = {};
  for (const [subject, who] of Object.entries(cast)) if (who.name !== '') names[subject] = who.name;
  return names;
}

/** Titles begin with a capital unless the first word is a term (SR-IOV, VMQ, MAC). */
export function lowerFirst(text: string): string {
  return /^(?:[A-Z][a-z]|A )/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A command with the VM's name in its places, quoted where it does not stand in quotes already. */
function namingVm(command: string, name: string | undefined): string {
  if (name === undefined) return command;
  const escaped = name.replaceAll("'", "''");
  return command
    .replace(/'[^']*'/g, (text) => text.replaceAll('<vm>', () => escaped))
    .replaceAll('<vm>', () => `'${escaped}'`);
}
