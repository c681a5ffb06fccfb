import { version } from '../../../package.json';
import type { ReportMaker } from '../../../shared/model/report';
import { catalogueVersion } from '../../domain/catalogue/catalogue-version';
import { RULES_VERSION, rules } from '../../domain/rules/catalogue';

/** What every answer carries, so that it can be judged years later. */
export const MADE_BY: ReportMaker = {
  appVersion: version,
  rulesVersion: RULES_VERSION,
  ruleCount: rules.length,
  catalogueVersion,
};
