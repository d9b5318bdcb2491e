import type { MixedInteger } from './solver.ts';

/** A program that grows column by column and row by row. */
export class Program {
  private readonly program: MixedInteger;

  constructor(maximise: boolean, offset: number) {
    this.program = { maximise, offset, cost: [], lower: [], upper: [], integer: [], rowLower: [], rowUpper: [], starts: [0], indices: [], values: [] };
  }
  /** Its number. */
  column(cost: number, lower: number, upper: number, integer: boolean): number {
    const { program } = this;
    program.lower.push(lower);
    program.upper.push(upper);
    program.integer.push(integer);
    return program.cost.push(cost) - 1;
  }
  row(lower: number, upper: number, terms: readonly (readonly [column: number, value: number])[]): void {
    if (terms.length === 0 || (lower === -Infinity && upper === Infinity)) return;
    const { program } = this;
    program.rowLower.push(lower);
    program.rowUpper.push(upper);
    for (const [column, value] of terms) { program.indices.push(column); program.values.push(value); }
    program.starts.push(program.indices.length);
  }
  done(): MixedInteger {
    return this.program;
  }
}
