import { createTheme, type Theme } from '@mui/material/styles';
import { DARK_HUES, type Hues, LIGHT_HUES } from './hues';
import { themeParts } from './theme-parts';

declare module '@mui/material/styles' {
  interface Theme {
    readonly hues: Hues;
  }
  interface ThemeOptions {
    hues?: Hues;
  }
}

export const FONT_FAMILY = "'Inter Variable', 'Segoe UI', system-ui, sans-serif";
export const MONO_FAMILY = "'Cascadia Mono', Consolas, 'DejaVu Sans Mono', ui-monospace, monospace";

/** Three sizes and no more: small for what explains, base for what is read, large for titles. */
export const TYPE_SIZE = { small: 12, base: 13, large: 17 } as const;

export function makeTheme(mode: 'light' | 'dark'): Theme {
  const hues = mode === 'light' ? LIGHT_HUES : DARK_HUES;
  const base = {
    fontSize: TYPE_SIZE.base,
    lineHeight: 20 / TYPE_SIZE.base,
    letterSpacing: 0,
    textTransform: 'none' as const,
  };
  const small = { ...base, fontSize: TYPE_SIZE.small, lineHeight: 16 / TYPE_SIZE.small };
  const large = {
    ...base,
    fontSize: TYPE_SIZE.large,
    lineHeight: 24 / TYPE_SIZE.large,
    fontWeight: 600,
  };
  return createTheme({
    hues,
    spacing: 4,
    shape: { borderRadius: 6 },
    palette: {
      mode,
      primary: {
        main: hues.accent,
        // On hover the ground moves away from the text on it.
        dark: mode === 'light' ? '#124b7d' : '#9ccaf3',
        contrastText: mode === 'light' ? '#ffffff' : '#0d151d',
      },
      error: { main: hues.outcome.blocked.ink },
      warning: { main: hues.outcome['falls-back'].ink },
      info: { main: hues.outcome.improves.ink },
      success: { main: hues.outcome.keeps.ink },
      background: { default: hues.ground, paper: hues.paper },
      text: { primary: hues.text, secondary: hues.quietText },
      divider: hues.line,
    },
    typography: {
      fontFamily: FONT_FAMILY,
      htmlFontSize: 16,
      fontWeightMedium: 550,
      fontWeightBold: 650,
      body1: base,
      body2: base,
      button: { ...base, fontWeight: 550 },
      caption: small,
      overline: { ...small, fontWeight: 600 },
      subtitle1: { ...base, fontWeight: 600 },
      subtitle2: { ...base, fontWeight: 600 },
      h1: large,
      h2: large,
      h3: { ...base, fontWeight: 600 },
      h4: { ...base, fontWeight: 600 },
      h5: { ...base, fontWeight: 600 },
      h6: { ...base, fontWeight: 600 },
    },
    transitions: {
      duration: {
        enteringScreen: 120,
        leavingScreen: 90,
        shortest: 90,
        shorter: 90,
        short: 120,
        standard: 140,
        complex: 160,
      },
    },
    components: themeParts(hues, mode),
  });
}
