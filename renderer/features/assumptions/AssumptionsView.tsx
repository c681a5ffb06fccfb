import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { type AssumptionName, assumptionTable } from '../../../shared/model/assumptions';
import { useStore } from '../../app/state/store';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { LoadingFace } from '../../components/faces';

const NAMES = Object.keys(assumptionTable) as AssumptionName[];

/** Questions that no document answers, and the answer that this plan takes. */
export function AssumptionsView() {
  const { state, actions } = useApp();
  const { plan } = useOpenPlan();
  const sought = useStore(state.soughtAssumption);
  useEffect(() => {
    if (sought === null) return;
    const section = document.querySelector(`[data-assumption="${sought}"]`);
    section?.scrollIntoView({ block: 'center' });
    section?.querySelector<HTMLElement>('input:checked')?.focus();
    state.soughtAssumption.set(null);
  }, [sought, state]);
  if (plan === null) return <LoadingFace label="Reading the assumptions" />;
  return (
    <Box sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.paper' }}>
      <Box sx={{ maxWidth: 720, px: 4, pt: 3, pb: 6 }}>
        <Typography variant="h2">Assumptions</Typography>
        <Box sx={{ mt: 1, mb: 4, color: 'text.secondary' }}>
          No document answers these questions, so the plan says what it assumes. Switch one to see
          which verdicts hang on it; undo takes it back.
        </Box>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
          {NAMES.map((name) => (
            <Assumption
              key={name}
              name={name}
              choice={plan.assumptions[name]}
              isFixed={plan.readOnly}
              onChoice={(choice) => actions.setAssumption(name, choice)}
            />
          ))}
        </Box>
      </Box>
    </Box>
  );
}

interface AssumptionProps {
  readonly name: AssumptionName;
  readonly choice: string;
  readonly isFixed: boolean;
  readonly onChoice: (choice: string) => Promise<void>;
}

function Assumption({ name, choice, isFixed, onChoice }: AssumptionProps) {
  const { title, choices, preset, reason } = assumptionTable[name];
  // Shown at once; the plan's own answer takes over when it comes, also when it refused.
  const [wanted, setWanted] = useState<string | null>(null);
  const titleId = `assumption-${name}`;
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      data-assumption={name}
      sx={{ px: 4, py: 3, borderRadius: 2, border: 1, borderColor: 'divider' }}
    >
      <Typography id={titleId} variant="subtitle1" component="h3">
        {title}
      </Typography>
      <Box sx={{ mt: 0.5, mb: 1.5, color: 'text.secondary' }}>{reason}</Box>
      <RadioGroup
        aria-labelledby={titleId}
        value={wanted ?? choice}
        onChange={(_, next) => {
          setWanted(next);
          void onChoice(next).finally(() => setWanted(null));
        }}
      >
        {Object.entries<string>(choices).map(([value, words]) => (
          <FormControlLabel
            key={value}
            value={value}
            disabled={isFixed}
            control={<Radio />}
            label={
              <Box component="span" sx={{ display: 'block', py: 1.5 }}>
                {words}
                {value === preset ? (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {' '}
                    (usual)
                  </Box>
                ) : null}
              </Box>
            }
          />
        ))}
      </RadioGroup>
    </Box>
  );
}
