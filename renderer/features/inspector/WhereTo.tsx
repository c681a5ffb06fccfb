import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useMemo, useState } from 'react';
import type { Fault } from '../../../shared/fault';
import { counted } from '../../../shared/format/plural';
import {
  cellWords,
  MOVE_KIND_LABELS,
  OUTCOME_LABELS,
  PORTABILITY_LABELS,
  PORTABILITY_MEANINGS,
} from '../../../shared/format/verdict-words';
import type { HostEntry } from '../../../shared/model/plan';
import type { MoveKind } from '../../../shared/model/verdict';
import { call, faultOf } from '../../api/call';
import { useApp, useMoveKind, useOpenPlan, useSummary } from '../../app/state/use-app';
import { FailedFace, LoadingFace } from '../../components/faces';
import {
  OutcomeSymbol,
  PathSymbol,
  PathWords,
  PortabilitySymbol,
} from '../../components/symbols/Symbol';
import { groupTargets, type TargetGroup } from './where-to';

const BLOCK = 256;
const SHOWN_AT_FIRST = 12;

/** Where a VM can go, by outcome; every host leads to its verdict. */
export function WhereTo({ vmId, planKey }: { vmId: string; planKey: string }) {
  const kind = useMoveKind();
  const { index } = useOpenPlan();
  const summary = useSummary().byVm.get(vmId);
  const { groups, fault, retry } = useTargets(vmId, kind, index?.hosts ?? NO_HOSTS, planKey);
  if (fault !== null) return <FailedFace fault={fault} onRetry={retry} />;
  return (
    <Box>
      {summary === undefined ? null : (
        <Box sx={{ mb: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
            <PortabilitySymbol portability={summary.portability} />
            <span>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {PORTABILITY_LABELS[summary.portability]}
              </Box>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' '}
                ({MOVE_KIND_LABELS[kind].toLowerCase()}):{' '}
                {PORTABILITY_MEANINGS[summary.portability]}
              </Box>
            </span>
          </Box>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              Now on
            </Box>
            <PathWords paths={summary.nowPaths} />
          </Box>
        </Box>
      )}
      {groups === null ? (
        <LoadingFace label="Judging every host" lines={3} />
      ) : (
        groups.map((group) => <Group key={group.outcome} group={group} vmId={vmId} />)
      )}
    </Box>
  );
}

function Group({ group: { outcome, targets }, vmId }: { group: TargetGroup; vmId: string }) {
  const { state } = useApp();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? targets : targets.slice(0, SHOWN_AT_FIRST);
  return (
    <Box sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 1 }}>
        <OutcomeSymbol outcome={outcome} />
        <Box component="span" sx={{ fontWeight: 600 }}>
          {OUTCOME_LABELS[outcome]}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          on {counted(targets.length, 'host')}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {shown.map(({ host, cell }) => (
          <Button
            key={host.id}
            title={cellWords(cell)}
            onClick={() => state.select({ vmId, hostId: host.id })}
            endIcon={
              cell.path !== null && cell.outcome !== 'blocked' ? (
                <PathSymbol path={cell.path} size={14} />
              ) : undefined
            }
            sx={{
              minHeight: 26,
              px: 2,
              maxWidth: '100%',
              typography: 'caption',
              '& > bdi': { overflow: 'hidden', textOverflow: 'ellipsis' },
            }}
          >
            <bdi>{host.name}</bdi>
          </Button>
        ))}
        {showsAll || targets.length <= SHOWN_AT_FIRST ? null : (
          <Button
            variant="text"
            onClick={() => setShowsAll(true)}
            sx={{ minHeight: 26, px: 2, typography: 'caption' }}
          >
            and {targets.length - SHOWN_AT_FIRST} more
          </Button>
        )}
      </Box>
    </Box>
  );
}

const NO_HOSTS: readonly HostEntry[] = [];

function useTargets(vmId: string, kind: MoveKind, hosts: readonly HostEntry[], planKey: string) {
  const [attempt, setAttempt] = useState(0);
  const [cells, setCells] = useState<Uint8Array | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: plan, revision and attempt ask anew
  useEffect(() => {
    let isCurrent = true;
    setFault(null);
    allCells(vmId, kind, hosts).then(
      (found) => {
        if (isCurrent) setCells(found);
      },
      (thrown: unknown) => {
        if (isCurrent) setFault(faultOf(thrown));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [vmId, kind, hosts, planKey, attempt]);
  const groups = useMemo(
    () => (cells === null ? null : groupTargets(hosts, cells)),
    [cells, hosts],
  );
  return { groups, fault, retry: () => setAttempt((count) => count + 1) };
}

async function allCells(
  vmId: string,
  kind: MoveKind,
  hosts: readonly HostEntry[],
): Promise<Uint8Array> {
  const all = new Uint8Array(hosts.length);
  for (let at = 0; at < hosts.length; at += BLOCK) {
    const hostIds = hosts.slice(at, at + BLOCK).map(({ id }) => id);
    const { cells } = await call('verdicts.window', { kind, vmIds: [vmId], hostIds });
    all.set(cells, at);
  }
  return all;
}
