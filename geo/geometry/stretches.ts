/**
 * What is left of a stretch of numbers when others are cut away. What is cut stands in fields, since numbers handed on are
 * boxed, millions of times.
 */
export class Stretches {
  /** So many pairs of ends. */
  readonly ends = new Float64Array(512);
  count = 0;
  low = 0;
  high = 0;

  reset(end: number): void {
    this.ends[0] = 0;
    this.ends[1] = end;
    this.count = 1;
  }

  /** Of `low` to `high` only what lies between two numbers, in either order. */
  narrow(s: number, t: number): void {
    this.low = Math.max(this.low, Math.min(s, t));
    this.high = Math.min(this.high, Math.max(s, t));
  }
  /** Cuts away from `low` to `high`. */
  cut(): void {
    const { ends, low, high } = this;
    for (let i = 0; i < this.count; i++) {
      const a = ends[2 * i], b = ends[2 * i + 1];
      if (b <= low || a >= high) continue;
      if (a < low && b > high) {
        ends.copyWithin(2 * i + 2, 2 * i, 2 * this.count);
        ends[2 * i + 1] = low;
        ends[2 * i + 2] = high;
        this.count++;
        return;
      }
      if (a < low) ends[2 * i + 1] = low;
      else if (b > high) ends[2 * i] = high;
      else {
        ends.copyWithin(2 * i, 2 * i + 2, 2 * this.count);
        this.count--;
        i--;
      }
    }
  }
  /** Cuts away all but `low` to `high`. */
  cutAround(): void {
    const { low, high } = this;
    this.low = -Infinity;
    this.high = low;
    this.cut();
    this.low = high;
    this.high = Infinity;
    this.cut();
  }
}
