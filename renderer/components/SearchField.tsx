import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { Search, X } from 'lucide-react';

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly placeholder: string;
  /** What typing does: "Show only rows with this in a name". */
  readonly label: string;
  /** What emptying it does: "Show all rows". */
  readonly clearLabel: string;
  readonly minWidth: number;
  readonly maxWidth: number;
}

/** Narrows a list down while one types; Escape and the cross empty it. */
export function SearchField(props: SearchFieldProps) {
  const { text, onText, placeholder, label, clearLabel, minWidth, maxWidth } = props;
  return (
    <OutlinedInput
      size="small"
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onText('');
      }}
      placeholder={placeholder}
      inputProps={{
        'aria-label': label,
        maxLength: 200,
        spellCheck: false,
        // Where Ctrl+F goes.
        'data-search': '',
      }}
      startAdornment={
        <InputAdornment position="start" sx={{ mr: 0 }}>
          <Search size={14} />
        </InputAdornment>
      }
      endAdornment={
        text === '' ? null : (
          <IconButton aria-label={clearLabel} onClick={() => onText('')} edge="end" sx={{ p: 1 }}>
            <X size={14} />
          </IconButton>
        )
      }
      sx={{ flex: `1 1 ${minWidth}px`, maxWidth, minWidth }}
    />
  );
}
