/**
 * Which unit reaches which facility, and how far it is: compressed rows by unit.
 * The pairs of unit u are `start[u] … start[u + 1] - 1`; within a row facilities ascend.
 */
export interface CatchmentPairs {
  units: number;
  facilities: number;
  /** Length units + 1. */
  start: Uint32Array;
  facility: Uint32Array;
  /** Walking metres, the shortest over all entrances. */
  cost: Float64Array;
}
