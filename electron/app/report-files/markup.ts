/**
 * Markup that cannot be broken by what it shows: everything put into the template is escaped,
 * unless it was made by the template itself.
 */
import { visibleText } from '../../../shared/format/visible-text';

export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Shown = Markup | string | number | null | undefined | false | readonly Shown[];

/** ``html`<p>${anything}</p>` ``: lists are joined; `null`, `undefined` and `false` show nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Shown[]): Markup {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) {
    text += render(value) + (parts[index + 1] ?? '');
  }
  return new Markup(text);
}

/** Text that is markup already and comes from this program, such as the style sheet. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** A name out of an import: apart from the text around it, whatever direction it is written in. */
export function nameOf(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

function render(value: Shown): string {
  if (value instanceof Markup) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return escaped(String(value));
  return value.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}
