import CssBaseline from '@mui/material/CssBaseline';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import { useEffect, useMemo } from 'react';
import { listen } from '../api/bridge';
import { DropTarget } from '../features/frame/DropTarget';
import { Notices } from '../features/frame/Notices';
import { StartView } from '../features/start/StartView';
import { Dialogs } from './Dialogs';
import { scrollbarStyles } from './scrollbars';
import { onMenuCommand, onShortcut } from './shortcuts';
import { useStore } from './state/store';
import { type App as AppParts, AppProvider } from './state/use-app';
import { makeTheme } from './theme';
import { useThemeMode } from './use-theme-mode';
import { Workspace } from './Workspace';

export function App({ app }: { app: AppParts }) {
  const { state, actions } = app;
  const mode = useThemeMode(useStore(state.settings).theme);
  const theme = useMemo(() => makeTheme(mode), [mode]);
  const { status, plan } = useStore(state.plan.store);

  useEffect(() => state.begin(), [state]);
  const title = plan === null ? 'Portolan' : `${plan.name} — Portolan`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => listen('command', (command) => onMenuCommand(command, actions)), [actions]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onShortcut(event, actions);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);

  return (
    <AppProvider app={app}>
      <ThemeProvider theme={theme}>
        <CssBaseline enableColorScheme />
        <GlobalStyles styles={scrollbarStyles(theme)} />
        <DropTarget onFiles={actions.takeDropped}>
          {status === 'open' && plan !== null ? (
            <Workspace plan={plan} />
          ) : status === 'none' ? (
            <StartView />
          ) : null}
        </DropTarget>
        <Dialogs />
        <Notices />
      </ThemeProvider>
    </AppProvider>
  );
}
