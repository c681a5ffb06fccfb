import Box from '@mui/material/Box';
import { RECORD_LABELS } from '../../../shared/format/verdict-words';
import type { RecordKind } from '../../../shared/model/estate';
import { useAsked } from '../../api/use-asked';
import { Fold } from '../../components/Fold';
import { FailedFace, LoadingFace } from '../../components/faces';
import { FactList, useFactActions } from './FactList';
import { PoolMeter } from './PoolMeter';
import { poolsOf } from './pools';

interface Owner {
  readonly kind: RecordKind;
  readonly id: string;
  readonly planKey: string;
}

/** Adapters and switches of a host, virtual adapters of a VM; each opens to its facts. */
export function ChildRecords({ kind, id, planKey }: Owner) {
  const asked = useAsked('estate.children', { kind, id }, planKey);
  if (asked.fault !== null) return <FailedFace fault={asked.fault} onRetry={asked.retry} />;
  if (asked.value === undefined) return <LoadingFace label="Reading its parts" lines={3} />;
  if (asked.value.length === 0) {
    return (
      <Box sx={{ color: 'text.secondary' }}>
        {kind === 'vm' ? 'It has no network adapter.' : 'None was imported.'}
      </Box>
    );
  }
  return (
    <Box>
      {asked.value.map((child) => (
        <Fold
          key={`${child.kind} ${child.id}`}
          title={<bdi title={child.name}>{child.name}</bdi>}
          aside={RECORD_LABELS[child.kind]}
        >
          <ChildFacts kind={child.kind} id={child.id} planKey={planKey} />
        </Fold>
      ))}
    </Box>
  );
}

function ChildFacts({ kind, id, planKey }: Owner) {
  const asked = useAsked('estate.record', { kind, id }, planKey);
  const actions = useFactActions(kind, id);
  if (asked.fault !== null) return <FailedFace fault={asked.fault} onRetry={asked.retry} />;
  if (asked.value === undefined) return <LoadingFace label="Reading its facts" lines={4} />;
  const pools = kind === 'switch' ? poolsOf(asked.value.facts) : [];
  return (
    <Box sx={{ pl: 5.5 }}>
      {pools.length === 0 ? null : (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, mb: 2 }}>
          {pools.map((pool) => (
            <PoolMeter key={pool.name} pool={pool} />
          ))}
        </Box>
      )}
      <FactList facts={asked.value.facts} actions={actions} />
    </Box>
  );
}
