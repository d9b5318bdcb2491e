import type { MessageTable } from '../../geo/index.ts';

export const importWords = {
} satisfies MessageTable;
