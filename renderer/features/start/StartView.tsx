import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { ClipboardList, FilePlus2, FolderOpen, Map as MapIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMoment } from '../../../shared/format/moment';
import type { RecentPlan } from '../../../shared/model/plan';
import { useAsked } from '../../api/use-asked';
import { useApp } from '../../app/state/use-app';
import { ONE_LINE } from '../../components/clip';
import { FailedFace, LoadingFace } from '../../components/faces';
import { Emblem } from './Emblem';

/** What the window shows while no plan is open. */
export function StartView() {
  const { actions } = useApp();
  const recent = useAsked('plans.recent', {});
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.default' }}>
      <Box
        sx={{
          minHeight: '100%',
          maxWidth: 920,
          mx: 'auto',
          px: 6,
          py: 8,
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'center',
          gap: 8,
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 5 }}>
          <Emblem size={64} />
          <Box>
            <Typography variant="h1">Portolan</Typography>
            <Box sx={{ mt: 1, maxWidth: 560, color: 'text.secondary' }}>
              Tells where each Hyper-V VM can move and whether it keeps SR-IOV there, falls back to
              a VM queue or to the software switch, or cannot move at all, with every reason and its
              fix.
            </Box>
          </Box>
        </Box>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', md: '5fr 6fr' },
            gap: 6,
            alignItems: 'start',
          }}
        >
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
            <Way
              Icon={<FilePlus2 size={18} />}
              title="New plan"
              isFirst
              onClick={() => actions.run('new-plan')}
            >
              Then import what your hosts printed
            </Way>
            <Way
              Icon={<FolderOpen size={18} />}
              title="Open a plan…"
              onClick={() => actions.run('open-plan')}
            >
              A .portolan file
            </Way>
            <Way
              Icon={<MapIcon size={18} />}
              title="Look at the demonstration"
              onClick={() => actions.run('open-demonstration')}
            >
              12 hosts of two generations with their quirks
            </Way>
            <Way
              Icon={<ClipboardList size={18} />}
              title="Collect from your hosts…"
              onClick={() => actions.run('collector')}
            >
              A PowerShell script that only reads
            </Way>
          </Box>
          <Box component="section" aria-labelledby="recent-title" sx={{ minWidth: 0 }}>
            <Typography id="recent-title" variant="h2" sx={{ mb: 2, fontSize: 13 }}>
              Recent plans
            </Typography>
            {recent.fault !== null ? (
              <FailedFace fault={recent.fault} onRetry={recent.retry} />
            ) : recent.value === undefined ? (
              <LoadingFace label="Looking for recent plans" lines={4} />
            ) : (
              <Recent plans={recent.value} onOpen={actions.openRecent} />
            )}
          </Box>
        </Box>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
          Files can also be dropped anywhere onto this window. Nothing ever leaves this machine.
        </Box>
      </Box>
    </Box>
  );
}

function Recent({
  plans,
  onOpen,
}: {
  plans: readonly RecentPlan[];
  onOpen: (token: string) => void;
}) {
  if (plans.length === 0) {
    return (
      <Box
        sx={{
          p: 4,
          borderRadius: 2,
          border: '1px dashed',
          borderColor: (theme) => theme.hues.strongLine,
          color: 'text.secondary',
        }}
      >
        Plans that you open or make are listed here.
      </Box>
    );
  }
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        borderRadius: 2,
        border: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        overflow: 'hidden',
      }}
    >
      {plans.map(({ token, name, folder, openedAt, isThere }) => (
        <Box component="li" key={token} sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <ButtonBase
            disabled={!isThere}
            onClick={() => onOpen(token)}
            title={`${name}\n${folder}`}
            sx={{
              width: '100%',
              px: 4,
              py: 2,
              gap: 4,
              textAlign: 'left',
              justifyContent: 'space-between',
              '&:hover': { bgcolor: (theme) => theme.hues.hover },
              '&.Mui-focusVisible': { outlineOffset: -2 },
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Box
                component="bdi"
                sx={{
                  display: 'block',
                  fontWeight: 600,
                  color: isThere ? 'text.primary' : 'text.secondary',
                  ...ONE_LINE,
                }}
              >
                {name}
              </Box>
              <Box sx={{ typography: 'caption', color: 'text.secondary', ...ONE_LINE }}>
                {isThere ? folder : `No longer in ${folder}`}
              </Box>
            </Box>
            <Box
              component="time"
              dateTime={openedAt}
              sx={{ typography: 'caption', color: 'text.secondary', whiteSpace: 'nowrap' }}
            >
              {formatMoment(openedAt)}
            </Box>
          </ButtonBase>
        </Box>
      ))}
    </Box>
  );
}

interface WayProps {
  readonly Icon: ReactNode;
  readonly title: string;
  readonly isFirst?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Way({ Icon, title, isFirst, onClick, children }: WayProps) {
  return (
    <Button
      variant={isFirst ? 'contained' : 'outlined'}
      color={isFirst ? 'primary' : 'inherit'}
      onClick={onClick}
      startIcon={Icon}
      sx={{
        minHeight: 56,
        px: 4,
        justifyContent: 'flex-start',
        textAlign: 'left',
        whiteSpace: 'normal',
        '& .MuiButton-startIcon': { mr: 3 },
      }}
    >
      <span>
        <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
          {title}
        </Box>
        <Box
          component="span"
          sx={{
            display: 'block',
            typography: 'caption',
            fontWeight: 450,
            color: isFirst ? 'inherit' : 'text.secondary',
          }}
        >
          {children}
        </Box>
      </span>
    </Button>
  );
}
