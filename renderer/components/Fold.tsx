import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

/** A part that opens and closes under its heading. What is folded is not rendered. */
export function Fold({
  title,
  aside,
  startsOpen = false,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  startsOpen?: boolean;
  children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const bodyId = useId();
  return (
    <Box>
      <ButtonBase
        aria-expanded={isOpen}
        aria-controls={isOpen ? bodyId : undefined}
        onClick={() => setIsOpen(!isOpen)}
        sx={{
          width: '100%',
          minHeight: 32,
          px: 1,
          mx: -1,
          gap: 1.5,
          justifyContent: 'flex-start',
          textAlign: 'left',
          borderRadius: 1,
          typography: 'subtitle1',
          '&:hover': { bgcolor: (theme) => theme.hues.hover },
        }}
      >
        <Box
          component="span"
          sx={{
            display: 'flex',
            color: 'text.secondary',
            transition: 'transform 120ms',
            transform: isOpen ? 'rotate(90deg)' : 'none',
          }}
        >
          <ChevronRight size={14} />
        </Box>
        <Box
          component="span"
          sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
        >
          {title}
        </Box>
        {aside === undefined ? null : (
          <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
            {aside}
          </Box>
        )}
      </ButtonBase>
      {isOpen ? (
        <Box id={bodyId} sx={{ pt: 1, pb: 2 }}>
          {children}
        </Box>
      ) : null}
    </Box>
  );
}
