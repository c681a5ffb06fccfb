/** How the report looks on screen and on paper (A4 and Letter alike: only margins are set). */
export const REPORT_STYLE = `
:root {
  --ink: #17212d; --soft: #55606d; --line: #d3dae1; --faint: #f4f6f8;
  --sriov: #0a6a6b; --vmdq: #875100; --software: #675b86; --none: #5a6472;
  --keeps: #51665f; --improves: #1c5aa8; --falls-back: #834d00; --blocked: #a3201a; --undecided: #56606e;
}
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body {
  margin: 0 auto; padding: 32px 24px 64px; max-width: 1120px; color: var(--ink); background: #fff;
  font: 14px/1.5 Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 40px 0 8px; padding-bottom: 4px; border-bottom: 2px solid var(--ink); }
h3 { font-size: 14px; margin: 20px 0 4px; }
p { margin: 0 0 8px; }
a { color: var(--improves); }
small, .soft { color: var(--soft); font-size: 12px; }
code { font: 12px/1.45 "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; background: var(--faint);
  padding: 1px 4px; border-radius: 3px; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 16px; font-size: 12px; line-height: 1.35; }
caption { text-align: left; color: var(--soft); padding: 0 0 4px; }
th, td { text-align: left; vertical-align: top; padding: 4px 6px; border-bottom: 1px solid var(--line); }
thead th { background: var(--faint); border-bottom: 1px solid var(--soft); font-weight: 600; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; }
.hash { font-family: "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 10px; }
.fixed, .matrix { table-layout: fixed; }
.matrix .first { width: 24%; }
.w8 { width: 8%; } .w12 { width: 12%; } .w16 { width: 16%; } .w24 { width: 24%; }
table small { font-size: 92%; font-weight: 400; }
tbody th .path { font-weight: 400; }
.matrix td, .matrix thead th { border-left: 1px solid var(--line); }
.matrix .first, .matrix tbody th { border-left: 0; }
.icon { width: 14px; height: 14px; vertical-align: -2px; margin-right: 4px; flex: none; }
.outcome, .path { white-space: normal; }
.outcome { font-weight: 600; }
.outcome.improves { color: var(--improves); }
.outcome.falls-back { color: var(--falls-back); }
.outcome.undecided { color: var(--undecided); }
.outcome.blocked { color: var(--blocked); }
.outcome.keeps { font-weight: 400; color: var(--keeps); }
.outcome.here { font-weight: 400; color: var(--soft); }
.cell .path, .cell .warned { display: block; font-size: 11px; }
.path.sriov { color: var(--sriov); }
.path.vmdq { color: var(--vmdq); }
.path.software { color: var(--software); }
.path.none { color: var(--none); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 16px 0; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.tally { display: grid; grid-template-columns: repeat(5, 1fr); gap: 8px; margin: 16px 0; padding: 0; list-style: none; }
.tally li { border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; }
.tally strong { display: block; font-size: 20px; line-height: 1.2; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 8px 0; padding: 0; list-style: none;
  font-size: 12px; color: var(--soft); }
.item { border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; margin: 8px 0; }
.item h3 { margin-top: 0; }
.item p:last-child { margin-bottom: 0; }
.left-out { border-left: 3px solid var(--soft); padding: 4px 10px; background: var(--faint); }
.mark { border: 1px solid var(--soft); border-radius: 3px; padding: 0 4px; font-size: 11px; color: var(--soft); }
@media screen and (max-width: 720px) { .tally { grid-template-columns: 1fr 1fr; } }
@page {
  margin: 16mm 14mm 18mm;
  @bottom-left { content: "Portolan"; font: 8pt sans-serif; color: #55606d; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #55606d; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  h2, h3, caption, h2 + p, h3 + p { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .item, .tally li { break-inside: avoid; }
  .new-page { break-before: page; }
  table { font-size: 8pt; }
  .cell .path, .cell .warned { font-size: 7.5pt; }
  a { color: inherit; text-decoration: none; }
}
`;
