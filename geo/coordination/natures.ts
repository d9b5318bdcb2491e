import type { Conflict } from './conflicts.ts';

/** The gravest first. */
export const NATURES: readonly Conflict['nature'][] = ['meets', 'near', 'consult', 'passes'];
