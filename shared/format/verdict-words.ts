/** The words for paths, outcomes and reasons: the same on screen, in reports and on the command line. */
import type { UnknownReason } from '../fact';
import type { RecordKind } from '../model/estate';
import type { ImportProblem } from '../model/import';
import type {
  Cell,
  Confidence,
  Datapath,
  Finding,
  MoveKind,
  Outcome,
  PathSet,
  Portability,
  RuleEffect,
  RuleScope,
} from '../model/verdict';
import { joined } from './plural';

/** Standing alone, as a label. */
export const PATH_LABELS: Readonly<Record<Datapath, string>> = {
  sriov: 'SR-IOV',
  vmdq: 'VMDq',
  software: 'Software',
  none: 'Not connected',
};

/** What each path is, for a legend. */
export const PATH_MEANINGS: Readonly<Record<Datapath, string>> = {
  sriov: 'a virtual function of the adapter, past the virtual switch',
  vmdq: 'a queue of its own in the adapter (VMQ, VMMQ), through the virtual switch',
  software: 'no queue of its own, all in the virtual switch',
  none: 'no switch to connect to',
};

export const OUTCOME_LABELS: Readonly<Record<Cell['outcome'], string>> = {
  keeps: 'Keeps',
  improves: 'Improves',
  'falls-back': 'Falls back',
  blocked: 'Blocked',
  undecided: 'Undecided',
  here: 'Here',
};

export const OUTCOME_MEANINGS: Readonly<Record<Outcome, string>> = {
  keeps: 'allowed, every adapter on the same path as now',
  improves: 'allowed, some adapter on a higher path',
  'falls-back': 'allowed, some adapter on a lower path',
  blocked: 'this kind of move is refused',
  undecided: 'what is known does not decide it',
};

export const PORTABILITY_LABELS: Readonly<Record<Portability, string>> = {
  portable: 'Portable',
  'falls-back': 'Falls back',
  blocked: 'Blocked',
  undecided: 'Undecided',
  alone: 'No other host',
};

export const PORTABILITY_MEANINGS: Readonly<Record<Portability, string>> = {
  portable: 'some host keeps or improves its path',
  'falls-back': 'hosts allow the move, none keeps the path',
  blocked: 'no host allows the move',
  undecided: 'what is known does not decide it',
  alone: 'there is no other host to move to',
};

export const MOVE_KIND_LABELS: Readonly<Record<MoveKind, string>> = {
  live: 'Live',
  quick: 'Quick',
  offline: 'Offline',
};

export const MOVE_KIND_MEANINGS: Readonly<Record<MoveKind, string>> = {
  live: 'moved while it runs',
  quick: 'saved, moved and resumed',
  offline: 'moved while it is off',
};

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  documented: 'documented',
  reported: 'reported',
  inferred: 'inferred',
};

export const CONFIDENCE_MEANINGS: Readonly<Record<Confidence, string>> = {
  documented: "The vendor's documentation says so.",
  reported: 'People who run it report it; no documentation says so.',
  inferred: 'Concluded from what is documented; nobody says it in so many words.',
};

export const SCOPE_LABELS: Readonly<Record<RuleScope, string>> = {
  host: 'Host',
  nic: 'Network adapter',
  switch: 'Virtual switch',
  pool: 'Pool',
  vnic: 'Virtual adapter',
  guest: 'Guest',
  vmq: 'VM queue',
  migration: 'Migration',
};

export const RECORD_LABELS: Readonly<Record<RecordKind, string>> = {
  host: 'Host',
  cluster: 'Cluster',
  adapter: 'Network adapter',
  switch: 'Virtual switch',
  vm: 'VM',
  vnic: 'Virtual adapter',
};

export const SEVERITY_LABELS: Readonly<Record<ImportProblem['severity'], string>> = {
  lost: 'Left out',
  doubt: 'Doubtful',
  note: 'Note',
};

export const UNKNOWN_WORDS: Readonly<Record<UnknownReason, string>> = {
  'not-collected': 'not collected',
  empty: 'empty in the source',
  'cut-off': 'cut off in the export',
  'not-understood': 'not understood',
  conflict: 'sources disagree',
  'by-hand': 'set to not known by hand',
};

