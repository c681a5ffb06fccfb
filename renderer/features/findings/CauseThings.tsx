import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { afterWords } from '../../../shared/format/cause-words';
import { counted } from '../../../shared/format/plural';
import { formatNumber } from '../../../shared/format/quantity';
import type { Cause, CauseKind, CauseThing } from '../../../shared/model/cause';
import { useApp } from '../../app/state/use-app';
import { ONE_LINE } from '../../components/clip';
import { Quiet } from '../../components/Quiet';
import { hostOf } from './arrange';
import { EffectWords } from './EffectWords';

const AT_FIRST = 8;

const WORDS: Readonly<Record<CauseKind, readonly [string, string]>> = {
  host: ['host', 'hosts'],
  switch: ['switch', 'switches'],
  adapter: ['adapter', 'adapters'],
  vm: ['VM', 'VMs'],
};

/** The things at fault, the worst first: what each does, and what its fix alone leaves. */
export function CauseThings({
  cause: { kind, things },
  onSetAside,
}: {
  cause: Pick<Cause, 'kind' | 'things'>;
  /** `null` in a plan that cannot be changed. */
  onSetAside: ((thing: CauseThing) => void) | null;
}) {
  const { state } = useApp();
  const [showsAll, setShowsAll] = useState(false);
  const { items, total } = things;
  const shown = showsAll ? items : items.slice(0, AT_FIRST);
  const title = `${counted(total, ...WORDS[kind])}, the worst first`;
  return (
    <Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary', mb: 1 }}>{title}</Box>
      <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((thing) => {
          const { subject, counts } = thing;
          const host = hostOf(thing);
          const after = afterWords(thing);
          return (
            <Box
              component="li"
              key={subject.id}
              sx={{
                display: 'grid',
                gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 3fr) minmax(0, 4fr) auto',
                columnGap: 3,
                alignItems: 'center',
                minHeight: 32,
                py: 0.5,
                borderTop: 1,
                borderColor: 'divider',
                '@container (max-width: 820px)': {
                  gridTemplateColumns: 'minmax(0, 1fr) auto',
                  '& > .number': { gridColumn: 1 },
                },
              }}
            >
              <Button
                variant="text"
                disabled={host === null}
                onClick={() => state.select({ vmId: null, hostId: host?.id ?? null })}
                sx={{
                  justifyContent: 'flex-start',
                  minHeight: 28,
                  px: 1,
                  ml: -1,
                  maxWidth: '100%',
                }}
              >
                <Box component="span" sx={ONE_LINE} title={subject.name}>
                  <bdi>{subject.name}</bdi>
                  {subject.host === null ? null : (
                    <Quiet>
                      {' '}
                      on <bdi>{subject.host.name}</bdi>
                    </Quiet>
                  )}
                </Box>
              </Button>
              <Box className="number" sx={{ minWidth: 0 }}>
                <EffectWords counts={counts} />
              </Box>
              <Box
                className="number"
                sx={{ minWidth: 0, color: 'text.secondary', overflowWrap: 'anywhere' }}
              >
                {after === '' ? '' : `After its fix: ${after}`}
              </Box>
              {onSetAside === null ? null : (
                <Button
                  variant="text"
                  aria-label={`Set aside for ${subject.name}…`}
                  title={`Set aside for ${subject.name}…`}
                  onClick={() => onSetAside(thing)}
                  sx={{ minWidth: 28, minHeight: 28, p: 1, gridColumn: '-2 / -1', gridRow: 1 }}
                >
                  <EyeOff size={14} />
                </Button>
              )}
            </Box>
          );
        })}
      </Box>
      {shown.length < items.length ? (
        <Button
          variant="text"
          onClick={() => setShowsAll(true)}
          sx={{ minHeight: 26, px: 2, mt: 1, typography: 'caption' }}
        >
          and {formatNumber(items.length - shown.length)} more
        </Button>
      ) : items.length < total ? (
        <Box sx={{ mt: 1 }}>
          <Quiet>The {formatNumber(items.length)} worst are listed.</Quiet>
        </Box>
      ) : null}
    </Box>
  );
}
