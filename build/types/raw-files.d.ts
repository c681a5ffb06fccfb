/** Vite hands a file imported with `?raw` over as text; these are the kinds that Portolan imports. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** Imported for their effect on the page only. */
declare module '*.css';
declare module '@fontsource-variable/inter';
