/** Puts a counted cause into words, with the finding of its first move. */
import type { Cause } from '../../../shared/model/cause';
import type { Finding } from '../../../shared/model/verdict';
import { pathsRead } from '../rules/compiled-rule';
import { type Rule, type Subject, splitPath } from '../rules/rule';
import type { Judge } from '../verdict/judge';
import { pairVerdict } from '../verdict/pair-verdict';
import type { CauseTally } from './cause-tally';

/** The part of a cause that its counts do not change. */
export type CauseWords = Omit<
  Cause,
  'counts' | 'vms' | 'after' | 'symptoms' | 'isToldForExample'
> & { readonly namesVm: boolean };

export function wordsOfCause(judge: Judge, tally: CauseTally): CauseWords {
  const { rule, subject, vm, target } = tally;
  const finding = findingOf(judge, tally);
  const { message, remediation, limits, sources, confidence, effect } = finding;
  return {
    id: tally.id,
    ruleId: rule.id,
    title: rule.title,
    scope: rule.scope,
    result: tally.result,
    effect,
    confidence,
    subject,
    statement: statementOf(rule, finding, subject?.name ?? null),
    message,
    remediation,
    limits,
    sources,
    example: {
      vm: { id: vm.id, name: vm.name },
      host: { id: target.id, name: target.name },
    },
    namesVm: /\{(?:vm|vnic|guest)\}/.test(rule.remediation) || !isAboutPlaceOnly(rule),
  };
}

export function causeOf(tally: CauseTally, { namesVm, ...words }: CauseWords): Cause {
  return {
    ...words,
    symptoms: [...tally.symptoms].map(({ id, title }) => ({ ruleId: id, title })),
    isToldForExample: namesVm && 1 < tally.vmCount,
    counts: tally.countsNow,
    vms: tally.vms,
    after: tally.after,
  };
}

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
function findingOf(judge: Judge, { rule, result, at, subject, vm, target }: CauseTally): Finding {
  const { findings } = pairVerdict(judge, judge.judge(vm, target));
  const same = findings.filter(
    (one) =>
      one.ruleId === rule.id &&
      one.result === result &&
      one.at === at &&
      one.waived === undefined &&
      (result === 'violated' || one.missing.length === 0),
  );
  // Several adapters of a team have a finding each.
  const about = same.find(({ evidence }) =>
    evidence.some(({ recordId }) => recordId === subject?.id),
  );
  const found = about ?? same[0];
  if (found === undefined) throw new Error(`no finding of ${rule.id} for ${vm.name}`);
  return found;
}
