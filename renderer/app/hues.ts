/**
 * The colours that carry meaning, for the page and for the canvas. Each hue reads at 4.5:1 or
 * better on the paper and on its own tint of its theme, and neighbours differ in lightness, so that
 * they stay apart without colour vision. A hue never stands alone: a symbol and a word go with it.
 */
import type { Datapath, Outcome, Portability } from '../../shared/model/verdict';

export interface Hue {
  /** For symbols and words. */
  readonly ink: string;
  /** For the ground of a cell or a mark. */
  readonly tint: string;
}

export interface Hues {
  readonly path: Readonly<Record<Datapath, string>>;
  readonly outcome: Readonly<Record<Outcome, Hue>>;
  readonly ground: string;
  readonly paper: string;
  readonly sunken: string;
  readonly line: string;
  readonly strongLine: string;
  readonly text: string;
  readonly quietText: string;
  readonly accent: string;
  readonly accentTint: string;
  readonly hover: string;
  readonly pending: string;
}

export const LIGHT_HUES: Hues = {
  path: { sriov: '#0a6a6b', vmdq: '#875100', software: '#675b86', none: '#5a6472' },
  outcome: {
    keeps: { ink: '#51665f', tint: '#ffffff' },
    improves: { ink: '#1c5aa8', tint: '#e3eefb' },
    'falls-back': { ink: '#834d00', tint: '#fdf0d8' },
    blocked: { ink: '#a3201a', tint: '#f9e4e1' },
    undecided: { ink: '#56606e', tint: '#ffffff' },
  },
  ground: '#f4f6f8',
  paper: '#ffffff',
  sunken: '#eef1f4',
  line: '#e1e6eb',
  strongLine: '#b9c2cc',
  text: '#17212d',
  quietText: '#55606d',
  accent: '#175e9c',
  accentTint: '#dcebf8',
  hover: '#e9eff5',
  pending: '#e6eaee',
};

export const DARK_HUES: Hues = {
  path: { sriov: '#56c7c0', vmdq: '#e5ae4d', software: '#b6aad6', none: '#a3adb9' },
  outcome: {
    keeps: { ink: '#93a8a1', tint: '#161c23' },
    improves: { ink: '#85b9f5', tint: '#1b3048' },
    'falls-back': { ink: '#ebb451', tint: '#362b16' },
    blocked: { ink: '#ff978d', tint: '#412021' },
    undecided: { ink: '#a6b0bc', tint: '#161c23' },
  },
  ground: '#10151b',
  paper: '#161c23',
  sunken: '#1c242d',
  line: '#27313b',
  strongLine: '#465361',
  text: '#e6ebf0',
  quietText: '#a2adb9',
  accent: '#7cb8ee',
  accentTint: '#1c3349',
  hover: '#202a34',
  pending: '#222b35',
};

const PORTABILITY_OUTCOMES: Readonly<Record<Portability, Outcome>> = {
  portable: 'keeps',
  'falls-back': 'falls-back',
  blocked: 'blocked',
  undecided: 'undecided',
  alone: 'undecided',
};

export function portabilityHue(hues: Hues, portability: Portability): Hue {
  return hues.outcome[PORTABILITY_OUTCOMES[portability]];
}
