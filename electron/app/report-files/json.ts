import type { Report } from '../../../shared/model/report';

/** The report's JSON form: the record itself, indented, with a line feed at its end. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
