import Box from '@mui/material/Box';
import { counted } from '../../../shared/format/plural';
import { RECORD_LABELS } from '../../../shared/format/verdict-words';
import type { RecordKind } from '../../../shared/model/estate';
import type { RecordLinks } from '../../../shared/model/estate-table';
import { useAsked } from '../../api/use-asked';
import { useOpenPlan } from '../../app/state/use-app';
import { FailedFace, LoadingFace } from '../../components/faces';
import { FactList, useFactActions } from './FactList';
import { InspectorTitle } from './InspectorTitle';
import { LinkGroups } from './LinkGroups';
import { PoolMeter } from './PoolMeter';
import { Section } from './Section';
import { WhereTo } from './WhereTo';

interface RecordProps {
  readonly kind: RecordKind;
  readonly id: string;
  readonly planKey: string;
}

/** A record alone: where a VM can go, its pools, the records around it, its facts. */
export function RecordInspector({ kind, id, planKey }: RecordProps) {
  const asked = useAsked('estate.record', { kind, id }, planKey);
  const around = useAsked('estate.links', { kind, id }, planKey);
  const actions = useFactActions(kind, id);
  if (asked.fault !== null) return <FailedFace fault={asked.fault} onRetry={asked.retry} />;
  const record = asked.value;
  if (record === undefined) return <LoadingFace label="Reading its facts" lines={12} />;
  const pools = around.value?.pools ?? [];
  return (
    <>
      <InspectorTitle
        title={<bdi>{record.name}</bdi>}
        subtitle={<Subtitle kind={kind} id={id} where={hostOf(around.value)} />}
      />
      {kind === 'vm' ? (
        <Section title="Where it can go">
          <WhereTo vmId={id} planKey={planKey} />
        </Section>
      ) : null}
      {pools.length === 0 ? null : (
        <Section title="Pools">
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
            {pools.map((pool) => (
              <PoolMeter key={pool.name} pool={pool} />
            ))}
          </Box>
        </Section>
      )}
      {around.fault !== null ? (
        <FailedFace fault={around.fault} onRetry={around.retry} />
      ) : around.value === undefined ? (
        <LoadingFace label="Reading its parts" lines={3} />
      ) : (
        <LinkGroups groups={around.value.groups} />
      )}
      <Section title="Facts">
        <FactList facts={record.facts} actions={actions} />
      </Section>
    </>
  );
}

/** The host that a part is of, as its links name it. */
function hostOf(links: RecordLinks | undefined): string | null {
  const groups = links?.groups ?? [];
  return groups.find(({ title }) => title === 'Host')?.links[0]?.name ?? null;
}

interface SubtitleProps {
  readonly kind: RecordKind;
  readonly id: string;
  readonly where: string | null;
}

function Subtitle({ kind, id, where: hostName }: SubtitleProps) {
  const { index } = useOpenPlan();
  if (kind === 'host') {
    const host = index?.hosts.find((entry) => entry.id === id);
    if (host === undefined) return <>{RECORD_LABELS.host}</>;
    const parts = [
      RECORD_LABELS.host,
      host.clusterName ?? 'no cluster',
      counted(host.vmCount, 'VM'),
    ];
    return (
      <>
        {parts.join(' · ')}
        {host.summary === '' ? null : <Box>{host.summary}</Box>}
      </>
    );
  }
  if (kind !== 'vm') {
    return (
      <>
        {RECORD_LABELS[kind]}
        {hostName === null ? null : (
          <>
            {' on '}
            <bdi>{hostName}</bdi>
          </>
        )}
      </>
    );
  }
  const vm = index?.vms.find((entry) => entry.id === id);
  const host = index?.hosts.find((entry) => entry.id === vm?.hostId);
  const where = host === undefined ? 'no source says where it runs' : `on ${host.name}`;
  return (
    <>{[RECORD_LABELS.vm, where, vm?.state ?? ''].filter((part) => part !== '').join(' · ')}</>
  );
}
