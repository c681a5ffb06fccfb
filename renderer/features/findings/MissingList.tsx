import Box from '@mui/material/Box';
import { counted } from '../../../shared/format/plural';
import { UNKNOWN_WORDS } from '../../../shared/format/verdict-words';
import type { MissingGroup } from '../../../shared/model/report';
import { CommandLine } from '../../components/CommandLine';
import { OutcomeSymbol } from '../../components/symbols/Symbol';

const NAMES = 8;

/** What nobody has told yet and would decide moves, with the command that prints it. */
export function MissingList({
  groups,
  onCopy,
}: {
  groups: readonly MissingGroup[];
  onCopy: (command: string) => void;
}) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {groups.map((group) => (
        <Box
          component="li"
          key={`${group.path} ${group.reason}`}
          sx={{
            display: 'flex',
            gap: 3,
            px: 4,
            py: 3,
            borderBottom: 1,
            borderColor: 'divider',
            contentVisibility: 'auto',
            containIntrinsicSize: 'auto 96px',
          }}
        >
          <Box sx={{ pt: 0.5 }}>
            <OutcomeSymbol outcome="undecided" />
          </Box>
          <Box sx={{ flex: 1, minWidth: 0, maxWidth: 760 }}>
            <Box sx={{ fontWeight: 550 }}>
              {group.title}: {UNKNOWN_WORDS[group.reason]}
            </Box>
            <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {counted(group.moveCount, 'move')} of {counted(group.vmCount, 'VM')}{' '}
              {group.moveCount === 1 ? 'hangs' : 'hang'} on it · <Records group={group} />
            </Box>
            {group.collect === '' ? null : (
              <Box sx={{ mt: 1.5 }}>
                <CommandLine command={group.collect} onCopy={onCopy} />
              </Box>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Records({ group: { records } }: { group: MissingGroup }) {
  const shown = records.items.slice(0, NAMES);
  const rest = records.total - shown.length;
  return (
    <>
      {shown.map(({ id, name, host }, at) => (
        <span key={id}>
          {at === 0 ? '' : ', '}
          <bdi>{name}</bdi>
          {host === null ? null : (
            <>
              {' '}
              on <bdi>{host.name}</bdi>
            </>
          )}
        </span>
      ))}
      {rest === 0 ? '' : ` and ${rest} more`}
    </>
  );
}
