import type { MessageTable } from './types.ts';

export const errorMessages = {} satisfies MessageTable;
