import type { JsonValue } from './json-value';

/**
 * What the readers of command output hand out, whatever the format.
 *
 * `record`: one whole record; `types` are the names of its class, the most particular first, where
 * the format tells them. `fault`: something was not as it should be; `cost` says what it did.
 * `progress`: time to let the caller breathe.
 */
export type RecordStep =
  | {
      readonly kind: 'record';
      readonly value: JsonValue;
      readonly types: readonly string[];
      /** The command that the place of the record names, as `VMSwitch` in a table of results. */
      readonly key: string | null;
      readonly line: number;
    }
  | RecordFault
  | { readonly kind: 'progress' };

export interface RecordFault {
  readonly kind: 'fault';
  readonly cost: 'record' | 'rest' | 'value' | 'nothing';
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}
