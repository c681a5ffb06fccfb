import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

const SHOWN_FOR = 1600;

/** Copies a text and says so where it was pressed. */
export function CopyButton({ what, onCopy }: { what: string; onCopy: () => void }) {
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setIsDone(false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isDone]);
  return (
    <Tooltip title={isDone ? 'Copied' : `Copy ${what}`}>
      <IconButton
        aria-label={`Copy ${what}`}
        onClick={() => {
          onCopy();
          setIsDone(true);
        }}
        sx={{ p: 1 }}
      >
        {isDone ? <Check size={14} /> : <Copy size={14} />}
      </IconButton>
    </Tooltip>
  );
}
