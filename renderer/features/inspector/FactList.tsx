import Box from '@mui/material/Box';
import type { RecordKind } from '../../../shared/model/estate';
import { call } from '../../api/call';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { Fold } from '../../components/Fold';
import { type FactActions, FactRow } from './FactRow';
import type { RecordFact } from './record-fact';

/** As many unknown facts as may stand open without drowning the known ones. */
const FEW = 4;

/** The facts of a record: known ones first, then what nobody has told yet. */
export function FactList({
  facts,
  actions,
}: {
  facts: readonly RecordFact[];
  actions: FactActions;
}) {
  const known = facts.filter(({ value }) => value !== null);
  const unknown = facts.filter(({ value }) => value === null);
  return (
    <>
      <Rows facts={known} actions={actions} />
      {unknown.length === 0 ? null : (
        <Box sx={{ mt: 1 }}>
          <Fold title="Not known" aside={String(unknown.length)} startsOpen={unknown.length <= FEW}>
            <Rows facts={unknown} actions={actions} />
          </Fold>
        </Box>
      )}
    </>
  );
}

function Rows({ facts, actions }: { facts: readonly RecordFact[]; actions: FactActions }) {
  if (facts.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {facts.map((fact) => (
        <FactRow key={fact.field} fact={fact} actions={actions} />
      ))}
    </Box>
  );
}

export function useFactActions(kind: RecordKind, id: string): FactActions {
  const { state, actions } = useApp();
  const { plan } = useOpenPlan();
  return {
    canEdit: plan !== null && !plan.readOnly,
    copy: (text) => actions.copy(text, 'Copied.'),
    async edit(field, text) {
      try {
        state.plan.take(await call('estate.edit', { kind, id, field, text }));
      } catch (thrown) {
        // What was typed is refused beside it; taking a value back has no such place.
        if (text === null) state.refused(thrown);
        throw thrown;
      }
    },
    async setUnknown(field) {
      try {
        state.plan.take(await call('estate.set-unknown', { kind, ids: [id], field }));
      } catch (thrown) {
        state.refused(thrown);
      }
    },
  };
}
