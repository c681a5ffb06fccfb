import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { Monitor, Search, Server, Zap } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { chosen, counted } from '../../../shared/format/plural';
import { useApp, useOpenPlan } from '../../app/state/use-app';
import { CLIPPED, ONE_LINE } from '../../components/clip';
import { useFirstFocus } from '../../components/use-first-focus';
import { actionEntries, type Entry, estateEntries, foundEntries } from './entries';

const MOST_SHOWN = 50;
const ICONS = { action: Zap, vm: Monitor, host: Server } as const;
const KIND_LABELS = { action: 'Do', vm: 'VM', host: 'Host' } as const;

/** Finds every VM, host and action by a few letters of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { state, actions } = useApp();
  const { index, status } = useOpenPlan();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const field = useFirstFocus<HTMLInputElement>();
  const sought = useDeferredValue(typed);
  const doable = useMemo(() => actionEntries(status === 'open'), [status]);
  const estate = useMemo(() => (index === null ? [] : estateEntries(index)), [index]);
  const found = useMemo(
    () => foundEntries(doable, estate, sought, MOST_SHOWN),
    [doable, estate, sought],
  );
  const active = Math.min(at, found.length - 1);

  const choose = (entry: Entry) => {
    onClose();
    const { target } = entry;
    if ('command' in target) return actions.run(target.command);
    state.select({
      vmId: 'vmId' in target ? target.vmId : null,
      hostId: 'hostId' in target ? target.hostId : null,
    });
    state.isInspectorOpen.set(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const entry = found[active];
    if (event.key === 'Enter' && entry !== undefined) {
      event.preventDefault();
      choose(entry);
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
          placeholder="VM, host or action"
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          inputProps={{
            role: 'combobox',
            'aria-label': 'VM, host or action',
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
      {found.length === 0 ? (
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
          No VM, host or action has “{typed}” in its name.
        </Box>
      ) : null}
      <Box role="status" aria-live="polite" sx={CLIPPED}>
        {`${counted(found.length, 'entry', 'entries')} ${chosen(found.length, 'fits', 'fit')}`}
      </Box>
    </Dialog>
  );
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
