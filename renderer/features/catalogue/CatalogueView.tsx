/** What Portolan knows about hardware, guests and releases, and what this plan adds to it. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { Copy, Plus } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/format/plural';
import {
  CATALOGUE_TABLES,
  type CatalogueRow,
  type CatalogueTable,
  type CatalogueTableName,
  OWN_ROW_TABLES,
} from '../../../shared/model/catalogue';
import { call } from '../../api/call';
import { useAsked } from '../../api/use-asked';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { tableHtml, tableText } from '../../components/copy-table';
import { EmptyFace, FailedFace, LoadingFace } from '../../components/faces';
import { SearchField } from '../../components/SearchField';
import { ViewFrame, ViewHead } from '../../components/ViewFrame';
import { type Arrangement, AS_IT_COMES, arrangeRows, sortedBy } from './arrange-rows';
import { CatalogueGrid } from './CatalogueGrid';
import { RowDetail } from './RowDetail';
import { RowForm, type Typed } from './RowForm';

const TITLES: Readonly<Record<CatalogueTableName, string>> = {
  nics: 'NIC models',
  platforms: 'Platforms',
  guests: 'Guest systems',
  'host-releases': 'Host releases',
  'configuration-versions': 'Configuration versions',
  limits: 'Limits',
};

/** The columns of the list; the detail has them all. */
const SHOWN: Readonly<Record<CatalogueTableName, readonly string[]>> = {
  nics: [
    'vendor',
    'model',
    'maxSpeedGbps',
    'sriov',
    'maxVfsPerPort',
    'vmQueuesPerPort',
    'confidence',
  ],
  platforms: ['vendor', 'name', 'launchYear', 'iommu', 'interruptRemapping', 'confidence'],
  guests: ['name', 'versionText', 'vfOnHyperv', 'vfCondition', 'vrss', 'confidence'],
  'host-releases': ['name', 'product', 'builds', 'comparableServerRelease', 'confidence'],
  'configuration-versions': ['releaseId', 'versions', 'confidence'],
  limits: ['item', 'releaseIds', 'least', 'most', 'needsConfigurationVersion', 'confidence'],
};

interface Draft {
  readonly title: string;
  readonly start: Typed;
  /** The own row that is changed; `null`: a new one. */
  readonly key: string | null;
}

