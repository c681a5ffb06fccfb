/** The specification of a simulation, as people and scripts write it: read whole, or refused whole. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../import/json-value';
import type { Network } from '../network';
import { buildNetwork } from './build-network';
import { readJsonDocument } from './json-document';
import { keysOf } from './key';
import { noteLimits } from './limits';
import { COMMON_KEYS, NetworkSpecification } from './network-form';
import { impossible, type SpecificationProblem, wrongValue } from './problem';
import { noteReferences } from './references';
import { noteBadSections, readSections, SECTION_NAMES } from './sections';
import { problemsOf } from './zod-problems';

/** What a sound specification asks for. */
export interface Simulation {
  readonly form: 'network';
  readonly network: Network;
}

export interface ReadSpecification {
  /** Null when there are problems. */
  readonly simulation: Simulation | null;
  /** All of them, in the order of the document's parts. */
  readonly problems: readonly SpecificationProblem[];
}

/** Levels of brackets in a document. */
const GREATEST_DEPTH = 40;

/** @param text  JSON; a byte order mark may stand before it */
export function readSpecificationText(text: string): ReadSpecification {
  const { value, problems } = readJsonDocument(text);
  if (value === undefined) return refused(problems);
  const read = readSpecification(value);
  return problems.length === 0 ? read : refused([...problems, ...read.problems]);
}

/** @param document  the value of a JSON text */
export function readSpecification(document: JsonValue): ReadSpecification {
  if (isDeeper(document, GREATEST_DEPTH)) {
    const expected = `at most ${GREATEST_DEPTH} levels of brackets`;
    return refused([
      impossible([], 'more levels', expected, `there are more than ${expected.slice(8)}`),
    ]);
  }
  if (!isJsonObject(document)) {
    return refused([wrongValue([], document, 'an object in braces')]);
  }
  const problems: SpecificationProblem[] = [];
  const common = readCommon(document, problems);
  // Another format, form or version has other keys: what this one makes of them would only mislead.
  const other = problems.filter(({ path }) =>
    ['/format', '/formatVersion', '/form'].includes(path),
  );
  if (other.length > 0) return refused(other);
  noteBadSections(document, problems);
  const sections = readSections(document, problems);
  if (sections.flows.size === 0 && isJsonObject(document.flows ?? {})) {
    problems.push(wrongValue(['flows'], document.flows, 'at least one flow'));
  }
  noteReferences(document, sections, problems);
  const network = buildNetwork(sections, common);
  noteLimits(network, problems);
  return problems.length === 0
    ? { simulation: { form: 'network', network }, problems }
    : refused(problems);
}

function refused(problems: readonly SpecificationProblem[]): ReadSpecification {
  return { simulation: null, problems };
}

const Common = keysOf(COMMON_KEYS, 'an object in braces');
const KNOWN_KEYS = Object.keys(NetworkSpecification.shape);

/** Seed and times; in the place of those that are not sound their defaults. */
function readCommon(root: JsonObject, problems: SpecificationProblem[]) {
  const sections: readonly string[] = SECTION_NAMES;
  const own = Object.fromEntries(Object.entries(root).filter(([key]) => !sections.includes(key)));
  const read = Common.safeParse(own);
  if (!read.success) {
    problems.push(
      ...problemsOf(
        read.error.issues.map((issue) =>
          issue.code === 'unrecognized_keys' ? { ...issue, message: KNOWN_KEYS.join(', ') } : issue,
        ),
        root,
        [],
      ),
    );
  }
  const {
    seed = 1,
    warmup_ms: warmup,
    duration_ms: duration,
    duration_packets: packets,
  } = read.data ?? {};
  if ((root.duration_ms ?? null) !== null && (root.duration_packets ?? null) !== null) {
    problems.push(
      impossible(
        ['duration_packets'],
        'two durations',
        'duration_ms or duration_packets',
        'the run has two durations; leave one out',
      ),
    );
  }
  return {
    seed,
    warmupPs: picoseconds(warmup),
    durationPs: picoseconds(duration),
    durationPackets: packets ?? null,
  };
}

function picoseconds(milliseconds: number | null | undefined): number | null {
  return milliseconds === null || milliseconds === undefined
    ? null
    : Math.round(milliseconds * 1e9);
}

function isDeeper(value: JsonValue, depth: number): boolean {
  let level: JsonValue[] = [value];
  for (let at = 0; at <= depth; at++) {
    const below = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as JsonValue[]) : [],
    );
    if (below.length === 0) return false;
    level = below;
  }
  return true;
}
