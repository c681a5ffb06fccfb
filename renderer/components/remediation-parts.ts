/** Finds the commands inside a sentence that says what to do, so that each can be copied alone. */
export interface Part {
  readonly kind: 'text' | 'command';
  readonly text: string;
}

const VALUE = `(?:"[^"]*"|'[^']*'|<[^>]+>|@\\{[^}]*\\}|\\$\\w+|[\\w.:*\\\\,-]*[\\w*])`;
const CMDLET = '[A-Z][a-z]+-[A-Z][A-Za-z0-9]+';
const PARAMETER = `\\s-[A-Za-z]\\w*(?:\\s${VALUE})?`;
const POSITIONAL = `\\s(?:"[^"]*"|'[^']*'|<[^>]+>)`;
const LISTING =
  '(?:Format-List|Format-Table|Select-Object|fl|ft|select)(?:\\s[\\w*]+(?:,[\\w*]+)*)?';
const FILTER = 'Where-Object\\s\\w+\\s-\\w+\\s\\w+';
const STAGE = `(?:${LISTING}|${FILTER}|${CMDLET}(?:${PARAMETER}|${POSITIONAL})*)`;
const PIPELINE = `${CMDLET}(?:${PARAMETER}|${POSITIONAL})*(?:\\s\\|\\s${STAGE})*`;
const REGISTRY = 'reg (?:add|delete) \\S+(?: /\\w+(?: [^\\s/(]+)?)*';
const PLACES = new RegExp(`\`([^\`]+)\`|(${PIPELINE}|${REGISTRY})`, 'g');

/** The text in order; backticks are taken away, and whole cmdlet calls are commands. */
export function remediationParts(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACES)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push({ kind: 'command', text: match[1] ?? match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}
