import { version } from '../../../package.json';
import type { ReportMaker } from '../../../shared/model/report';
import { catalogueVersion } from '../../domain/catalogue/catalogue-version';
import { RULES_VERSION, rules } from '../../domain/rules/catalogue';
import type { Judge } from '../../domain/verdict/judge';

/** What every answer carries, so that it can be judged years later. */
export const MADE_BY: ReportMaker = {
  appVersion: version,
  rulesVersion: RULES_VERSION,
  ruleCount: rules.length,
  catalogueVersion,
};

/** The same with the catalogue that was looked things up in, which may have rows of the plan's own. */
export function madeWith(judge: Judge): ReportMaker {
  return { ...MADE_BY, catalogueVersion: judge.catalogue.version };
}
