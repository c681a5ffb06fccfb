/** Points in time as people read them. The caller hands in "now"; nothing here reads a clock. */

export interface MomentStyle {
  /** BCP 47; left out: that of the machine. */
  readonly locale?: string;
  /** IANA name; left out: that of the machine. */
  readonly timeZone?: string;
}

/** Date and time, to the minute, in the reader's locale: "24 Nov 2025, 12:04". */
export function formatMoment(iso: string, style: MomentStyle = {}): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(style.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: style.timeZone,
  }).format(date);
}

/** Only the time when it was on the day of `now`, else date and time: "12:04". */
export function formatRecentMoment(iso: string, now: Date, style: MomentStyle = {}): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const dayOf = new Intl.DateTimeFormat(style.locale, {
    dateStyle: 'short',
    timeZone: style.timeZone,
  });
  if (dayOf.format(date) !== dayOf.format(now)) return formatMoment(iso, style);
  return new Intl.DateTimeFormat(style.locale, {
    timeStyle: 'short',
    timeZone: style.timeZone,
  }).format(date);
}
