/** Every question has a checked request, and refuses what is malformed. */
import { describe, expect, it } from 'vitest';
import { contract, type MethodName } from '../../shared/contract';
import { FAULT_CODES } from '../../shared/fault';

const names = Object.keys(contract) as MethodName[];
const MALFORMED: readonly unknown[] = [
  undefined,
  null,
  7,
  'text',
  [],
  { surprise: true },
  { token: 1, tokens: [''], vmIds: [], kind: 'teleport', id: {}, name: 7, path: '/etc/passwd' },
  JSON.parse('{"__proto__": {"isAdmin": true}, "x": 1}'),
];

describe('the contract', () => {
  it.each(names)('%s refuses malformed requests', (name) => {
    const accepted = MALFORMED.filter((raw) => contract[name].request.safeParse(raw).success);
    expect(accepted).toEqual([]);
  });

  it.each(names)('%s is only refused with known codes', (name) => {
    for (const code of contract[name].errors) expect(FAULT_CODES).toContain(code);
  });

  it('never takes a path or a statement from the screen', () => {
    const fields = names.flatMap((name) =>
      fieldsOf(contract[name].request).map((field) => `${name}: ${field}`),
    );
    expect(fields.filter((field) => /: (path|sql|file|url|query)$/i.test(field))).toEqual([]);
  });
});

function fieldsOf(schema: unknown): string[] {
  const { shape } = schema as { shape?: Record<string, unknown> };
  return Object.keys(shape ?? {});
}
