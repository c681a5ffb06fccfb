import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { counted } from '../../../shared/format/plural';
import type { Finding, MoveKind, PairVerdict } from '../../../shared/model/verdict';
import { useAsked } from '../../api/use-asked';
import { useApp, useMoveKind } from '../../app/state/use-app';
import { Fold } from '../../components/Fold';
import { FailedFace, LoadingFace } from '../../components/faces';
import { FindingCard } from './FindingCard';
import { FirstThing } from './FirstThing';
import { InspectorTitle } from './InspectorTitle';
import { KindRows } from './KindRows';
import { Section } from './Section';
import { VnicRows } from './VnicRows';

interface PairProps {
  readonly vmId: string;
  readonly hostId: string;
  readonly planKey: string;
}

/** The verdict on one VM on one host, and everything that led to it. */
export function PairInspector({ vmId, hostId, planKey }: PairProps) {
  const asked = useAsked('verdicts.pair', { vmId, hostId }, planKey);
  const kind = useMoveKind();
  if (asked.fault !== null) return <FailedFace fault={asked.fault} onRetry={asked.retry} />;
  if (asked.value === undefined) return <LoadingFace label="Judging" lines={12} />;
  return (
    <Box aria-busy={asked.isOld}>
      <PairVerdictPanel pair={asked.value} kind={kind} />
    </Box>
  );
}

function PairVerdictPanel({ pair, kind }: { pair: PairVerdict; kind: MoveKind }) {
  const { state, actions } = useApp();
  const isHere = pair.sourceHostId === pair.targetHostId;
  const copy = (text: string) => actions.copy(text, 'Copied.');
  const told = isHere ? pair.findings : pair.findings.filter(({ at }) => at !== 'source');
  const reasons = told.filter(({ waived }) => waived === undefined);
  const aside = told.filter(({ waived }) => waived !== undefined);
  const atSource = isHere ? [] : pair.findings.filter(({ at }) => at === 'source');
  return (
    <>
      <InspectorTitle
        title={
          <>
            <NameLink
              name={pair.vmName}
              onOpen={() => state.select({ vmId: pair.vmId, hostId: null })}
            />
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
              {' on '}
            </Box>
            <NameLink
              name={pair.targetHostName}
              onOpen={() => state.select({ vmId: null, hostId: pair.targetHostId })}
            />
          </>
        }
        subtitle={
          isHere
            ? 'It runs here now'
            : pair.sourceHostName === null
              ? 'No source says where it runs'
              : `Now on ${pair.sourceHostName}`
        }
      />
      <Section>
        <Typography
          sx={{ fontSize: 14, lineHeight: '20px', fontWeight: 550, overflowWrap: 'anywhere' }}
        >
          {pair.kinds[kind].sentence}
        </Typography>
        <FirstThing pair={pair} kind={kind} onCopy={copy} />
      </Section>
      {isHere ? null : (
        <Section title="Kinds of move">
          <KindRows pair={pair} kind={kind} onKind={state.setKind} />
        </Section>
      )}
      <Section title={isHere ? 'Paths of its adapters' : 'Path of each adapter, now and there'}>
        <VnicRows
          vnics={pair.vnics}
          from={pair.sourceHostName}
          to={isHere ? null : pair.targetHostName}
        />
      </Section>
      <Section
        title={reasons.length === 0 ? 'Reasons' : `Reasons (${reasons.length}), worst first`}
      >
        {reasons.length === 0 ? (
          <Box sx={{ color: 'text.secondary' }}>
            {aside.length === 0
              ? 'Nothing that was checked speaks against it.'
              : 'Nothing that counts speaks against it.'}
          </Box>
        ) : (
          <Findings findings={reasons} pair={pair} onCopy={copy} />
        )}
      </Section>
      {aside.length === 0 ? null : (
        <Section title={`Set aside (${aside.length}), counting for nothing`}>
          <Findings findings={aside} pair={pair} onCopy={copy} />
        </Section>
      )}
      {atSource.length === 0 ? null : (
        <Section>
          <Fold title="Where it runs now" aside={counted(atSource.length, 'reason')}>
            <Findings findings={atSource} pair={pair} onCopy={copy} />
          </Fold>
        </Section>
      )}
      {pair.fine.length === 0 ? null : (
        <Section>
          <Fold title="Checked and fine" aside={counted(pair.fine.length, 'rule')}>
            <Findings findings={pair.fine} pair={pair} onCopy={copy} />
          </Fold>
        </Section>
      )}
    </>
  );
}

function Findings({
  findings,
  pair,
  onCopy,
}: {
  findings: readonly Finding[];
  pair: PairVerdict;
  onCopy: (text: string) => void;
}) {
  const names = new Map<string, string>(pair.vnics.map(({ vnicId, name }) => [vnicId, name]));
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 3 }}
    >
      {findings.map((finding, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rule may speak twice, of two adapters of a team
        <li key={`${finding.ruleId} ${place}`}>
          <FindingCard
            finding={finding}
            pair={pair}
            // With one adapter there is nothing to tell apart.
            vnicNames={
              pair.vnics.length > 1 ? finding.vnicIds.flatMap((id) => names.get(id) ?? []) : []
            }
            onCopy={onCopy}
          />
        </li>
      ))}
    </Box>
  );
}

function NameLink({ name, onOpen }: { name: string; onOpen: () => void }) {
  return (
    <Box
      component="button"
      type="button"
      onClick={onOpen}
      title={`Show the facts of ${name}`}
      sx={{
        all: 'unset',
        cursor: 'pointer',
        borderRadius: 0.5,
        overflowWrap: 'anywhere',
        '&:hover': { textDecoration: 'underline', textUnderlineOffset: 3 },
        '&:focus-visible': {
          outline: (theme) => `2px solid ${theme.hues.accent}`,
          outlineOffset: 1,
        },
      }}
    >
      <bdi>{name}</bdi>
    </Box>
  );
}
