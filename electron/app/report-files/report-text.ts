import type { ReportFormat } from '../../../shared/contract/reports';
import type { Report } from '../../../shared/model/report';
import { FULL_LISTS, REPORT_LIMITS, type ReportLimits } from '../../domain/report/limits';
import { reportHtml } from './html';
import { reportJson } from './json';
import { findingsCsv, vmsCsv } from './report-csv';

/** A report as the text of a file. The pages of a PDF are HTML until they are printed. */
export function reportText(report: Report, format: ReportFormat): string {
  switch (format) {
    case 'html':
    case 'pdf':
      return reportHtml(report);
    case 'json':
      return reportJson(report);
    case 'csv':
      return vmsCsv(report);
    case 'csv-findings':
      return findingsCsv(report);
  }
}

/** How much of a report a format takes. */
export function limitsOf(format: ReportFormat): ReportLimits {
  return format === 'csv' || format === 'csv-findings' ? FULL_LISTS : REPORT_LIMITS;
}
