import Box from '@mui/material/Box';
import type { Source } from '../../shared/model/verdict';
import { Quiet } from './Quiet';

/** Items of a list: the documents behind a rule, and where it stops being true. */
export function RuleOrigin({ sources, limits }: { sources: readonly Source[]; limits: string }) {
  return (
    <>
      {sources.map(({ id, title, where }) => (
        <Box component="li" key={id} sx={{ overflowWrap: 'anywhere' }}>
          <Quiet>Source:</Quiet> {title}
          {where === '' ? null : <Quiet>, {where}</Quiet>}
        </Box>
      ))}
      {limits === '' ? null : (
        <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
          <Quiet>Limits:</Quiet> {limits}
        </Box>
      )}
    </>
  );
}
