import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import {
  Boxes,
  Cable,
  EthernetPort,
  type LucideIcon,
  Monitor,
  Scale,
  Search,
  Server,
  SlidersHorizontal,
  Split,
  Zap,
} from 'lucide-react';
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { chosen, counted } from '../../../shared/format/plural';
import { RECORD_LABELS } from '../../../shared/format/verdict-words';
import { useAsked } from '../../api/use-asked';
import { selectionOf } from '../../app/state/selection';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { CLIPPED, ONE_LINE } from '../../components/clip';
import { useFirstFocus } from '../../components/use-first-focus';
import {
  actionEntries,
  type Entry,
  type EntryKind,
  estateEntries,
  foundEntries,
  foundRecordEntries,
  ruleEntries,
  SOUGHT_KINDS,
  settingEntries,
} from './entries';

const MOST_SHOWN = 50;
/** As long the list waits for what is sought on the other side, so that rows do not jump. */
const PATIENCE_MILLISECONDS = 300;
const ICONS: Readonly<Record<EntryKind, LucideIcon>> = {
  action: Zap,
  vm: Monitor,
  host: Server,
  adapter: EthernetPort,
  switch: Split,
  vnic: Cable,
  cluster: Boxes,
  rule: Scale,
  setting: SlidersHorizontal,
};
const KIND_LABELS: Readonly<Record<EntryKind, string>> = {
  ...RECORD_LABELS,
  action: 'Do',
  rule: 'Rule',
  setting: 'Assumption',
};
const WHAT = 'VM, host, adapter, switch, rule or action';

/** Finds every record, rule, assumption and action by a few letters of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { state, actions } = useApp();
  const { index, status, plan, key } = useOpenPlan();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [isChoosing, setIsChoosing] = useState(false);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const field = useFirstFocus<HTMLInputElement>();
  const text = useDeferredValue(typed).trim();
  const rules = useAsked('rules.list', {});
  const asked = useAsked(
    'estate.find',
    text === '' || status !== 'open'
      ? null
      : { kinds: [...SOUGHT_KINDS], text: text.slice(0, 200), most: MOST_SHOWN },
    key,
  );
  const isAsking = text !== '' && status === 'open' && asked.isOld;
  const isWaiting = useWait(isAsking, text) || text !== typed.trim();
  const doable = useMemo(() => actionEntries(status === 'open'), [status]);
  const others = useMemo(
    () => [
      ...(index === null ? [] : estateEntries(index)),
      ...ruleEntries(rules.value ?? []),
      ...(plan === null ? [] : settingEntries(plan.assumptions)),
    ],
    [index, rules.value, plan],
  );
  const sought = useMemo(
    () => (isAsking || text === '' ? [] : foundRecordEntries(asked.value?.found ?? [])),
    [isAsking, text, asked.value],
  );
  const fitting = useMemo(
    () => foundEntries(doable, others, sought, text, MOST_SHOWN),
    [doable, others, sought, text],
  );
  const shown = useRef(fitting);
  if (!isWaiting) shown.current = fitting;
  const found = shown.current;
  const active = Math.min(at, found.length - 1);

  const choose = (entry: Entry) => {
    const { target } = entry;
    if ('rule' in target) {
      state.rule.set(target.rule);
      state.dialog.set('rule');
      return;
    }
    onClose();
    if ('command' in target) return actions.run(target.command);
    if ('assumption' in target) {
      state.show('assumptions');
      state.soughtAssumption.set(target.assumption);
      return;
    }
    state.select(selectionOf(target.record));
    state.isInspectorOpen.set(true);
  };
  // Enter means the list that belongs to what was typed, also when that is still on its way.
  useEffect(() => {
    if (!isChoosing || isWaiting) return;
    setIsChoosing(false);
    const entry = found[active];
    if (entry !== undefined) choose(entry);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      setIsChoosing(true);
      return;
    }
    const next = nextPlace(event.key, active, found.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby={`${listId}-title`}
      slotProps={{
        container: { sx: { alignItems: 'flex-start', pt: '8vh' } },
        paper: { sx: { m: 2 } },
      }}
    >
      <Box component="h2" data-palette="" id={`${listId}-title`} sx={CLIPPED}>
        Search or do
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: 4,
          height: 48,
          borderBottom: 1,
          borderColor: 'divider',
          color: 'text.secondary',
        }}
      >
        <Search size={16} />
        <InputBase
          autoFocus
          inputRef={field}
          fullWidth
          value={typed}
          placeholder={WHAT}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsChoosing(false);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          inputProps={{
            role: 'combobox',
            'aria-label': WHAT,
            'aria-expanded': found.length > 0,
            'aria-controls': listId,
            'aria-activedescendant': found.length > 0 ? `${listId}-${active}` : undefined,
            'aria-autocomplete': 'list',
            spellCheck: false,
          }}
        />
      </Box>
      <Box
        component="ul"
        ref={list}
        id={listId}
        role="listbox"
        aria-label="What fits"
        sx={{ listStyle: 'none', m: 0, p: 1.5, height: 'min(52vh, 400px)', overflow: 'auto' }}
      >
        {found.map((entry, place) => (
          <EntryRow
            key={entry.id}
            id={`${listId}-${place}`}
            entry={entry}
            isActive={place === active}
            onPoint={() => setAt(place)}
            onChoose={() => choose(entry)}
          />
        ))}
      </Box>
      {found.length === 0 && !isWaiting ? (
        <Box
          sx={{
            position: 'absolute',
            top: 80,
            left: 24,
            right: 24,
            color: 'text.secondary',
            overflowWrap: 'anywhere',
          }}
        >
          Nothing in this plan, no rule and no action has “{typed.trim()}” in its name.
        </Box>
      ) : null}
      <Box role="status" aria-live="polite" sx={CLIPPED}>
        {`${counted(found.length, 'entry', 'entries')} ${chosen(found.length, 'fits', 'fit')}`}
      </Box>
    </Dialog>
  );
}

/** True while something is asked, but only so long; another `text` starts anew. */
function useWait(isAsking: boolean, text: string): boolean {
  const [tiredOf, setTiredOf] = useState<string | null>(null);
  useEffect(() => {
    if (!isAsking) return;
    const timer = setTimeout(() => setTiredOf(text), PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isAsking, text]);
  return isAsking && tiredOf !== text;
}

function nextPlace(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(at + 8, count - 1);
    case 'PageUp':
      return Math.max(at - 8, 0);
    default:
      return null;
  }
}

interface EntryRowProps {
  readonly id: string;
  readonly entry: Entry;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function EntryRow({ id, entry, isActive, onPoint, onChoose }: EntryRowProps) {
  const Icon = ICONS[entry.kind];
  return (
    <Box
      component="li"
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onChoose}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 2.5,
        minHeight: 34,
        borderRadius: 1,
        cursor: 'default',
        bgcolor: isActive ? (theme) => theme.hues.accentTint : 'transparent',
      }}
    >
      <Box component="span" sx={{ display: 'flex', color: 'text.secondary' }}>
        <Icon size={15} aria-label={KIND_LABELS[entry.kind]} />
      </Box>
      <Box component="bdi" title={entry.text} sx={{ flex: 1, minWidth: 0, ...ONE_LINE }}>
        {entry.text}
      </Box>
      <Box
        component="span"
        sx={{
          flexShrink: 0,
          maxWidth: '45%',
          typography: 'caption',
          color: 'text.secondary',
          ...ONE_LINE,
        }}
      >
        {entry.detail}
      </Box>
    </Box>
  );
}
