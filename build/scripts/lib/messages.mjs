// @ts-check
/** What the scripts say to people. All of it goes to stderr: stdout belongs to the program run. */
import { stripVTControlCharacters } from 'node:util';

/** A reason to stop that needs no stack trace: its message is the whole story. */
export class SetupFailure extends Error {}

/** @param {string} text  one line about what is being done and why it takes time */
export function say(text) {
  process.stderr.write(`portolan: ${text}\n`);
}

/**
 * The end of what a failed tool printed, which usually names the cause. Without colours: some tools
 * colour letter by letter even where nothing can show it.
 * @param {string} output
 */
export function lastLines(output, count = 30) {
  return stripVTControlCharacters(output).trimEnd().split('\n').slice(-count).join('\n');
}
