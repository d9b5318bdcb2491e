import type { MessageTable } from '../../geo/index.ts';

export const analysisWords = {
} satisfies MessageTable;
