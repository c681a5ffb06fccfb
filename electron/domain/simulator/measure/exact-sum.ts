/** A sum of whole numbers below 2^50 that does not depend on their order, however many they are. */
const carry = 2 ** 50;

export class ExactSum {
  private high = 0;
  private low = 0;

  add(value: number): void {
    this.low += value;
    if (this.low >= carry) {
      this.high += 1;
      this.low -= carry;
    }
  }

  /** Rounded once. */
  get value(): number {
    return this.high * carry + this.low;
  }
}
