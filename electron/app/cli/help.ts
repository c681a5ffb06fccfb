/** Help texts. docs/cli.md tells the same at length. */
export const HELP = `Portolan tells where a VM can move and on which network datapath it will run there.

  portolan import FILES… --out PLAN            what hosts printed, into a plan
  portolan judge PLAN | FILES…                 verdicts, with every reason
  portolan findings PLAN | FILES…              what stands in the way, by root cause
  portolan compare BEFORE AFTER                what is different, and which verdicts with it
  portolan report PLAN | FILES… --out FILE     a report as html, pdf or json
  portolan simulate SPEC.json                  what becomes of every packet of a network
  portolan sweep SPEC.json --vary …            the same with other values, or how much it carries
  portolan validate                            the simulator against theory and published tables
  portolan catalogue [TABLE]                   what is known of hardware, guests and releases
  portolan anonymise INPUTS… --out FOLDER      copies that name nobody, with the same verdicts
  portolan schema NAME                         JSON Schema of a form, such as inventory
  portolan collector [--out FILE]              the PowerShell script that collects a host
  portolan demo [--out FOLDER]                 the demonstration estate, from raw files to a report

  portolan COMMAND --help                      more on one of them
  portolan --version

FILES are the collector's files, the JSON output of the cmdlets, or inventories; a folder stands
for the files in it. Exit codes: 0 done; 1 a --require condition does not hold; 2 unusable input
or usage, with the reason and what to do on standard error; 130 stopped with Ctrl-C.
`;

export const COMMAND_HELP: Readonly<Record<string, string>> = {
  import: `portolan import FILES… --out PLAN [--name NAME]

Reads files into a plan. Sound records go in, and what is not sound is listed. A plan that is
already there takes the files in as one edit that can be undone.

  --out PLAN     the plan file, usually NAME.portolan
  --name NAME    what a new plan is called; without it, the name of the file
`,
  judge: `portolan judge PLAN | FILES… [--vm NAME]… [--to HOST]… [--kind KIND] [--assume NAME=CHOICE]…
                            [--json] [--require CONDITION]

Judges VMs on hosts, from a plan or straight from files. Without --vm and --to: every VM over the
other hosts of its cluster (or of the plan, without cluster). With them: each move with all its
reasons and what to do about them.

  --vm NAME             only this VM; may be repeated
  --to HOST             only this host; may be repeated
  --kind KIND           live (without the option), quick or offline
  --assume NAME=CHOICE  another answer to a question that the documents leave open; may be
                        repeated (assumptions and their choices: docs/cli.md)
  --json                everything as JSON, every VM × host (portolan schema judge)
  --require CONDITION   exit code 1 unless it holds for every move asked about:
                        no-blocked, no-fallback, no-undecided, keeps; join several with commas
`,
  compare: `portolan compare BEFORE AFTER [--kind KIND] [--json]

Compares two states: each a plan, a file, or a folder of files. Tells which records came, went and
moved, which facts have another value, and which verdicts turned.

  --kind KIND    of the verdicts: live (without the option), quick or offline
  --json         all of it as JSON (portolan schema compare)
`,
  findings: `portolan findings PLAN | FILES… [--kind KIND] [--json]

Gathers what stands in the way of all moves by root cause, the worst first: how many VMs fall back,
are blocked or undecided because of it, the fix, and what is left after it. Then what is not known
and would decide, with the command that prints it, and what was set aside.

  --kind KIND    live (without the option), quick or offline
  --json         everything as JSON
`,
  report: `portolan report PLAN | FILES… --out FILE [--format html|pdf|json|csv|csv-findings] [--kind KIND]

Writes a report. Without --format, the ending of FILE says which; csv has one row per VM,
csv-findings one per thing that stands in the way. --out - writes to standard output (not pdf).

  --kind KIND    live (without the option), quick or offline
`,
  simulate: `portolan simulate SPEC.json [--json] [--out FILE] [--seed N] [--engine NAME]

Sends packets through the network that a specification describes (docs/simulation.md), from one
textbook queue to wires, rings and cores. Tells per flow what was delivered, lost and how long it
took, how busy every part was, and which is the bottleneck.

  --json          the result as JSON (portolan schema simulation-result); of a specification that
                  cannot be run, its problems
  --out FILE      writes the result into a file as well, as JSON
  --seed N        another sample than the specification's seed gives
  --engine NAME   fast, or reference: slower, plainer, and with the same result
`,
  sweep: `portolan sweep SPEC.json --vary POINTER=VALUES… [--json | --csv] [--out FILE] [--seed N] [--engine NAME]
portolan sweep SPEC.json --most POINTER[=FROM..TO] --while CONDITION… [--vary POINTER=VALUES]… [--precision SHARE]

Runs a specification again and again with other values at a place, named by its JSON Pointer: a
table of the main figures for each. With --most, finds the greatest value with which conditions hold.

  --vary POINTER=FROM..TO/COUNT   so many values from one to the other; or a list, parted by commas.
                                  Repeated: every value with every other
  --most POINTER                  beginning with the value in the specification, or in a range
  --while CONDITION               "p99 <= 100us", "loss <= 0.1 %", "in: mean < 5 ms"; repeated: all
                                  of them. Figures: mean, min, p50, p90, p99, p999, p9999, max,
                                  loss, offered, delivered, utilisation
  --precision SHARE               how closely --most is found; 0.01 without the option
  --json, --csv                   everything as JSON (portolan schema sweep), or as a table
  --out FILE                      writes the JSON into a file as well
`,
  validate: `portolan validate [--json | --page] [--out FILE] [--engine NAME] [--scale S] [--replications N]

Runs the simulator on every closed form of queueing theory and every published table that it can
express, and tells published and simulated figure, error, and whether it is in its band.

  --json             one entry per row, as JSON
  --page             as Markdown, the form of docs/validation.md
  --out FILE         into a file
  --engine NAME      fast (without the option) or reference
  --scale S          of the full length of the runs: 0.01 for a quick look
  --replications N   independent runs of each case of theory; 10 without the option
`,
  catalogue: `portolan catalogue [TABLE] [--search TEXT] [--json]

Prints what Portolan knows before it has seen an inventory: nics, platforms, guests, host-releases,
configuration-versions and limits. Without TABLE and --search: which tables there are.

  --search TEXT   only rows that have all these words, in any column
  --json          the rows as JSON
`,
  anonymise: `portolan anonymise INPUTS… --out FOLDER | FILE [--map FILE]

Writes copies of files and plans in which names, addresses and identifiers are replaced, the same
in all of them. The verdicts stay. Texts that nobody has called harmless are replaced too.

  --out FOLDER   where the copies go; of one input, it may be the name of the copy
  --map FILE     writes down what stands for what, for your eyes only
`,
  schema: `portolan schema NAME

Prints the JSON Schema of "inventory" or "simulation" (what Portolan reads), or of "judge", "compare",
"simulation-result" or "sweep" (what it writes with --json).
`,
  collector: `portolan collector [--out FILE]

Prints or saves the PowerShell script that writes down one host, read only.
`,
  demo: `portolan demo [--out FOLDER]

Imports the demonstration estate from its raw files, judges it, and writes the plan and the report
(HTML and PDF) into the folder; without --out, into portolan-demo.
`,
};
