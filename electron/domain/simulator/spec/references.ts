/**
 * Names that parts of a specification have for each other. They are looked up in the document as
 * it stands, so that a part that is not sound otherwise has its names checked all the same.
 */
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../import/json-value';
import {
  impossible,
  type Path,
  type SpecificationProblem,
  unknownName,
  wrongValue,
} from './problem';
import { entriesOf, type Sections } from './sections';

export function noteReferences(
  root: JsonObject,
  sections: Sections,
  problems: SpecificationProblem[],
): void {
  noteSharedNames(sections, problems);
  noteCores(root, sections, problems);
  noteFlows(root, sections, problems);
}

/** Routes name servers and queues alike. */
function noteSharedNames({ servers, queues }: Sections, problems: SpecificationProblem[]): void {
  for (const name of queues.keys()) {
    if (!servers.has(name)) continue;
    problems.push(
      impossible(
        ['queues', name],
        name,
        'a name that no server has',
        `“${name}” is a server and a queue, and a route cannot tell them apart; give one another name`,
      ),
    );
  }
}

function noteCores(root: JsonObject, sections: Sections, problems: SpecificationProblem[]): void {
  const names = [...sections.cores.keys()];
  for (const [name, queue] of entriesOf(root, 'queues')) {
    const core = isJsonObject(queue) ? queue.core : undefined;
    if (typeof core === 'string' && !names.includes(core)) {
      problems.push(unknownName(['queues', name, 'core'], core, 'core', names));
    }
  }
  noteSiblings(entriesOf(root, 'cores'), problems);
}

function noteSiblings(
  cores: readonly (readonly [string, JsonValue])[],
  problems: SpecificationProblem[],
): void {
  const names = cores.map(([name]) => name);
  const siblings = cores.flatMap(([name, core]) =>
    isJsonObject(core) && typeof core.sibling === 'string' ? [[name, core.sibling] as const] : [],
  );
  for (const [name, sibling] of siblings) {
    const path: Path = ['cores', name, 'sibling'];
    if (!names.includes(sibling)) problems.push(unknownName(path, sibling, 'core', names));
    else if (sibling === name)
      problems.push(wrongValue(path, sibling, 'another core than this one'));
    const third = siblings.find(
      ([other, theirs]) =>
        (other === sibling && theirs !== name) || (other !== name && theirs === sibling),
    );
    if (third === undefined || sibling === name) continue;
    problems.push(
      impossible(
        path,
        sibling,
        'cores in pairs',
        `“${sibling}” cannot be the sibling of “${name}” as well: a core has two hyper-threads at most`,
      ),
    );
  }
}

function noteFlows(root: JsonObject, sections: Sections, problems: SpecificationProblem[]): void {
  const stations = [...sections.servers.keys(), ...sections.queues.keys()];
  const flows = [...sections.flows.keys()];
  for (const [name, flow] of entriesOf(root, 'flows')) {
    if (!isJsonObject(flow)) continue;
    const path: Path = ['flows', name];
    for (const [at, station] of stationsOf(flow, path)) {
      if (!stations.includes(station)) {
        problems.push(unknownName(at, station, 'server or queue', stations));
      }
    }
    for (const key of ['on_delivery', 'on_loss']) {
      const next = flow[key];
      const at = isJsonObject(next) ? [...path, key, 'flow'] : [...path, key];
      const to = isJsonObject(next) ? next.flow : next;
      if (typeof to === 'string' && !flows.includes(to)) {
        problems.push(unknownName(at, to, 'flow', flows));
      }
    }
    noteWays(flow, path, problems);
  }
}

/** A flow has one route or lanes. */
function noteWays(flow: JsonObject, path: Path, problems: SpecificationProblem[]): void {
  const hasRoute = (flow.route ?? null) !== null;
  const hasLanes = (flow.lanes ?? null) !== null;
  if (!hasRoute && !hasLanes) {
    problems.push(wrongValue([...path, 'route'], flow.route, 'the stations that a packet passes'));
  }
  if (hasRoute && hasLanes) {
    problems.push(
      impossible(
        [...path, 'lanes'],
        'lanes beside a route',
        'one of both',
        'the flow has a route and lanes; leave one out',
      ),
    );
  }
}

/** Every name on the routes of a flow, with its place. */
function stationsOf(flow: JsonObject, path: Path): (readonly [Path, string])[] {
  const hops = (route: JsonValue | undefined, at: Path) =>
    isJsonArray(route)
      ? route.flatMap((hop, number): (readonly [Path, string])[] => {
          if (typeof hop === 'string') return [[[...at, number], hop]];
          const to = isJsonObject(hop) ? hop.to : undefined;
          return typeof to === 'string' ? [[[...at, number, 'to'], to]] : [];
        })
      : [];
  const { lanes } = flow;
  return [
    ...hops(flow.route, [...path, 'route']),
    ...(isJsonArray(lanes)
      ? lanes.flatMap((lane, number) => hops(lane, [...path, 'lanes', number]))
      : []),
  ];
}
