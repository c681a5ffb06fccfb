import Box from '@mui/material/Box';
import { counted } from '../../../shared/format/plural';
import { RECORD_LABELS } from '../../../shared/format/verdict-words';
import { useAsked } from '../../api/use-asked';
import { useOpenPlan } from '../../app/state/use-app';
import { FailedFace, LoadingFace } from '../../components/faces';
import { ChildRecords } from './ChildRecords';
import { FactList, useFactActions } from './FactList';
import { InspectorTitle } from './InspectorTitle';
import { Section } from './Section';
import { WhereTo } from './WhereTo';

interface RecordProps {
  readonly kind: 'vm' | 'host';
  readonly id: string;
  readonly planKey: string;
}

/** A VM or a host alone: where the VM can go, its parts, its facts. */
export function RecordInspector({ kind, id, planKey }: RecordProps) {
  const asked = useAsked('estate.record', { kind, id }, planKey);
  const actions = useFactActions(kind, id);
  if (asked.fault !== null) return <FailedFace fault={asked.fault} onRetry={asked.retry} />;
  const record = asked.value;
  if (record === undefined) return <LoadingFace label="Reading its facts" lines={12} />;
  return (
    <>
      <InspectorTitle
        title={<bdi>{record.name}</bdi>}
        subtitle={<Subtitle kind={kind} id={id} />}
      />
      {kind === 'vm' ? (
        <Section title="Where it can go">
          <WhereTo vmId={id} planKey={planKey} />
        </Section>
      ) : null}
      <Section title={kind === 'vm' ? 'Virtual adapters' : 'Network adapters and switches'}>
        <ChildRecords kind={kind} id={id} planKey={planKey} />
      </Section>
      <Section title="Facts">
        <FactList facts={record.facts} actions={actions} />
      </Section>
    </>
  );
}

function Subtitle({ kind, id }: { kind: 'vm' | 'host'; id: string }) {
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
  const vm = index?.vms.find((entry) => entry.id === id);
  const host = index?.hosts.find((entry) => entry.id === vm?.hostId);
  const where = host === undefined ? 'no source says where it runs' : `on ${host.name}`;
  return (
    <>{[RECORD_LABELS.vm, where, vm?.state ?? ''].filter((part) => part !== '').join(' · ')}</>
  );
}
