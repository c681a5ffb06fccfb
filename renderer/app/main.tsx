import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { present } from '../../shared/assert';
import { App } from './App';
import { makeActions } from './state/actions';
import { makeAppState } from './state/app-state';

const state = makeAppState();
const app = { state, actions: makeActions(state) };

// The content policy lets styles in only with the nonce of this load.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const styles = createCache({ key: 'mui', prepend: true, ...(nonce ? { nonce } : {}) });

createRoot(present(document.getElementById('root'), 'the page has no place for the app')).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <App app={app} />
    </CacheProvider>
  </StrictMode>,
);
