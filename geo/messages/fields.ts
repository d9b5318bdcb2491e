import type { MessageTable } from './types.ts';

export const fieldMessages = {} satisfies MessageTable;
