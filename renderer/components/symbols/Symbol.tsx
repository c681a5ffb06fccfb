import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import {
  CONFIDENCE_LABELS,
  CONFIDENCE_MEANINGS,
  PATH_LABELS,
  pathWords,
} from '../../../shared/format/verdict-words';
import type { ImportProblem } from '../../../shared/model/import';
import type {
  Cell,
  Confidence,
  Datapath,
  PathSet,
  Portability,
} from '../../../shared/model/verdict';
import { portabilityHue } from '../../app/hues';
import {
  CONFIDENCE_SHAPES,
  OUTCOME_SHAPES,
  PATH_SHAPES,
  PORTABILITY_SHAPES,
  SEVERITY_SHAPES,
  type Shape,
  STROKE_WIDTH,
} from './shapes';

interface ShapeProps {
  readonly shape: Shape;
  readonly colour: string;
  readonly size?: number;
}

/** One of our symbols. The word always stands beside it, so it is hidden from screen readers. */
export function ShapeSymbol({ shape, colour, size = 16 }: ShapeProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shape.map((stroke) => (
        <path
          key={stroke.d}
          d={stroke.d}
          fill={stroke.fill ? colour : 'none'}
          stroke={stroke.fill ? 'none' : colour}
          strokeWidth={stroke.width ?? STROKE_WIDTH}
          strokeDasharray={stroke.dash?.join(' ')}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

export function OutcomeSymbol({ outcome, size }: { outcome: Cell['outcome']; size?: number }) {
  const { hues } = useTheme();
  const colour = outcome === 'here' ? hues.quietText : hues.outcome[outcome].ink;
  return <ShapeSymbol shape={OUTCOME_SHAPES[outcome]} colour={colour} size={size} />;
}

export function PathSymbol({ path, size }: { path: Datapath; size?: number }) {
  const { hues } = useTheme();
  return <ShapeSymbol shape={PATH_SHAPES[path]} colour={hues.path[path]} size={size} />;
}

export function PortabilitySymbol({ portability }: { portability: Portability }) {
  const { hues } = useTheme();
  return (
    <ShapeSymbol
      shape={PORTABILITY_SHAPES[portability]}
      colour={portabilityHue(hues, portability).ink}
    />
  );
}

export function SeveritySymbol({ severity }: { severity: ImportProblem['severity'] }) {
  const { hues } = useTheme();
  const colour = {
    lost: hues.outcome.blocked.ink,
    doubt: hues.outcome['falls-back'].ink,
    note: hues.quietText,
  }[severity];
  return <ShapeSymbol shape={SEVERITY_SHAPES[severity]} colour={colour} />;
}

/** Symbol and word of a set of paths: "⇉ SR-IOV", "undecided between VMDq and …" as both symbols. */
export function PathWords({ paths }: { paths: PathSet }) {
  const { hues } = useTheme();
  const [only, ...others] = paths;
  if (only === undefined) return <span>no adapter</span>;
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}
    >
      {paths.map((path) => (
        <PathSymbol key={path} path={path} />
      ))}
      <Box
        component="span"
        sx={{ fontWeight: 600, color: others.length === 0 ? hues.path[only] : 'text.primary' }}
      >
        {others.length === 0 ? PATH_LABELS[only] : pathWords(paths)}
      </Box>
    </Box>
  );
}

export function ConfidenceMark({ confidence }: { confidence: Confidence }) {
  const { hues } = useTheme();
  return (
    <Tooltip title={CONFIDENCE_MEANINGS[confidence]}>
      <Box
        component="span"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: 'text.secondary' }}
      >
        <ShapeSymbol shape={CONFIDENCE_SHAPES[confidence]} colour={hues.quietText} size={12} />
        {CONFIDENCE_LABELS[confidence]}
      </Box>
    </Tooltip>
  );
}
