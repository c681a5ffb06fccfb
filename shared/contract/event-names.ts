/** Names of what main announces; alone in a file, so that preload needs no schema to know them. */
export const EVENT_NAMES = ['job', 'plan-changed', 'command', 'refused'] as const;
export type EventName = (typeof EVENT_NAMES)[number];
