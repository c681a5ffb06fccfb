import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** A view of the workspace: parts below each other that share its height. */
export function ViewFrame({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        height: '100%',
        minHeight: 0,
        bgcolor: 'background.paper',
      }}
    >
      {children}
    </Box>
  );
}

/** The title of a view, with what it offers at the right. */
export function ViewHead({
  title,
  beside,
  children,
}: {
  title: string;
  /** A few words beside the title. */
  beside?: string;
  children: ReactNode;
}) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 3,
        px: 4,
        pt: 3,
        pb: 2,
      }}
    >
      <Typography variant="h2">{title}</Typography>
      {beside === undefined ? null : <Box sx={{ color: 'text.secondary' }}>{beside}</Box>}
      <Box sx={{ flex: 1 }} />
      {children}
    </Box>
  );
}
