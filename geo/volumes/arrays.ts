/** A typed array that grows as it is filled. */
export class Growing<A extends Float32Array | Uint32Array | Uint8Array> {
  length = 0;
  constructor(private values: A, private readonly make: (length: number) => A) {}

  push(...values: readonly number[]): void {
    if (this.length + values.length > this.values.length) {
      const larger = this.make(Math.max(64, 2 * (this.length + values.length)));
      larger.set(this.values);
      this.values = larger;
    }
    for (const value of values) this.values[this.length++] = value;
  }
  /** What was filled in, in a buffer of its own. */
  done(): A {
    return this.values.slice(0, this.length) as A;
  }
}
export const floats = () => new Growing(new Float32Array(0), (length) => new Float32Array(length));
export const counts = () => new Growing(new Uint32Array(0), (length) => new Uint32Array(length));
export const bytes = () => new Growing(new Uint8Array(0), (length) => new Uint8Array(length));
