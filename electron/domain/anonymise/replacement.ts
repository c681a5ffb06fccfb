/** One thing that was replaced, and by what. */
export interface Replacement {
  readonly given: string;
  readonly shown: string;
}
