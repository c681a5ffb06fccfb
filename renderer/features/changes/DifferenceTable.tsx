import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import OutlinedInput from '@mui/material/OutlinedInput';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ComparisonPart } from '../../../shared/contract/snapshots';
import { TREND_MEANINGS, verdictSideWords } from '../../../shared/format/comparison-words';
import { counted } from '../../../shared/format/plural';
import { formatNumber } from '../../../shared/format/quantity';
import type { VerdictDifferences, VerdictSide } from '../../../shared/model/comparison';
import { useApp } from '../../app/state/use-app';
import { ONE_LINE } from '../../components/clip';
import { tableHtml, tableText } from '../../components/copy-table';
import { type Column, RowTable } from '../../components/RowTable';
import { OutcomeSymbol } from '../../components/symbols/Symbol';
import {
  type DifferenceRow,
  factRows,
  filteredRows,
  HEADS,
  recordRows,
  SECTIONS,
  type Section,
  verdictRows,
} from './rows';

const COLUMNS: Readonly<Record<Section, readonly string[]>> = {
  verdicts: [
    '84px',
    'minmax(100px, 1fr)',
    'minmax(90px, 1fr)',
    'minmax(150px, 1.6fr)',
    'minmax(150px, 1.6fr)',
  ],
  facts: ['minmax(140px, 1.2fr)', 'minmax(120px, 1fr)', 'minmax(120px, 1fr)', 'minmax(120px, 1fr)'],
  records: ['72px', 'minmax(160px, 1.4fr)', 'minmax(160px, 1fr)'],
};

const LABELS: Readonly<Record<Section, string>> = {
  verdicts: 'Verdicts',
  facts: 'Facts',
  records: 'Records',
};

export interface DifferenceTableProps {
  readonly part: ComparisonPart;
  /** `null`: still being compared. */
  readonly verdicts: VerdictDifferences | null;
}

