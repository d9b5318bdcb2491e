import type { MessageTable } from './types.ts';

export const siteMessages = {} satisfies MessageTable;
