import type { MessageTable } from './types.ts';

export const analysisMessages = {} satisfies MessageTable;
