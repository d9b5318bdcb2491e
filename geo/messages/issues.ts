import type { MessageTable } from './types.ts';

export const issueMessages = {} satisfies MessageTable;
