import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { FileInput, Network } from 'lucide-react';
import type { TableKind } from '../../../shared/model/estate-table';
import type { EstateIndex } from '../../../shared/model/plan';
import { useStore } from '../../app/state/store';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { CLIPPED } from '../../components/clip';
import { EmptyFace, FailedFace, LoadingFace } from '../../components/faces';
import { EstateTable } from './EstateTable';
import { TABS } from './kinds';

/** The records of the plan as tables: hosts, VMs, adapters, switches and what belongs to them. */
export function EstateView() {
  const { state, actions } = useApp();
  const { index, indexFault, key } = useOpenPlan();
  const { kind } = useStore(state.estate);
  if (indexFault !== null)
    return <FailedFace fault={indexFault} onRetry={state.plan.reloadIndex} />;
  if (index === null) return <LoadingFace label="Reading the plan" lines={10} />;
  const show = (next: TableKind) => state.estate.update((now) => ({ ...now, kind: next }));
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        height: '100%',
        bgcolor: 'background.paper',
      }}
    >
      <Box component="h2" sx={CLIPPED}>
        Estate
      </Box>
      <Tabs
        value={kind}
        onChange={(_, next: TableKind) => show(next)}
        aria-label="What to list"
        variant="scrollable"
        scrollButtons={false}
        sx={{ minHeight: 36, px: 3, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
      >
        {TABS.map((tab) => (
          <Tab
            key={tab.kind}
            value={tab.kind}
            label={tab.label}
            id={`estate-tab-${tab.kind}`}
            aria-controls={tab.kind === kind ? 'estate-panel' : undefined}
          />
        ))}
      </Tabs>
      <Box
        id="estate-panel"
        role="tabpanel"
        aria-labelledby={`estate-tab-${kind}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {isEmpty(index) ? (
          <EmptyFace
            icon={<Network size={32} />}
            title="No hosts and no VMs in this plan yet"
            actions={
              <>
                <Button
                  variant="contained"
                  color="primary"
                  startIcon={<FileInput size={16} />}
                  onClick={() => actions.run('import')}
                >
                  Import files…
                </Button>
                <Button onClick={() => actions.run('collector')}>Collect from your hosts…</Button>
              </>
            }
          >
            Import what your hosts printed. Every host, VM, adapter and switch then stands here with
            all its properties, ready to be sorted, compared and corrected.
          </EmptyFace>
        ) : (
          <EstateTable key={kind} kind={kind} planKey={key} />
        )}
      </Box>
    </Box>
  );
}

function isEmpty({ hosts, vms }: EstateIndex): boolean {
  return hosts.length === 0 && vms.length === 0;
}
