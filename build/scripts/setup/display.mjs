// @ts-check
/** Whether somebody could see a window, and what to do where nobody can. */

const screen = '-screen 0 1440x1000x24 -nolisten tcp';

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** What to put before a program so that it finds a (virtual) display. */
export function displayPrefix() {
  return hasDisplay() ? [] : ['xvfb-run', '-a', '-s', screen];
}

/** Chromium's sandbox refuses to work for root, and nobody else may go without it. */
export function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
