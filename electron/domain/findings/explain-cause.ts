/** Puts a counted cause into words, with the finding of its first move. */
import { counted } from '../../../shared/format/plural';
import type { Cause } from '../../../shared/model/cause';
import type { Finding } from '../../../shared/model/verdict';
import { rules } from '../rules/catalogue';
import { pathsRead } from '../rules/compiled-rule';
import { type Rule, type Subject, splitPath } from '../rules/rule';
import type { Judge } from '../verdict/judge';
import { pairVerdict } from '../verdict/pair-verdict';
import type { Like } from './cause-gathering';

/** The part of a cause that its counts do not change. */
export type CauseWords = Pick<
  Cause,
  'message' | 'remediation' | 'limits' | 'sources' | 'confidence' | 'effect' | 'example'
> & {
  /** Of one thing. */
  readonly statement: string;
  readonly namesVm: boolean;
};

export function wordsOfCause(judge: Judge, like: Like): CauseWords {
  const { rule, subject, vm, target } = like;
  const finding = findingOf(judge, like);
  const { message, remediation, limits, sources, confidence, effect } = finding;
  return {
    message,
    remediation,
    limits,
    sources,
    confidence,
    effect,
    statement: statementOf(rule, finding, subject?.name ?? null),
    example: {
      vm: { id: vm.id, name: vm.name },
      host: { id: target.id, name: target.name },
    },
    namesVm: /\{(?:vm|vnic|guest)\}/.test(rule.remediation) || !isAboutPlaceOnly(rule),
  };
}

/** What is counted of a cause. */
export type CauseNumbers = Pick<Cause, 'counts' | 'after' | 'vms' | 'things'> & {
  readonly symptoms: readonly string[];
};

export function causeOf(
  { id, rule, result, kind }: Like,
  { namesVm, statement, ...words }: CauseWords,
  { symptoms, ...numbers }: CauseNumbers,
): Cause {
  const { items, total } = numbers.things;
  const [only] = items;
  return {
    id,
    ruleId: rule.id,
    title: rule.title,
    scope: rule.scope,
    result,
    kind,
    subject: total === 1 && only !== undefined ? only.subject : null,
    statement: 1 < total ? `${rule.title} (${counted(total, ...THING_WORDS[kind])})` : statement,
    ...words,
    symptoms: symptoms.map((ruleId) => ({
      ruleId,
      title: rules.find((one) => one.id === ruleId)?.title ?? ruleId,
    })),
    isToldForExample: 1 < total || (namesVm && 1 < numbers.vms.total),
    ...numbers,
  };
}

const THING_WORDS: Readonly<Record<Like['kind'], readonly [string, string]>> = {
  host: ['host', 'hosts'],
  switch: ['switch', 'switches'],
  adapter: ['adapter', 'adapters'],
  vm: ['VM', 'VMs'],
};

/** The message where it is the same for every VM, else what the rule is about and whom it blames. */
function statementOf(rule: Rule, { message, result }: Finding, subjectName: string | null): string {
  if (result === 'violated' && isAboutPlaceOnly(rule)) {
    const [sentence = message] = message.split(/(?<=\.)\s(?=\p{Lu})/u, 1);
    return sentence.replace(/\.$/, '');
  }
  return subjectName === null ? rule.title : `${rule.title} (${subjectName})`;
}

const OF_A_PLACE: readonly Subject[] = ['host', 'switch', 'adapter'];

function isAboutPlaceOnly(rule: Rule): boolean {
  return pathsRead(rule).every((path) => OF_A_PLACE.includes(splitPath(path)[0]));
}

/** @throws Error when the verdict does not list the reason: a bug */
function findingOf(judge: Judge, { rule, result, subject, vm, target }: Like): Finding {
  const { findings } = pairVerdict(judge, judge.judge(vm, target));
  const same = findings.filter(
    (one) =>
      one.ruleId === rule.id &&
      one.result === result &&
      one.waived === undefined &&
      (result === 'violated' || one.missing.length === 0),
  );
  // Several adapters of a team have a finding each, and the host that the VM comes from has its own.
  const about = same.filter(({ evidence }) =>
    evidence.some(({ recordId }) => recordId === subject?.id),
  );
  const some = about.length === 0 ? same : about;
  const found = some.find(({ at }) => at !== 'source') ?? some[0];
  if (found === undefined) throw new Error(`no finding of ${rule.id} for ${vm.name}`);
  return found;
}
