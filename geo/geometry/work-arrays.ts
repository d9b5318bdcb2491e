const FIRST = 1 << 16;

/**
 * Typed arrays that live as long as one computation, in memory that the next one uses again. A city has hundreds of
 * clusters to outline, and what each would leave behind makes the collector go through all that is kept.
 */
export class WorkArrays {
  private memory = new ArrayBuffer(FIRST);
  private used = 0;

  /** Takes back all arrays that were handed out: their numbers are no longer theirs. */
  clear(): void {
    this.used = 0;
  }

  float64(length: number): Float64Array {
    const at = this.place(8 * length);
    return new Float64Array(this.memory, at, length).fill(0);
  }
  int32(length: number): Int32Array {
    const at = this.place(4 * length);
    return new Int32Array(this.memory, at, length).fill(0);
  }
  int16(length: number): Int16Array {
    const at = this.place(2 * length);
    return new Int16Array(this.memory, at, length).fill(0);
  }
  uint8(length: number): Uint8Array {
    const at = this.place(length);
    return new Uint8Array(this.memory, at, length).fill(0);
  }

  /** Where so many bytes lie. What was handed out before stays in the memory that it has. */
  private place(bytes: number): number {
    if (this.used + bytes > this.memory.byteLength) {
      this.memory = new ArrayBuffer(2 * (this.memory.byteLength + bytes));
      this.used = 0;
    }
    const at = this.used;
    this.used = Math.ceil((at + bytes) / 8) * 8;
    return at;
  }
}
