/** Symbol, line style and word of paths and outcomes: never colour alone. */

import { joined } from '../../../shared/format/plural';
import { OUTCOME_LABELS, PATH_LABELS } from '../../../shared/format/verdict-words';
import type { Cell, Datapath, PathSet } from '../../../shared/model/verdict';
import { html, type Markup, trusted } from './markup';

/** Drawn once, used by reference; hidden from screen readers, because the word stands beside them. */
export const SYMBOLS =
  trusted(`<svg width="0" height="0" aria-hidden="true" focusable="false"><defs>
${symbol('sriov', '<path d="M1 5h11M1 9h11M10 2.5 13 5M10 11.5 13 9"/>')}
${symbol('vmdq', '<path d="M1 7h12M10 4l3 3-3 3"/>')}
${symbol('software', '<path d="M1 7h12" stroke-dasharray="2.4 2.4"/>')}
${symbol('none', '<path d="M1 7h3M10 7h3M6 4.5v5M8 4.5v5"/>')}
${symbol('keeps', '<circle cx="7" cy="7" r="6"/><path d="M4.2 7.2 6.2 9.2 10 5"/>')}
${symbol('improves', '<path d="M7 2.5 12.5 11.5h-11Z" fill="currentColor"/>')}
${symbol('falls-back', '<path d="M7 11.5 1.5 2.5h11Z" fill="currentColor"/>')}
${symbol('blocked', '<circle cx="7" cy="7" r="6"/><path d="M2.8 2.8 11.2 11.2"/>')}
${symbol('undecided', '<circle cx="7" cy="7" r="6" stroke-dasharray="1.6 1.9"/><path d="M5.2 5.5a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2M7 10.3v.1"/>')}
${symbol('here', '<circle cx="7" cy="7" r="2.5" fill="currentColor"/>')}
${symbol('warned', '<path d="M7 2 13 12H1ZM7 6v2.6M7 10.3v.1"/>')}
</defs></svg>`);

/** "▼ Falls back": the outcome with its symbol. */
export function outcomeMark(outcome: Cell['outcome']): Markup {
  return html`<span class="outcome ${outcome}">${icon(outcome)}${OUTCOME_LABELS[outcome]}</span>`;
}

/** One path, or those between which it is undecided. */
export function pathMark(paths: PathSet): Markup {
  if (paths.length === 0) return html`<span class="path none">${icon('undecided')}Unknown</span>`;
  const [first] = paths;
  const words = joined(
    paths.map((path) => PATH_LABELS[path]),
    'or',
  );
  const isDecided = paths.length === 1 && first !== undefined;
  return html`<span class="path ${isDecided ? first : 'none'}">${icon(isDecided ? first : 'undecided')}${words}</span>`;
}

/** A cell of the table VM × host. */
export function cellMark({ outcome, path, warned }: Cell): Markup {
  const lead = outcome === 'undecided' ? 'at best ' : outcome === 'blocked' ? 'would be ' : '';
  return html`<td class="cell">${outcomeMark(outcome)}${path !== null && html`<span class="path ${path}">${icon(path)}${lead}${path === 'none' && lead !== '' ? 'not connected' : PATH_LABELS[path]}</span>`}${warned && html`<span class="warned">${icon('warned')}with warnings</span>`}</td>`;
}

export function icon(name: Datapath | Cell['outcome'] | 'warned'): Markup {
  return html`<svg class="icon" viewBox="0 0 14 14" aria-hidden="true" focusable="false"><use href="#symbol-${name}"/></svg>`;
}

function symbol(name: string, drawing: string): string {
  return `<symbol id="symbol-${name}" viewBox="0 0 14 14"><g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${drawing}</g></symbol>`;
}
