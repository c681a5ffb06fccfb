/** The compass rose of the program's icon, in the colours of a chart. */
const INK = '#12324a';
const PAPER = '#f3e6c8';

const RHUMB_LINES =
  'M275.9 208.0L334.1 67.5M304.0 236.1L444.5 177.9M304.0 275.9L444.5 334.1M275.9 304.0L334.1 444.5M236.1 304.0L177.9 444.5M208.0 275.9L67.5 334.1M208.0 236.1L67.5 177.9M236.1 208.0L177.9 67.5';
const MINOR_POINTS =
  'M353.6 158.4L266.4 207.1L256 256L304.9 245.6ZM353.6 353.6L304.9 266.4L256 256L266.4 304.9ZM158.4 353.6L245.6 304.9L256 256L207.1 266.4ZM158.4 158.4L207.1 245.6L256 256L245.6 207.1Z';
const MINOR_SHADE =
  'M353.6 158.4L256 256L304.9 245.6ZM353.6 353.6L256 256L266.4 304.9ZM158.4 353.6L256 256L207.1 266.4ZM158.4 158.4L256 256L245.6 207.1Z';
const MAIN_POINTS =
  'M256.0 60.0L215.0 215.0L256 256L297.0 215.0ZM452.0 256.0L297.0 215.0L256 256L297.0 297.0ZM256.0 452.0L297.0 297.0L256 256L215.0 297.0ZM60.0 256.0L215.0 297.0L256 256L215.0 215.0Z';
const MAIN_SHADE =
  'M256.0 60.0L256 256L297.0 215.0ZM452.0 256.0L256 256L297.0 297.0ZM256.0 452.0L256 256L215.0 297.0ZM60.0 256.0L256 256L215.0 215.0Z';

export function Emblem({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="16 16 480 480" aria-hidden="true" focusable="false">
      <rect x="16" y="16" width="480" height="480" rx="104" fill={INK} />
      <circle cx="256" cy="256" r="204" fill="none" stroke={PAPER} strokeWidth="10" />
      <path d={RHUMB_LINES} stroke={PAPER} strokeWidth="6" />
      <Points points={MINOR_POINTS} shade={MINOR_SHADE} />
      <Points points={MAIN_POINTS} shade={MAIN_SHADE} />
      <circle cx="256" cy="256" r="20" fill={INK} stroke={PAPER} strokeWidth="8" />
    </svg>
  );
}

function Points({ points, shade }: { points: string; shade: string }) {
  return (
    <g strokeLinejoin="round">
      <path d={points} fill={PAPER} stroke={INK} strokeWidth="20" />
      <path d={points} fill={PAPER} stroke={PAPER} strokeWidth="6" />
      <path d={shade} fill={INK} />
    </g>
  );
}
