/** Values for the places of a message template. Lists are joined with commas. */
export type MessageValues = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * Fills `{name}` places. Screen, report and command line fill the same template with the same
 * values, so they cannot drift apart.
 * A place without a value stays as it is: a visible gap is better than a silent one.
 */
export function fillMessage(template: string, values: MessageValues): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}
