import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';

export type MenuAnchor = HTMLElement | { readonly left: number; readonly top: number };

export interface MenuEntry {
  readonly label: string;
  readonly keys?: string;
  readonly isOff?: boolean;
  readonly run: () => void;
}

/** A menu at a cell or head; `null` entries are lines between parts. */
export function GridMenu({
  label,
  anchor,
  entries,
  onClose,
}: {
  label: string;
  anchor: MenuAnchor | null;
  entries: readonly (MenuEntry | null)[];
  onClose: () => void;
}) {
  const place =
    anchor === null || anchor instanceof HTMLElement
      ? { anchorEl: anchor }
      : { anchorReference: 'anchorPosition' as const, anchorPosition: anchor };
  return (
    <Menu
      open={anchor !== null}
      onClose={onClose}
      slotProps={{ list: { 'aria-label': label, dense: true, sx: { minWidth: 200 } } }}
      {...place}
    >
      {entries.map((entry, at) =>
        entry === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name and never moves
          <Divider key={`line ${at}`} sx={{ my: 1 }} />
        ) : (
          <MenuItem
            key={entry.label}
            disabled={entry.isOff ?? false}
            onClick={() => {
              onClose();
              entry.run();
            }}
            sx={{ justifyContent: 'space-between', gap: 6 }}
          >
            {entry.label}
            {entry.keys === undefined ? null : (
              <span style={{ opacity: 0.65, fontSize: 12 }}>{entry.keys}</span>
            )}
          </MenuItem>
        ),
      )}
    </Menu>
  );
}
