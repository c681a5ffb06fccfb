import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { describeOrigin } from '../../../shared/fact';
import { counted } from '../../../shared/format/plural';
import { effectWords, SCOPE_LABELS } from '../../../shared/format/verdict-words';
import type { Evidence, Finding, PairVerdict } from '../../../shared/model/verdict';
import { Fold } from '../../components/Fold';
import { Quiet } from '../../components/Quiet';
import { Remediation } from '../../components/Remediation';
import { RuleOrigin } from '../../components/RuleOrigin';
import { ConfidenceMark, OutcomeSymbol, ShapeSymbol } from '../../components/symbols/Symbol';
import { ASIDE_SHAPES, SEVERITY_SHAPES } from '../../components/symbols/shapes';
import { AsideNote } from './AsideNote';
import { distinct } from './first-thing';
import { MissingFacts } from './MissingFacts';

export interface FindingCardProps {
  readonly finding: Finding;
  /** The verdict that it belongs to. */
  readonly pair: PairVerdict;
  /** Named when the VM has several adapters and only some are concerned. */
  readonly vnicNames: readonly string[];
  readonly onCopy: (text: string) => void;
}

/** One reason: what, what it does, what to do, and what it rests on. */
export function FindingCard({ finding, pair, vnicNames, onCopy }: FindingCardProps) {
  const { hues } = useTheme();
  const { message, effect, result, scope, confidence, remediation } = finding;
  const symbol = symbolOf(finding);
  const isAside = symbol === 'aside';
  const isQuiet = isAside || symbol === 'keeps';
  const ink = isAside
    ? hues.quietText
    : hues.outcome[symbol === 'warned' ? 'falls-back' : symbol].ink;
  const edge = isQuiet ? hues.strongLine : ink;
  const words = effectWords(effect, result);
  return (
    <Box component="article" sx={{ display: 'flex', gap: 2 }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 1, pt: 0.5 }}>
        {symbol === 'warned' || isAside ? (
          <ShapeSymbol shape={isAside ? ASIDE_SHAPES.both : SEVERITY_SHAPES.doubt} colour={ink} />
        ) : (
          <OutcomeSymbol outcome={symbol} />
        )}
        <Box sx={{ flex: 1, width: 2, borderRadius: 1, bgcolor: edge, opacity: 0.35 }} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 550, overflowWrap: 'anywhere' }}>
          {result === 'holds' ? finding.title : message}
        </Box>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
            mt: 0.5,
            typography: 'caption',
            color: 'text.secondary',
          }}
        >
          {isAside ? (
            <>
              <Box component="span" sx={{ fontWeight: 600 }}>
                Set aside
              </Box>
              <span aria-hidden="true">·</span>
            </>
          ) : null}
          <span>{SCOPE_LABELS[scope]}</span>
          {words === '' ? null : (
            <>
              <span aria-hidden="true">·</span>
              <Box component="span" sx={{ color: isQuiet ? undefined : edge, fontWeight: 550 }}>
                {isAside ? <s>{words}</s> : words}
              </Box>
            </>
          )}
          <span aria-hidden="true">·</span>
          <ConfidenceMark confidence={confidence} />
          {vnicNames.length === 0 ? null : (
            <>
              <span aria-hidden="true">·</span>
              <bdi>{vnicNames.join(', ')}</bdi>
            </>
          )}
        </Box>
        {result === 'undecided' && finding.missing.length > 0 ? (
          <Box sx={{ mt: 1.5 }}>
            <MissingFacts facts={distinct(finding)} onCopy={onCopy} />
          </Box>
        ) : null}
        {remediation === '' || result === 'holds' ? null : (
          <Box sx={{ mt: 1.5 }}>
            <Remediation text={remediation} onCopy={onCopy} />
          </Box>
        )}
        <EvidenceAndSources finding={finding} />
        <AsideNote finding={finding} pair={pair} />
      </Box>
    </Box>
  );
}

/** Which symbol stands for a reason: the outcome that it leads to by itself. */
function symbolOf({
  result,
  effect,
  waived,
}: Finding): 'keeps' | 'falls-back' | 'blocked' | 'undecided' | 'warned' | 'aside' {
  if (result === 'holds') return 'keeps';
  if (waived !== undefined) return 'aside';
  if (result === 'undecided') return 'undecided';
  if (effect.blocks) return 'blocked';
  return effect.lowers?.length || effect.disconnects ? 'falls-back' : 'warned';
}

function EvidenceAndSources({ finding: { evidence, sources, limits } }: { finding: Finding }) {
  if (evidence.length === 0 && sources.length === 0 && limits === '') return null;
  const aside = [
    evidence.length === 0 ? '' : counted(evidence.length, 'fact'),
    sources.length === 0 ? '' : counted(sources.length, 'source'),
  ];
  return (
    <Box sx={{ typography: 'caption', mt: 0.5 }}>
      <Fold
        title={
          <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
            What it rests on
          </Box>
        }
        aside={aside.filter((part) => part !== '').join(', ')}
      >
        <Box
          component="ul"
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 1.5 }}
        >
          {evidence.map((item) => (
            <li key={`${item.path} ${item.recordId}`}>
              <EvidenceLine item={item} />
            </li>
          ))}
          <RuleOrigin sources={sources} limits={limits} />
        </Box>
      </Fold>
    </Box>
  );
}

function EvidenceLine({ item }: { item: Evidence }) {
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {item.title}:{' '}
      <Box component="span" sx={{ fontWeight: 600 }}>
        {item.value}
      </Box>
      <Quiet>
        {' '}
        (<bdi>{item.recordName}</bdi>)
      </Quiet>
      <Box sx={{ color: 'text.secondary' }}>{describeOrigin(item.origin)}</Box>
    </Box>
  );
}
