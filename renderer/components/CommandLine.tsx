import Box from '@mui/material/Box';
import { MONO_FAMILY } from '../app/theme';
import { CopyButton } from './CopyButton';

/** A command in a box of its own, ready to be copied. */
export function CommandLine({
  command,
  onCopy,
}: {
  command: string;
  onCopy: (text: string) => void;
}) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1,
        pl: 2,
        pr: 0.5,
        bgcolor: (theme) => theme.hues.sunken,
        borderRadius: 1,
      }}
    >
      <Box
        component="code"
        sx={{
          flex: 1,
          minWidth: 0,
          py: 1,
          fontFamily: MONO_FAMILY,
          fontSize: 12,
          lineHeight: '16px',
          overflowWrap: 'anywhere',
        }}
      >
        {command}
      </Box>
      <CopyButton what="the command" onCopy={() => onCopy(command)} />
    </Box>
  );
}

/** Code inside a sentence. */
export function Code({ children }: { children: string }) {
  return (
    <Box
      component="code"
      sx={{
        fontFamily: MONO_FAMILY,
        fontSize: 12,
        px: 1,
        borderRadius: 0.5,
        bgcolor: (theme) => theme.hues.sunken,
        // A short command stays in one piece: its hyphens are no places to break.
        whiteSpace: children.length <= 32 ? 'nowrap' : undefined,
        overflowWrap: 'anywhere',
      }}
    >
      {children}
    </Box>
  );
}
