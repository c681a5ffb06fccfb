const MOST_STRINGS = 100_000;
const LONGEST = 80;

/**
 * One copy of each text that a file repeats. A text taken from a file also keeps the whole piece of
 * the file alive that it was cut out of; what comes out of the pool keeps nothing but itself.
 */
export class StringPool {
  readonly #known = new Map<string, string>();

  kept(text: string): string {
    if (text.length === 0) return '';
    if (LONGEST < text.length) return detached(text);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const own = detached(text);
    if (MOST_STRINGS <= this.#known.size) this.#known.clear();
    this.#known.set(own, own);
    return own;
  }
}

/** A text of its own: joining and cutting makes the engine copy the letters. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
