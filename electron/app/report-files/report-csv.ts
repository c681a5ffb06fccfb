/** The report's tables for spreadsheets: one row per VM, or one per thing that stands in the way. */
import {
  effectWords,
  OUTCOME_LABELS,
  PATH_LABELS,
  PORTABILITY_LABELS,
  SCOPE_LABELS,
} from '../../../shared/format/verdict-words';
import type { Listed, NamedRecord, Obstacle, Report, ReportVm } from '../../../shared/model/report';
import { OUTCOMES } from '../../../shared/model/verdict';
import { type CsvCell, csv } from './csv';

export function vmsCsv({ vms, kind }: Report): string {
  const header = [
    'VM',
    'Host',
    'Cluster',
    'Path now',
    'Portability',
    ...OUTCOMES.map((outcome) => `Hosts: ${OUTCOME_LABELS[outcome]} (${kind})`),
    'Keeps or improves on',
    'Rules in the way',
  ];
  return csv(header, vms.map(vmCells));
}

function vmCells(row: ReportVm): readonly CsvCell[] {
  return [
    row.vm.name,
    row.host?.name ?? null,
    row.cluster?.name ?? null,
    row.now.map((path) => PATH_LABELS[path]).join(' or '),
    PORTABILITY_LABELS[row.portability],
    ...OUTCOMES.map((outcome) => row.counts[outcome]),
    names(row.goodHosts),
    row.ruleIds.join('; '),
  ];
}

const OBSTACLE_HEADER = [
  'Rule',
  'Title',
  'Scope',
  'Certain',
  'Record',
  'Host',
  'Effect',
  'VMs',
  'Moves',
  'Message',
  'Fix',
  'Confidence',
  'Names of the VMs',
];

export function findingsCsv({ obstacles }: Report): string {
  return csv(OBSTACLE_HEADER, obstacles.items.map(obstacleCells));
}

function obstacleCells(one: Obstacle): readonly CsvCell[] {
  return [
    one.ruleId,
    one.title,
    SCOPE_LABELS[one.scope],
    one.result === 'violated' ? 'yes' : 'in doubt',
    one.subject?.name ?? null,
    one.subject?.host?.name ?? null,
    effectWords(one.effect, one.result),
    one.vms.total,
    one.moveCount,
    one.message,
    one.remediation,
    one.confidence,
    names(one.vms),
  ];
}

/** What does not fit is counted. */
function names({ items, total }: Listed<NamedRecord>): string {
  const rest = total - items.length;
  const told = items.map(({ name }) => name);
  return [...told, ...(rest === 0 ? [] : [`and ${rest} more`])].join('; ');
}
