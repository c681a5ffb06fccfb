/** Help texts. docs/cli.md tells the same at length. */
export const HELP = `Portolan tells where a VM can move and on which network datapath it will run there.

  portolan import FILES… --out PLAN            what hosts printed, into a plan
  portolan judge PLAN | FILES…                 verdicts, with every reason
  portolan report PLAN | FILES… --out FILE     a report as html, pdf or json
  portolan schema NAME                         JSON Schema of inventory or judge
  portolan collector [--out FILE]              the PowerShell script that collects a host
  portolan demo [--out FOLDER]                 the demonstration estate, from raw files to a report

  portolan COMMAND --help                      more on one of them
  portolan --version

FILES are the collector's files, the JSON output of the cmdlets, or inventories; a folder stands
for the files in it. Exit codes: 0 done; 1 a --require condition does not hold; 2 unusable input
or usage, with the reason and what to do on standard error.
`;

export const COMMAND_HELP: Readonly<Record<string, string>> = {
  import: `portolan import FILES… --out PLAN [--name NAME]

Reads files into a plan. Sound records go in, and what is not sound is listed. A plan that is
already there takes the files in as one edit that can be undone.

  --out PLAN     the plan file, usually NAME.portolan
  --name NAME    what a new plan is called; without it, the name of the file
`,
  judge: `portolan judge PLAN | FILES… [--vm NAME]… [--to HOST]… [--kind KIND] [--json] [--require CONDITION]

Judges VMs on hosts, from a plan or straight from files. Without --vm and --to: every VM over the
other hosts of its cluster (or of the plan, without cluster). With them: each move with all its
reasons and what to do about them.

  --vm NAME             only this VM; may be repeated
  --to HOST             only this host; may be repeated
  --kind KIND           live (without the option), quick or offline
  --json                everything as JSON, every VM × host (portolan schema judge)
  --require CONDITION   exit code 1 unless it holds for every move asked about:
                        no-blocked, no-fallback, no-undecided, keeps; join several with commas
`,
  report: `portolan report PLAN | FILES… --out FILE [--format html|pdf|json|csv|csv-findings] [--kind KIND]

Writes a report. Without --format, the ending of FILE says which; csv has one row per VM,
csv-findings one per thing that stands in the way. --out - writes to standard output (not pdf).

  --kind KIND    live (without the option), quick or offline
`,
  schema: `portolan schema NAME

Prints the JSON Schema of "inventory" (what Portolan reads) or "judge" (what judge --json writes).
`,
  collector: `portolan collector [--out FILE]

Prints or saves the PowerShell script that writes down one host, read only.
`,
  demo: `portolan demo [--out FOLDER]

Imports the demonstration estate from its raw files, judges it, and writes the plan and the report
(HTML and PDF) into the folder; without --out, into portolan-demo.
`,
};
