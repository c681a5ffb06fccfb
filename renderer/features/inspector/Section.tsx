import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <Box
      component="section"
      sx={{ px: 4, py: 3, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      {title === undefined ? null : (
        <Typography
          variant="overline"
          component="h3"
          sx={{ display: 'block', mb: 1.5, color: 'text.secondary', textTransform: 'none' }}
        >
          {title}
        </Typography>
      )}
      {children}
    </Box>
  );
}
