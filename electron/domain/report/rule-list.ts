import type { ReportRule } from '../../../shared/model/report';
import type { Finding } from '../../../shared/model/verdict';

/** The rules of some findings, each once, by id. */
export function rulesOf(findings: readonly Finding[]): ReportRule[] {
  const byId = new Map<string, ReportRule>();
  for (const { ruleId: id, title, scope, confidence, limits, sources } of findings) {
    if (!byId.has(id)) byId.set(id, { id, title, scope, confidence, limits, sources });
  }
  return [...byId.values()].sort((a, b) => a.id.localeCompare(b.id));
}
