/** How MUI's parts look here: flat, square-shouldered, no ripple, a clear ring on focus. */
import type { Components, Theme } from '@mui/material/styles';
import type { Hues } from './hues';

export function themeParts(hues: Hues, mode: 'light' | 'dark'): Components<Theme> {
  const ring = { outline: `2px solid ${hues.accent}`, outlineOffset: 1 };
  const edge = `1px solid ${hues.line}`;
  const shadow =
    mode === 'light' ? '0 8px 28px rgb(20 32 45 / 0.16)' : '0 8px 28px rgb(0 0 0 / 0.5)';
  return {
    MuiCssBaseline: {
      styleOverrides: {
        'html, body, #root': { height: '100%' },
        // The window is a frame: whatever asks for something to be scrolled into view moves a list
        // in it, never the frame itself.
        '#root': { position: 'relative', overflow: 'clip' },
        body: {
          overflow: 'hidden',
          WebkitFontSmoothing: 'antialiased',
        },
        ':focus-visible': ring,
        '::selection': { backgroundColor: hues.accentTint },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      // A button element has the system's font unless it is told otherwise.
      styleOverrides: { root: { font: 'inherit', '&.Mui-focusVisible': ring } },
    },
    MuiButton: {
      defaultProps: {
        disableElevation: true,
        size: 'small',
        variant: 'outlined',
        color: 'inherit',
      },
      styleOverrides: {
        root: {
          minHeight: 32,
          padding: '0 12px',
          borderRadius: 6,
          whiteSpace: 'nowrap',
          '&.MuiButton-outlined': { borderColor: hues.strongLine, backgroundColor: hues.paper },
          '&.MuiButton-outlined:hover': { backgroundColor: hues.hover },
        },
      },
    },
    MuiIconButton: {
      defaultProps: { size: 'small' },
      styleOverrides: {
        root: {
          borderRadius: 6,
          padding: 6,
          color: hues.quietText,
          '&:hover': { color: hues.text },
        },
      },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          minHeight: 32,
          padding: '0 12px',
          gap: 6,
          color: hues.quietText,
          borderColor: hues.strongLine,
          '&.Mui-selected, &.Mui-selected:hover': {
            color: hues.accent,
            backgroundColor: hues.accentTint,
            fontWeight: 600,
          },
        },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiDialog: {
      styleOverrides: {
        paper: {
          border: edge,
          borderRadius: 10,
          boxShadow: shadow,
          '&:focus-visible': { outline: 'none' },
        },
      },
    },
    MuiDialogTitle: {
      styleOverrides: { root: { padding: '20px 24px 8px', fontSize: 17, lineHeight: '24px' } },
    },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 24px 16px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', gap: 4 } } },
    MuiBackdrop: {
      styleOverrides: {
        root: {
          '&:not(.MuiBackdrop-invisible)': {
            backgroundColor: mode === 'light' ? 'rgb(23 33 45 / 0.32)' : 'rgb(0 0 0 / 0.56)',
          },
        },
      },
    },
    MuiPopover: { styleOverrides: { paper: { border: edge, boxShadow: shadow } } },
    MuiMenu: { styleOverrides: { paper: { border: edge, boxShadow: shadow } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 32,
          paddingTop: 4,
          paddingBottom: 4,
          '&.Mui-selected, &.Mui-selected:hover, &.Mui-selected.Mui-focusVisible': {
            fontWeight: 600,
            backgroundColor: hues.accentTint,
          },
          // The edge of a menu would cut a ring around the item.
          '&.Mui-focusVisible': { outlineOffset: -2, backgroundColor: hues.hover },
        },
      },
    },
    MuiTooltip: {
      defaultProps: {
        enterDelay: 500,
        enterNextDelay: 200,
        // Inside a landmark, so that screen readers can place it; `main` clips nothing.
        slotProps: { popper: { container: () => document.querySelector('main') } },
      },
      styleOverrides: {
        tooltip: {
          fontSize: 12,
          lineHeight: '16px',
          fontWeight: 450,
          padding: '6px 8px',
          maxWidth: 360,
          overflowWrap: 'anywhere',
          color: mode === 'light' ? '#f5f7f9' : '#10151b',
          backgroundColor: mode === 'light' ? '#26323f' : '#dfe5eb',
        },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          backgroundColor: hues.paper,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: hues.strongLine },
          '&:hover:not(.Mui-focused) .MuiOutlinedInput-notchedOutline': {
            borderColor: hues.quietText,
          },
        },
        input: { height: 20, padding: '6px 10px', '&:focus-visible': { outline: 'none' } },
      },
    },
    MuiInputBase: {
      styleOverrides: {
        input: {
          '&::placeholder': { color: hues.quietText, opacity: 1 },
          '&:focus-visible': { outline: 'none' },
        },
      },
    },
    MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -8, alignItems: 'flex-start' } } },
    MuiRadio: {
      defaultProps: { size: 'small' },
      styleOverrides: { root: { padding: 6, '&.Mui-focusVisible': ring } },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: 36,
          minWidth: 0,
          padding: '6px 12px',
          '&.Mui-focusVisible': { outlineOffset: -2 },
        },
      },
    },
    MuiLinearProgress: {
      styleOverrides: { root: { borderRadius: 2, height: 4, backgroundColor: hues.line } },
    },
    MuiLink: { defaultProps: { underline: 'always' } },
    MuiSnackbarContent: {
      styleOverrides: {
        root: {
          color: hues.text,
          backgroundColor: hues.paper,
          border: `1px solid ${hues.strongLine}`,
          borderRadius: 8,
          boxShadow: shadow,
        },
      },
    },
  };
}
