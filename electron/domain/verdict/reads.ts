/** The facts that a rule reads, each with the side of the question on which it stands. */
import { derivedSides, type Side } from '../capability/derived-sides';
import { type CompiledRule, pathsRead } from '../rules/compiled-rule';
import { type FactPath, type Subject, splitPath } from '../rules/rule';

export interface Read {
  readonly path: FactPath;
  readonly subject: Subject;
  readonly field: string;
  readonly side: Side;
}

export function readsOf(rule: CompiledRule): readonly Read[] {
  return pathsRead(rule.rule).map((path) => {
    const [subject, field] = splitPath(path);
    return { path, subject, field, side: sideOf(path) };
  });
}

const VM_SIDE: readonly Subject[] = ['vm', 'vnic', 'source'];

function sideOf(path: FactPath): Side {
  const [subject, field] = splitPath(path);
  if (subject in derivedSides) {
    const sides: Readonly<Record<string, Side>> =
      derivedSides[subject as keyof typeof derivedSides];
    const side = sides[field];
    if (side === undefined) throw new Error(`nobody says on which side ${path} stands`);
    return side;
  }
  return VM_SIDE.includes(subject) ? 'vm' : 'target';
}
