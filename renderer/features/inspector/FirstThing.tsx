import Box from '@mui/material/Box';
import type { MoveKind, PairVerdict } from '../../../shared/model/verdict';
import { Remediation } from '../../components/Remediation';
import { firstStep } from './first-thing';
import { MissingFacts } from './MissingFacts';

/** What to do first, right under the verdict. */
export function FirstThing({
  pair,
  kind,
  onCopy,
}: {
  pair: PairVerdict;
  kind: MoveKind;
  onCopy: (text: string) => void;
}) {
  const step = firstStep(pair, kind);
  if (step === null) return null;
  return (
    <Box
      sx={{
        mt: 2,
        pl: 3,
        pr: 1,
        py: 1.5,
        borderLeft: 3,
        borderColor: 'primary.main',
        borderRadius: '0 6px 6px 0',
        bgcolor: (theme) => theme.hues.sunken,
      }}
    >
      {step.kind === 'fix' ? (
        <Remediation text={step.remediation} onCopy={onCopy} />
      ) : (
        <MissingFacts facts={step.facts} onCopy={onCopy} />
      )}
    </Box>
  );
}