/** What is different, in three parts; a row selects for the whole app. */
export function DifferenceTable({ part, verdicts }: DifferenceTableProps) {
  const { state, actions } = useApp();
  const [chosen, setChosen] = useState<Section | null>(null);
  const [typed, setTyped] = useState('');
  const { records, facts } = part;
  const totals: Readonly<Record<Section, number | null>> = {
    verdicts: verdicts?.total ?? null,
    facts: facts.total,
    records: records.added + records.gone + records.moved,
  };
  // Until somebody chooses, the first part that holds anything.
  const section = chosen ?? SECTIONS.find((one) => totals[one] !== 0) ?? 'verdicts';
  const rows = useMemo(() => {
    if (section === 'facts') return factRows(facts);
    if (section === 'records') return recordRows(records);
    return verdicts === null ? [] : verdictRows(verdicts);
  }, [section, facts, records, verdicts]);
  const shown = useMemo(() => filteredRows(rows, typed), [rows, typed]);
  const total = totals[section];
  const columns = COLUMNS[section].map(
    (track, at): Column => ({ title: HEADS[section][at] ?? '', track }),
  );
  const copyAll = () => {
    const table = { head: HEADS[section], rows: shown.map(({ cells }) => cells) };
    actions.copy(
      tableText(table),
      `Copied ${counted(shown.length, 'row')} as a table.`,
      tableHtml(table),
    );
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 2,
          px: 4,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Tabs
          value={section}
          onChange={(_, next: Section) => setChosen(next)}
          aria-label="What is different"
          sx={{ minHeight: 36, flex: 1 }}
        >
          {SECTIONS.map((one) => (
            <Tab
              key={one}
              value={one}
              id={`difference-tab-${one}`}
              aria-controls={one === section ? `difference-panel-${one}` : undefined}
              label={`${LABELS[one]} ${totals[one] === null ? '…' : formatNumber(totals[one])}`}
            />
          ))}
        </Tabs>
        <OutlinedInput
          size="small"
          value={typed}
          placeholder="Filter"
          onChange={(event) => setTyped(event.target.value)}
          inputProps={{ 'aria-label': 'Filter the differences', type: 'search' }}
          sx={{ width: 140 }}
        />
        <Button startIcon={<Copy size={14} />} disabled={shown.length === 0} onClick={copyAll}>
          Copy
        </Button>
      </Box>
      {section === 'verdicts' && verdicts !== null && verdicts.groups.length > 1 ? (
        <Groups verdicts={verdicts} onGroup={setTyped} />
      ) : null}
      <Box
        role="tabpanel"
        id={`difference-panel-${section}`}
        aria-labelledby={`difference-tab-${section}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {shown.length === 0 ? (
          <Box role="status" sx={{ p: 4, color: 'text.secondary' }}>
            {total === null
              ? 'The verdicts of both states are being compared.'
              : total === 0
                ? EMPTY_WORDS[section]
                : 'Nothing here holds these words.'}
          </Box>
        ) : (
          <Box sx={{ flex: 1, minHeight: 0 }}>
            <RowTable
              key={section}
              label={`${LABELS[section]} that are different`}
              columns={columns}
              rowCount={shown.length}
              rowHeight={section === 'facts' ? 48 : 36}
              leastWidth={section === 'records' ? 460 : 640}
              row={(at) => {
                const one = shown[at];
                return one === undefined
                  ? null
                  : cellsOf(one, (selection) => {
                      state.select(selection);
                      state.isInspectorOpen.set(true);
                    });
              }}
            />
          </Box>
        )}
        {total !== null && rows.length < total ? (
          <Box sx={{ px: 4, py: 2, color: 'text.secondary', borderTop: 1, borderColor: 'divider' }}>
            {formatNumber(rows.length)} of {formatNumber(total)} are listed; the counts are of all.
          </Box>
        ) : null}
      </Box>
    </Box>
  );
}

const EMPTY_WORDS: Readonly<Record<Section, string>> = {
  verdicts: 'No verdict is different for this kind of move.',
  facts: 'No fact has another value.',
  records: 'No record came, went or moved.',
};

/** How often each change of verdict occurs; one of them narrows the list. */
function Groups({
  verdicts,
  onGroup,
}: {
  verdicts: VerdictDifferences;
  onGroup: (typed: string) => void;
}) {
  const shown = verdicts.groups.slice(0, 6);
  return (
    <Box
      component="ul"
      aria-label="Changes by kind"
      sx={{ listStyle: 'none', m: 0, px: 4, py: 2, display: 'flex', flexWrap: 'wrap', gap: 2 }}
    >
      {shown.map(({ before, after, trend, count }) => {
        const words = `${verdictSideWords(before)} → ${verdictSideWords(after)}`;
        return (
          <Box component="li" key={words}>
            <ButtonBase
              title={TREND_MEANINGS[trend]}
              onClick={() => onGroup(`${verdictSideWords(before)} ${verdictSideWords(after)}`)}
              sx={{
                px: 2,
                py: 1,
                gap: 1.5,
                borderRadius: 1,
                border: 1,
                borderColor: 'divider',
                typography: 'caption',
                '&:hover': { bgcolor: (theme) => theme.hues.hover },
              }}
            >
              <OutcomeSymbol outcome={after.outcome} size={14} />
              {words}
              <Box component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
                {formatNumber(count)}
              </Box>
            </ButtonBase>
          </Box>
        );
      })}
    </Box>
  );
}

function cellsOf(
  { cells, details, selection, verdict }: DifferenceRow,
  onSelect: (selection: NonNullable<DifferenceRow['selection']>) => void,
) {
  // The first cell that names something is the way to it.
  const nameAt = verdict === undefined && cells.length === 4 ? 0 : 1;
  return cells.map((text, at) => {
    if (at === nameAt && selection !== null) {
      return (
        <ButtonBase
          key={text}
          title={text}
          onClick={() => onSelect(selection)}
          sx={{
            maxWidth: '100%',
            justifyContent: 'flex-start',
            fontWeight: 550,
            borderRadius: 0.5,
            '&:hover': { textDecoration: 'underline' },
          }}
        >
          <Box component="bdi" sx={ONE_LINE}>
            {text}
          </Box>
        </ButtonBase>
      );
    }
    if (verdict !== undefined && at > 2) {
      return (
        <Verdict
          key={at === 3 ? 'before' : 'after'}
          side={at === 3 ? verdict.before : verdict.after}
        />
      );
    }
    const detail = details[at];
    return (
      <Box key={text} title={detail === undefined ? text : `${text}\n${detail}`}>
        <Box component="bdi" sx={{ display: 'block', ...ONE_LINE }}>
          {text}
        </Box>
        {detail === undefined ? null : (
          <Box sx={{ typography: 'caption', color: 'text.secondary', ...ONE_LINE }}>{detail}</Box>
        )}
      </Box>
    );
  });
}

function Verdict({ side }: { side: VerdictSide }) {
  const words = verdictSideWords(side);
  return (
    <Box title={words} sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
      <Box component="span" sx={{ display: 'flex', flexShrink: 0 }}>
        <OutcomeSymbol outcome={side.outcome} size={14} />
      </Box>
      <Box component="span" sx={ONE_LINE}>
        {words}
      </Box>
    </Box>
  );
}
