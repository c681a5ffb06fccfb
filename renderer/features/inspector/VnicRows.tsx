import Box from '@mui/material/Box';
import type { PathVerdict, VnicVerdict } from '../../../shared/model/verdict';
import { PathWords } from '../../components/symbols/Symbol';

export interface VnicRowsProps {
  readonly vnics: readonly VnicVerdict[];
  /** Where the VM is now; `null` when no source says. */
  readonly from: string | null;
  /** `null`: only the present paths are told, because the VM is there already. */
  readonly to: string | null;
}

/** Every adapter of the VM with its path now and there. */
export function VnicRows({ vnics, from, to }: VnicRowsProps) {
  if (vnics.length === 0) {
    return <Box sx={{ color: 'text.secondary' }}>This VM has no network adapter.</Box>;
  }
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 3 }}
    >
      {vnics.map(({ vnicId, name, now, there }) => (
        <li key={vnicId}>
          <Box sx={{ overflowWrap: 'anywhere', mb: 1, fontWeight: 550 }}>
            <bdi>{name}</bdi>
          </Box>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: to === null ? '1fr' : 'minmax(0, 1fr) minmax(0, 1fr)',
              columnGap: 3,
            }}
          >
            <PathBox where={from === null ? 'now' : `now, on ${from}`} verdict={now} />
            {to === null ? null : <PathBox where={`on ${to}`} verdict={there} />}
          </Box>
        </li>
      ))}
    </Box>
  );
}

function PathBox({
  where,
  verdict: { paths, decidedBy, disagreement },
}: {
  where: string;
  verdict: PathVerdict;
}) {
  const notes = [
    paths.length > 1 ? 'undecided between these' : '',
    decidedBy === 'host' ? 'reported by the host' : '',
  ];
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{where}</Box>
      <PathWords paths={paths} />
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {notes.filter((note) => note !== '').join(', ')}
      </Box>
      {disagreement === undefined ? null : (
        <Box sx={{ typography: 'caption', color: 'warning.main' }}>{disagreement}</Box>
      )}
    </Box>
  );
}
