import type { Ground } from './types.ts';

/** Nobody said how high the ground lies: elevations cannot be turned into depths. */
export const NO_GROUND: Ground = { elevationAt: () => null, basis: 'none' };

/** One level for the whole project, metres in the 1985 national datum. */
export const levelGround = (elevation: number): Ground => ({ elevationAt: () => elevation, basis: 'level' });
