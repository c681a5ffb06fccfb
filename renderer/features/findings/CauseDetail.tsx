import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { afterMoveWords, causeMoveWords } from '../../../shared/format/cause-words';
import { counted } from '../../../shared/format/plural';
import type { Cause, CauseThing } from '../../../shared/model/cause';
import { useApp } from '../../app/state/use-app';
import { ONE_LINE } from '../../components/clip';
import { Fold } from '../../components/Fold';
import { Quiet } from '../../components/Quiet';
import { Remediation } from '../../components/Remediation';
import { RuleOrigin } from '../../components/RuleOrigin';
import { hostOf } from './arrange';
import { CauseThings } from './CauseThings';

const VMS_AT_FIRST = 12;

/** All of one cause: its message, its VMs, its fix and what that leaves, what it rests on. */
export function CauseDetail({
  cause,
  onSetAside,
}: {
  cause: Cause;
  /** @param thing  one of several that are at fault */
  onSetAside: ((thing?: CauseThing) => void) | null;
}) {
  const { state, actions } = useApp();
  const host = hostOf(cause);
  const { vm, host: target } = cause.example;
  const after = afterMoveWords(cause);
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 3,
        pl: 17,
        pr: 4,
        pb: 4,
        pt: 1,
        bgcolor: (theme) => theme.hues.sunken,
      }}
    >
      <Box sx={{ maxWidth: 760, overflowWrap: 'anywhere' }}>
        {cause.isToldForExample ? (
          <Quiet>
            For <bdi>{vm.name}</bdi> on <bdi>{target.name}</bdi>:{' '}
          </Quiet>
        ) : null}
        {cause.message}
      </Box>
      {cause.symptoms.length === 0 ? null : (
        <Box sx={{ maxWidth: 760, overflowWrap: 'anywhere' }}>
          <Quiet>With it goes: </Quiet>
          {cause.symptoms.map(({ title }) => title).join('; ')}.
        </Box>
      )}
      {cause.remediation === '' ? null : (
        <Box sx={{ maxWidth: 760 }}>
          <Remediation
            text={cause.remediation}
            onCopy={(text) => actions.copy(text, 'Copied the fix.')}
          />
        </Box>
      )}
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1 }}
      >
        <Term>Now</Term>
        <Told>{causeMoveWords(cause)}</Told>
        {after === '' ? null : (
          <>
            <Term>After the fix</Term>
            <Told>{after}</Told>
          </>
        )}
      </Box>
      {cause.things.total < 2 ? null : <CauseThings cause={cause} onSetAside={onSetAside} />}
      <Vms cause={cause} hostId={host?.id ?? null} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button
          onClick={() => state.select({ vmId: vm.id, hostId: target.id })}
          sx={{ maxWidth: '100%' }}
        >
          <Box component="span" sx={ONE_LINE}>
            Show <bdi>{vm.name}</bdi> on <bdi>{target.name}</bdi>
          </Box>
        </Button>
        {host === null ? null : (
          <Button onClick={() => state.select({ vmId: null, hostId: host.id })}>
            <Box component="span" sx={ONE_LINE}>
              Show the facts of <bdi>{host.name}</bdi>
            </Box>
          </Button>
        )}
        {onSetAside === null ? null : (
          <Button startIcon={<EyeOff size={15} />} onClick={() => onSetAside()}>
            Set aside…
          </Button>
        )}
      </Box>
      <Sources cause={cause} />
    </Box>
  );
}

function Vms({ cause, hostId }: { cause: Cause; hostId: string | null }) {
  const { state } = useApp();
  const [showsAll, setShowsAll] = useState(false);
  const { items, total } = cause.vms;
  const shown = showsAll ? items : items.slice(0, VMS_AT_FIRST);
  const hidden = total - items.length;
  return (
    <Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary', mb: 1 }}>
        {counted(total, 'VM')} concerned
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {shown.map(({ id, name }) => (
          <Button
            key={id}
            onClick={() => state.select({ vmId: id, hostId })}
            sx={{
              minHeight: 26,
              px: 2,
              maxWidth: 280,
              typography: 'caption',
              '& > bdi': { overflow: 'hidden', textOverflow: 'ellipsis' },
            }}
          >
            <bdi title={name}>{name}</bdi>
          </Button>
        ))}
        {shown.length < items.length ? (
          <Button
            variant="text"
            onClick={() => setShowsAll(true)}
            sx={{ minHeight: 26, px: 2, typography: 'caption' }}
          >
            and {items.length - shown.length} more
          </Button>
        ) : hidden > 0 ? (
          <Quiet>and {counted(hidden, 'more', 'more')}, in the matrix</Quiet>
        ) : null}
      </Box>
    </Box>
  );
}

function Sources({ cause: { sources, limits, ruleId } }: { cause: Cause }) {
  return (
    <Box sx={{ typography: 'caption', maxWidth: 760 }}>
      <Fold
        title={
          <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
            What it rests on
          </Box>
        }
        aside={counted(sources.length, 'source')}
      >
        <Box
          component="ul"
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 1 }}
        >
          <li>
            <Quiet>Rule:</Quiet> {ruleId}
          </li>
          <RuleOrigin sources={sources} limits={limits} />
        </Box>
      </Fold>
    </Box>
  );
}

function Term({ children }: { children: string }) {
  return (
    <Box component="dt" sx={{ color: 'text.secondary' }}>
      {children}
    </Box>
  );
}

function Told({ children }: { children: string }) {
  return (
    <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  );
}
