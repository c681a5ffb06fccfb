import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export function InspectorTitle({
  title,
  subtitle,
  badge,
}: {
  title: ReactNode;
  subtitle: ReactNode;
  badge?: ReactNode;
}) {
  return (
    <Box
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1,
        px: 4,
        pt: 3,
        pb: 2,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      <Box sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {subtitle}
      </Box>
      {badge}
    </Box>
  );
}
