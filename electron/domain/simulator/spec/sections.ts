/** The named parts of a specification, each read by itself, so that one bad part hides no other. */
import type { z } from 'zod';
import { isJsonObject, type JsonObject, type JsonValue } from '../../import/json-value';
import {
  CoreSpecification,
  FlowSpecification,
  QueueSpecification,
  ServerSpecification,
} from './network-form';
import { impossible, type Path, type SpecificationProblem, wrongValue } from './problem';
import { problemsOf } from './zod-problems';

/** By name, in the order of the document; null: there, and not sound. */
export type Parts<T> = ReadonlyMap<string, T | null>;

export interface Sections {
  readonly servers: Parts<ServerSpecification>;
  readonly queues: Parts<QueueSpecification>;
  /** With those that queues have of their own. */
  readonly cores: Parts<CoreSpecification>;
  readonly flows: Parts<FlowSpecification>;
}

export const SECTION_NAMES = ['servers', 'queues', 'cores', 'flows'] as const;

export function readSections(root: JsonObject, problems: SpecificationProblem[]): Sections {
  const queues = readParts(root, 'queues', QueueSpecification, problems);
  const cores = readParts(root, 'cores', CoreSpecification, problems);
  const own = [...queues]
    .filter(([name, queue]) => queue !== null && !queue.core && !cores.has(name))
    .map(([name]): [string, CoreSpecification] => [name, { slowdown: 1 }]);
  return {
    servers: readParts(root, 'servers', ServerSpecification, problems),
    queues,
    cores: new Map([...cores, ...own]),
    flows: readParts(root, 'flows', FlowSpecification, problems),
  };
}

function readParts<S extends z.ZodType>(
  root: JsonObject,
  section: (typeof SECTION_NAMES)[number],
  schema: S,
  problems: SpecificationProblem[],
): Parts<z.output<S>> {
  const parts = new Map<string, z.output<S> | null>();
  for (const [name, value] of entriesOf(root, section)) {
    const path: Path = [section, name];
    if (!isName(name)) {
      problems.push(
        impossible(
          path,
          name === '' ? 'an empty name' : name.slice(0, 80),
          NAME,
          `the name is not ${NAME}`,
        ),
      );
    }
    const read = schema.safeParse(value);
    if (!read.success) problems.push(...problemsOf(read.error.issues, value, path));
    parts.set(name, read.success ? read.data : null);
  }
  return parts;
}

/** The entries of a section; none, when it is no object. */
export function entriesOf(
  root: JsonObject,
  section: (typeof SECTION_NAMES)[number],
): readonly (readonly [string, JsonValue])[] {
  const value = root[section];
  if (!isJsonObject(value)) return [];
  return Object.entries(value);
}

/** Sections that are no objects. */
export function noteBadSections(root: JsonObject, problems: SpecificationProblem[]): void {
  for (const section of SECTION_NAMES) {
    const value = root[section];
    if (value === undefined || isJsonObject(value)) continue;
    problems.push(wrongValue([section], value, `an object with a name for each of the ${section}`));
  }
}

const NAME = 'a text of 1 to 100 characters without control characters';

function isName(name: string): boolean {
  return 0 < name.length && name.length <= 100 && !/\p{Cc}/u.test(name);
}
