import { DEPTH_ASSUMPTIONS } from './assumptions.ts';
import { DEFAULT_STRATA } from './strata.ts';
import type { DepthContext, Ground } from './types.ts';

/** Nobody said how high the ground lies: elevations cannot be turned into depths. */
export const NO_GROUND: Ground = { elevationAt: () => null, basis: 'none' };

/** What a new project has. */
export const DEFAULT_DEPTHS: DepthContext = { ground: NO_GROUND, strata: DEFAULT_STRATA, assumptions: DEPTH_ASSUMPTIONS };

/** One level for the whole project, metres in the 1985 national datum. */
export const levelGround = (elevation: number): Ground => ({ elevationAt: () => elevation, basis: 'level' });
