/** A result layer for each level, so that levels are switched as layers are, on the map, on sheets and in files. */
export const LEVEL_LAYERS = ['fit-b1', 'fit-b2', 'fit-b3', 'fit-b4', 'fit-b5', 'fit-b6'] as const;
