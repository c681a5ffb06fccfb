import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { CommandLine } from '../../components/CommandLine';
import { FactEditor } from './FactEditor';
import type { RecordFact } from './record-fact';

export interface FactActions {
  /** Sets the fact; `null` takes the imported value back. @throws FaultError when refused */
  readonly edit: (field: string, text: string | null) => Promise<void>;
  /** Says that it is not known; a refusal is told. */
  readonly setUnknown: (field: string) => Promise<void>;
  readonly copy: (text: string) => void;
  readonly canEdit: boolean;
}

/** One fact with its value and where it came from; edited in place. */
export function FactRow({ fact, actions }: { fact: RecordFact; actions: FactActions }) {
  const [isEditing, setIsEditing] = useState(false);
  const { title, value, origin, edited, importedValue } = fact;
  return (
    <Box
      component="li"
      sx={{
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
        '& .edit': { opacity: 0 },
        '&:hover .edit, &:focus-within .edit': { opacity: 1 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
        <Box
          sx={{ flex: '0 0 42%', minWidth: 0, color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {title}
        </Box>
        {isEditing ? (
          <FactEditor
            title={title}
            value={value ?? ''}
            onSave={(text) => actions.edit(fact.field, text)}
            onUnknown={value === null ? null : () => void actions.setUnknown(fact.field)}
            onClose={() => setIsEditing(false)}
          />
        ) : (
          <>
            <Box
              sx={{
                flex: 1,
                minWidth: 0,
                overflowWrap: 'anywhere',
                fontWeight: value === null ? 450 : 550,
              }}
            >
              {value === null ? (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {origin}
                </Box>
              ) : (
                <bdi>{value}</bdi>
              )}
              {edited ? (
                <Box
                  component="span"
                  sx={{
                    ml: 1.5,
                    px: 1,
                    borderRadius: 0.5,
                    typography: 'caption',
                    color: 'primary.main',
                    bgcolor: (theme) => theme.hues.accentTint,
                  }}
                >
                  edited
                </Box>
              ) : null}
            </Box>
            {actions.canEdit ? (
              <Tooltip title="Edit">
                <IconButton
                  className="edit"
                  aria-label={`Edit ${title}`}
                  onClick={() => setIsEditing(true)}
                  sx={{ p: 0.75, my: -0.5 }}
                >
                  <Pencil size={13} />
                </IconButton>
              </Tooltip>
            ) : null}
          </>
        )}
      </Box>
      {isEditing ? null : value === null && !edited ? (
        fact.collect === '' ? null : (
          <Box sx={{ mt: 1 }}>
            <CommandLine command={fact.collect} onCopy={actions.copy} />
          </Box>
        )
      ) : edited ? (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            typography: 'caption',
            color: 'text.secondary',
          }}
        >
          <Box component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            imported: <bdi>{importedValue ?? 'unknown'}</bdi>
          </Box>
          {actions.canEdit ? (
            <Button
              variant="text"
              startIcon={<Undo2 size={12} />}
              onClick={() => void actions.edit(fact.field, null).catch(() => undefined)}
              sx={{ minHeight: 24, px: 1, typography: 'caption' }}
            >
              Take it back
            </Button>
          ) : null}
        </Box>
      ) : (
        <Box
          title={origin}
          sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {origin}
        </Box>
      )}
    </Box>
  );
}
