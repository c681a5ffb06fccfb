import type { Theme } from '@mui/material/styles';

/** Slim scroll bars in the colours of the theme, on every system alike. */
export function scrollbarStyles({ hues }: Theme) {
  return {
    '::-webkit-scrollbar': { width: 12, height: 12 },
    '::-webkit-scrollbar-corner': { backgroundColor: hues.ground },
    '::-webkit-scrollbar-track': { backgroundColor: hues.ground },
    '::-webkit-scrollbar-thumb': {
      backgroundColor: hues.strongLine,
      borderRadius: 6,
      border: `3px solid ${hues.ground}`,
      minHeight: 36,
      minWidth: 36,
    },
    '::-webkit-scrollbar-thumb:hover': { backgroundColor: hues.quietText },
  };
}
