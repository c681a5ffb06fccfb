import { useSyncExternalStore } from 'react';
import type { Settings } from '../../shared/contract/app';

const DARK = '(prefers-color-scheme: dark)';

/** Light or dark; "system" follows the system while it changes. */
export function useThemeMode(theme: Settings['theme']): 'light' | 'dark' {
  const systemIsDark = useSyncExternalStore(followSystem, () => window.matchMedia(DARK).matches);
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}

function followSystem(onChange: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