export function CatalogueView() {
  const { state, actions } = useApp();
  const { key: planKey, plan } = useOpenPlan();
  const [name, setName] = useState<CatalogueTableName>('nics');
  const [arrangement, setArrangement] = useState<Arrangement>(AS_IT_COMES);
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const asked = useAsked('catalogue.table', { table: name }, planKey);
  const table = asked.value?.name === name ? asked.value : undefined;
  const ownTable = OWN_ROW_TABLES.find((one) => one === name);
  const canEdit = plan !== null && !plan.readOnly && ownTable !== undefined;
  const rows = table === undefined ? [] : arrangeRows(table, arrangement);
  const selected = table?.rows.find(({ key }) => key === selectedKey) ?? null;

  const choose = (next: CatalogueTableName) => {
    setName(next);
    setArrangement(AS_IT_COMES);
    setSelectedKey(null);
  };
  const save = async (typed: Typed) => {
    if (ownTable === undefined || draft === null) return [];
    try {
      const reply = await call('catalogue.set-row', { table: ownTable, key: draft.key, typed });
      if (reply.state !== null) {
        state.plan.take(reply.state);
        setSelectedKey(`own:${typed.id?.trim() ?? ''}`);
      }
      return reply.problems;
    } catch (thrown) {
      state.refused(thrown);
      return [];
    }
  };
  const remove = ({ key }: CatalogueRow) => {
    if (ownTable === undefined) return;
    void actions.edit(() => call('catalogue.remove-row', { table: ownTable, key }));
  };
  const copyAll = (from: CatalogueTable) => {
    const copied = {
      head: ['From', ...from.columns.map(({ title }) => title)],
      rows: rows.map(({ own, cells }) => [own ? 'Own row' : 'Shipped', ...cells]),
    };
    const said = `Copied ${counted(rows.length, 'row')} as a table.`;
    actions.copy(tableText(copied), said, tableHtml(copied));
  };

  return (
    <ViewFrame>
      <ViewHead title="Catalogue" beside={table === undefined ? '' : `Version ${table.version}`}>
        {canEdit ? (
          <Button
            variant="contained"
            color="primary"
            startIcon={<Plus size={15} />}
            onClick={() => setDraft({ title: 'Add an own row', start: {}, key: null })}
          >
            Add own row…
          </Button>
        ) : null}
      </ViewHead>
      <Tabs
        value={name}
        onChange={(_, next: CatalogueTableName) => choose(next)}
        variant="scrollable"
        aria-label="Tables of the catalogue"
        sx={{ minHeight: 36, px: 4, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
      >
        {CATALOGUE_TABLES.map((one) => (
          <Tab
            key={one}
            value={one}
            label={TITLES[one]}
            id={`catalogue-tab-${one}`}
            aria-controls={one === name ? 'catalogue-panel' : undefined}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id="catalogue-panel"
        aria-labelledby={`catalogue-tab-${name}`}
        sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
      >
        {asked.fault !== null ? (
          <FailedFace fault={asked.fault} onRetry={asked.retry} />
        ) : table === undefined ? (
          <LoadingFace label="Reading the catalogue" lines={10} />
        ) : (
          <>
            <Box
              sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, px: 4, py: 2 }}
            >
              <SearchField
                text={arrangement.search}
                onText={(search) => setArrangement((now) => ({ ...now, search }))}
                placeholder="Search"
                label={`Search in ${table.title}`}
                clearLabel="Show all rows"
                minWidth={160}
                maxWidth={220}
              />
              <ToggleButtonGroup
                size="small"
                exclusive
                value={arrangement.only}
                aria-label="Which rows"
                onChange={(_, only: Arrangement['only'] | null) => {
                  if (only !== null) setArrangement((now) => ({ ...now, only }));
                }}
              >
                <ToggleButton value="all">All</ToggleButton>
                <ToggleButton value="used" disabled={table.rows.every(({ uses }) => uses === null)}>
                  In this plan
                </ToggleButton>
                <ToggleButton value="own" disabled={table.fixedBecause !== null}>
                  Own rows
                </ToggleButton>
              </ToggleButtonGroup>
              <Box role="status" sx={{ color: 'text.secondary' }}>
                {rows.length === table.rows.length
                  ? counted(rows.length, 'row')
                  : `${rows.length} of ${counted(table.rows.length, 'row')}`}
              </Box>
              <Box sx={{ flex: 1 }} />
              <Button startIcon={<Copy size={14} />} onClick={() => copyAll(table)}>
                Copy as a table
              </Button>
            </Box>
            {table.fixedBecause === null ? null : (
              <Box sx={{ px: 4, pb: 2, color: 'text.secondary' }}>
                These rows are fixed. {table.fixedBecause}
              </Box>
            )}
            <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
              <Box sx={{ flex: 1, minWidth: 0, minHeight: 0 }}>
                {rows.length === 0 ? (
                  <NoRows
                    only={arrangement.only}
                    onAll={() => setArrangement({ ...AS_IT_COMES })}
                  />
                ) : (
                  <CatalogueGrid
                    key={name}
                    table={table}
                    rows={rows}
                    shownColumns={SHOWN[name]}
                    arrangement={arrangement}
                    selectedKey={selectedKey}
                    onSort={(key) => setArrangement((now) => sortedBy(now, key))}
                    onSelect={setSelectedKey}
                  />
                )}
              </Box>
              {selected === null ? null : (
                <RowDetail
                  table={table}
                  row={selected}
                  canEdit={canEdit}
                  onCopy={() =>
                    setDraft({
                      title: 'Copy as own row',
                      start: typedOf(table, selected),
                      key: null,
                    })
                  }
                  onEdit={() =>
                    setDraft({
                      title: 'Edit the own row',
                      start: typedOf(table, selected),
                      key: selected.key,
                    })
                  }
                  onRemove={() => remove(selected)}
                />
              )}
            </Box>
          </>
        )}
      </Box>
      {draft === null || table === undefined ? null : (
        <RowForm
          table={table}
          title={draft.title}
          start={draft.start}
          onSave={save}
          onClose={() => setDraft(null)}
        />
      )}
    </ViewFrame>
  );
}

function NoRows({ only, onAll }: { only: Arrangement['only']; onAll: () => void }) {
  return (
    <EmptyFace
      title={only === 'own' ? 'This plan has no own row here' : 'No row fits'}
      actions={<Button onClick={onAll}>Show all rows</Button>}
    >
      {only === 'own'
        ? 'Add an own row for hardware or a system that the shipped table lacks, or copy a shipped one and change it.'
        : 'Search for something else, or show all rows.'}
    </EmptyFace>
  );
}

function typedOf({ columns }: CatalogueTable, { cells }: CatalogueRow): Typed {
  return Object.fromEntries(columns.map(({ key }, at) => [key, cells[at] ?? '']));
}
