import Box from '@mui/material/Box';
import { type KeyboardEvent, useRef } from 'react';
import { counted } from '../../../shared/format/plural';
import type { Cause, CauseThing } from '../../../shared/model/cause';
import type { CauseGroup } from './arrange';
import { CauseRow } from './CauseRow';

export interface CauseListProps {
  readonly groups: readonly CauseGroup[];
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  /** `null` in a plan that cannot be changed. */
  readonly onSetAside: ((cause: Cause, thing?: CauseThing) => void) | null;
}

/** The causes, worst first. Arrow keys go from one to the next; Enter opens, Escape closes. */
export function CauseList({ groups, openId, onOpen, onSetAside }: CauseListProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-cause]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    if (at === -1) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
  };
  return (
    <Box ref={list} onKeyDown={onKeyDown} sx={{ containerType: 'inline-size' }}>
      {groups.map(({ key, title, causes }) => (
        <Box component="section" key={key} aria-label={title ?? 'Causes'}>
          {title === null ? null : (
            <Box
              sx={{
                position: 'sticky',
                top: 0,
                zIndex: 1,
                display: 'flex',
                justifyContent: 'space-between',
                gap: 3,
                px: 4,
                py: 1.5,
                bgcolor: 'background.default',
                borderBottom: 1,
                borderColor: 'divider',
              }}
            >
              <Box component="h3" sx={{ m: 0, typography: 'subtitle1', overflowWrap: 'anywhere' }}>
                <bdi>{title}</bdi>
              </Box>
              <Box sx={{ typography: 'caption', color: 'text.secondary', whiteSpace: 'nowrap' }}>
                {counted(causes.length, 'cause')}
              </Box>
            </Box>
          )}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {causes.map((cause) => (
              <CauseRow
                key={cause.id}
                cause={cause}
                isOpen={cause.id === openId}
                onToggle={() => onOpen(cause.id === openId ? null : cause.id)}
                onSetAside={onSetAside === null ? null : (thing) => onSetAside(cause, thing)}
              />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
