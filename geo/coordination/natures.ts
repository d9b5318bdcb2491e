import type { Nature } from './clearances.ts';

/** The gravest first. */
export const NATURES: readonly Nature[] = ['meets', 'near', 'close', 'consult', 'passes'];