/** Inside a sentence, as what a VM is on: "SR-IOV", "VMDq or the software path". */
export function pathWords(paths: PathSet): string {
  return joined(
    paths.map((path) => PATH_IN_SENTENCE[path]),
    'or',
  );
}

/** Inside a sentence, as what a host gives: "a VF", "a VM queue or the software path". */
export function pathPhrase(paths: PathSet): string {
  return joined(
    paths.map((path) => PATH_AS_GIFT[path]),
    'or',
  );
}

/** A cell of the matrix in words: "Falls back, to VMDq, with warnings, with reasons set aside". */
export function cellWords(cell: Cell): string {
  const words: string[] = [OUTCOME_LABELS[cell.outcome]];
  if (cell.outcome === 'here')
    words.push(cell.path === null ? 'no adapter' : `on ${pathWords([cell.path])}`);
  else if (cell.path !== null) words.push(`${PATH_LEADS[cell.outcome]} ${pathWords([cell.path])}`);
  if (cell.warned) words.push('with warnings');
  if (cell.waived) words.push('with reasons set aside');
  return words.join(', ');
}

/** How often each outcome occurs: "keeps on 7, falls back on 3, blocked on 1". */
export function countWords(counts: Readonly<Record<Outcome, number>>): string {
  const words = COUNT_ORDER.filter((outcome) => counts[outcome] > 0).map(
    (outcome) => `${OUTCOME_LABELS[outcome].toLowerCase()} on ${counts[outcome]}`,
  );
  return words.length === 0 ? 'no other host' : words.join(', ');
}

/**
 * What a finding does to the move: "takes away SR-IOV", "refuses live moves". An undecided one
 * "may" do it; one that holds does nothing.
 */
export function effectWords(effect: RuleEffect, result: Finding['result'] = 'violated'): string {
  if (result === 'holds') return 'nothing to object';
  const words = EFFECTS.flatMap((describe) => describe(effect));
  if (words.length === 0) return '';
  return result === 'undecided'
    ? `may ${joined(words.map(({ maybe }) => maybe))}`
    : joined(words.map(({ does }) => does));
}

const PATH_IN_SENTENCE: Readonly<Record<Datapath, string>> = {
  sriov: 'SR-IOV',
  vmdq: 'VMDq',
  software: 'the software path',
  none: 'no connection',
};

const PATH_AS_GIFT: Readonly<Record<Datapath, string>> = {
  sriov: 'a VF',
  vmdq: 'a VM queue',
  software: 'the software path',
  none: 'no connection',
};

const PATH_LEADS: Readonly<Record<Outcome, string>> = {
  keeps: 'on',
  improves: 'to',
  'falls-back': 'to',
  blocked: 'would be on',
  undecided: 'at best on',
};

const COUNT_ORDER: readonly Outcome[] = ['keeps', 'improves', 'falls-back', 'blocked', 'undecided'];

interface EffectWords {
  readonly does: string;
  readonly maybe: string;
}

const REFUSED = { live: 'live moves', 'live-and-saved': 'live and quick moves', all: 'every move' };

const EFFECTS: readonly ((effect: RuleEffect) => readonly EffectWords[])[] = [
  ({ blocks }) => (blocks ? [verb('refuse', REFUSED[blocks])] : []),
  ({ disconnects }) => (disconnects ? [verb('leave', 'no connection')] : []),
  ({ lowers }) =>
    lowers?.length ? [verb('take', `away ${joined(lowers.map((path) => PATH_LABELS[path]))}`)] : [],
  ({ queues }) => (queues ? [verb('make', 'the move wait')] : []),
  ({ slows }) => (slows ? [verb('slow', `${PATH_LABELS[slows]} down`)] : []),
  ({ bypasses }) => (bypasses ? [verb('pass', 'policies of the switch by')] : []),
  ({ warns }) => (warns ? [verb('need', 'a look')] : []),
];

function verb(word: string, rest: string): EffectWords {
  return { does: `${word}s ${rest}`, maybe: `${word} ${rest}` };
}
