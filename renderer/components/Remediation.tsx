import Box from '@mui/material/Box';
import { Code } from './CommandLine';
import { CopyButton } from './CopyButton';
import { remediationParts } from './remediation-parts';

/** What to do, with every command in it set apart and the whole ready to be copied. */
export function Remediation({ text, onCopy }: { text: string; onCopy: (text: string) => void }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          Fix:{' '}
        </Box>
        {remediationParts(text).map((part, place) =>
          part.kind === 'text' ? (
            part.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
            <Code key={place}>{part.text}</Code>
          ),
        )}
      </Box>
      <CopyButton what="the fix" onCopy={() => onCopy(text)} />
    </Box>
  );
}
