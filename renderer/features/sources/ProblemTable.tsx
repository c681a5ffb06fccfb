import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleCheck, Copy } from 'lucide-react';
import { counted } from '../../../shared/format/plural';
import { SEVERITY_LABELS } from '../../../shared/format/verdict-words';
import type { ImportProblem } from '../../../shared/model/import';
import { useApp } from '../../app/state/use-app';
import { ONE_LINE } from '../../components/clip';
import { type Table, tableHtml, tableText } from '../../components/copy-table';
import { EmptyFace, FailedFace, LoadingFace } from '../../components/faces';
import { type Column, RowTable } from '../../components/RowTable';
import { SeveritySymbol } from '../../components/symbols/Symbol';
import { allProblems, useProblemPages } from './use-pages';

const COLUMNS: readonly Column[] = [
  { title: 'Severity', track: '96px' },
  { title: 'File and place', track: 'minmax(140px, 1.1fr)' },
  { title: 'Found, expected', track: 'minmax(140px, 1fr)' },
  { title: 'What it means', track: 'minmax(200px, 1.8fr)' },
];

/** What the import could not use, or only with doubt. */
export function ProblemTable({ planKey, total }: { planKey: string; total: number | null }) {
  const { state, actions } = useApp();
  const pages = useProblemPages(planKey);
  if (pages.fault !== null) return <FailedFace fault={pages.fault} onRetry={pages.retry} />;
  if (total === null) return <LoadingFace label="Reading the list of problems" />;
  if (total === 0) {
    return (
      <EmptyFace icon={<CircleCheck size={32} />} title="Everything was understood">
        No line of the imported files was left out or read with doubt.
      </EmptyFace>
    );
  }
  const copyAll = async () => {
    try {
      const table = problemTable(await allProblems(total));
      actions.copy(
        tableText(table),
        `Copied ${counted(table.rows.length, 'problem')} as a table.`,
        tableHtml(table),
      );
    } catch (thrown) {
      state.refused(thrown);
    }
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', px: 4, py: 1.5 }}>
        <Button startIcon={<Copy size={14} />} onClick={() => void copyAll()}>
          Copy as a table
        </Button>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <RowTable
          label="Problems of the import"
          columns={COLUMNS}
          rowCount={total}
          rowHeight={68}
          leastWidth={720}
          onView={pages.want}
          row={(at) => {
            const problem = pages.read(at);
            return problem === null ? null : problemCells(problem);
          }}
        />
      </Box>
    </Box>
  );
}

function problemCells({ severity, file, place, found, expected, message }: ImportProblem) {
  return [
    <Box key="severity" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <SeveritySymbol severity={severity} />
      {SEVERITY_LABELS[severity]}
    </Box>,
    <TwoLines key="where" first={file} second={place} />,
    <TwoLines key="what" first={found} second={expected === '' ? '' : `expected ${expected}`} />,
    <Box
      key="message"
      title={message}
      sx={{
        display: '-webkit-box',
        WebkitBoxOrient: 'vertical',
        WebkitLineClamp: 3,
        overflow: 'hidden',
        overflowWrap: 'anywhere',
      }}
    >
      {message}
    </Box>,
  ];
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <Box title={`${first}\n${second}`}>
      <Box sx={ONE_LINE}>
        <bdi>{first}</bdi>
      </Box>
      <Box sx={{ ...ONE_LINE, typography: 'caption', color: 'text.secondary' }}>{second}</Box>
    </Box>
  );
}

function problemTable(problems: readonly ImportProblem[]): Table {
  return {
    head: ['Severity', 'File', 'Place', 'Found', 'Expected', 'Message'],
    rows: problems.map(({ severity, file, place, found, expected, message }) => [
      SEVERITY_LABELS[severity],
      file,
      place,
      found,
      expected,
      message,
    ]),
  };
}
