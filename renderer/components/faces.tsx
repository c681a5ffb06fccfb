/** The faces of a panel that has nothing to show yet, or could not get it. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Fault } from '../../shared/fault';

/** What belongs here, and the way to get it. */
export function EmptyFace({
  title,
  children,
  actions,
  icon,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <Stack
      sx={{
        height: '100%',
        alignItems: 'center',
        justifyContent: 'center',
        p: 6,
        gap: 2,
        textAlign: 'center',
      }}
    >
      {icon ? <Box sx={{ color: 'text.secondary', mb: 1 }}>{icon}</Box> : null}
      <Typography variant="h2" component="h2">
        {title}
      </Typography>
      <Box sx={{ color: 'text.secondary', maxWidth: 480 }}>{children}</Box>
      {actions ? (
        <Stack direction="row" sx={{ gap: 2, mt: 2, flexWrap: 'wrap', justifyContent: 'center' }}>
          {actions}
        </Stack>
      ) : null}
    </Stack>
  );
}

/** A refusal in the place of what was asked for: what happened, what to do next. */
export function FailedFace({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
  return (
    <EmptyFace title={fault.message} actions={<Button onClick={onRetry}>Try again</Button>}>
      <span role="alert">
        {fault.next}
        {fault.reference === undefined ? null : <> Reference: {fault.reference}.</>}
      </span>
    </EmptyFace>
  );
}

/** Grey lines where text will stand. */
export function LoadingFace({ lines = 6, label }: { lines?: number; label: string }) {
  return (
    <Stack role="status" aria-label={label} sx={{ p: 4, gap: 2 }}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other name and never move
        <Skeleton key={line} variant="rounded" height={16} width={`${90 - ((line * 17) % 45)}%`} />
      ))}
    </Stack>
  );
}
