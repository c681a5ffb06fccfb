import Box from '@mui/material/Box';
import { RECORD_LABELS, UNKNOWN_WORDS } from '../../../shared/format/verdict-words';
import type { MissingFact } from '../../../shared/model/verdict';
import { CommandLine } from '../../components/CommandLine';

/** The facts that would decide, each with the command that collects it. */
export function MissingFacts({
  facts,
  onCopy,
}: {
  facts: readonly MissingFact[];
  onCopy: (text: string) => void;
}) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {facts.map((fact) => (
        <Box key={`${fact.path} ${fact.recordId}`}>
          <Box sx={{ overflowWrap: 'anywhere' }}>
            <Box component="span" sx={{ fontWeight: 600 }}>
              Collect:
            </Box>{' '}
            {fact.title} of{' '}
            {fact.recordKind === 'derived'
              ? ''
              : `${RECORD_LABELS[fact.recordKind].toLowerCase().replace(/^vm$/, 'VM')} `}
            <bdi>{fact.recordName}</bdi>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' '}
              ({UNKNOWN_WORDS[fact.reason]})
            </Box>
          </Box>
          {fact.collect === '' ? null : <CommandLine command={fact.collect} onCopy={onCopy} />}
        </Box>
      ))}
    </Box>
  );
}
