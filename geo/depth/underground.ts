import { crsByCode } from '../crs/index.ts';
import { heightAt, unpackTerrain, type Terrain } from '../io/index.ts';
import type { DepthContext, Ground, Stratum } from '../model/index.ts';
import { UserError } from '../model/index.ts';
import { DEPTH_ASSUMPTIONS } from './assumptions.ts';
import { levelGround, NO_GROUND } from './ground.ts';
import { DEFAULT_STRATA } from './strata.ts';

/** How high the ground lies, as a project says so; a document of the project, of which there is one at most. Metres, 1985 national datum. */
export type GroundSource =
  | { id: 'ground'; kind: 'level'; elevation: number; source: string }
  | { id: 'ground'; kind: 'terrain'; name: string; terrain: Terrain; source: string };
/** A stratum among the documents of a project: its id is its code. */
export type ProjectStratum = Stratum & { id: string };
/** What a project says of its underground; lists that are empty say nothing. */
export interface Underground {
  strata: readonly Stratum[];
  grounds: readonly GroundSource[];
}

/** What depths of a project's features are read with. */
export const depthContextOf = ({ strata, grounds }: Underground): DepthContext => ({ ground: groundOf(grounds.at(0)), strata: strata.length > 0 ? strata : DEFAULT_STRATA, assumptions: DEPTH_ASSUMPTIONS });

/** The last terrain that was unpacked: a table of features asks for it row by row. */
let last: { terrain: Terrain; ground: Ground } | null = null;
function groundOf(source: GroundSource | undefined): Ground {
  if (!source) return NO_GROUND;
  if (source.kind === 'level') return levelGround(source.elevation);
  if (!last || !isSameTerrain(last.terrain, source.terrain)) last = { terrain: source.terrain, ground: terrainGround(source.terrain) };
  return last.ground;
}
/** The same heights may lie elsewhere: a grid that is read again with another CRS. */
const isSameTerrain = (a: Terrain, b: Terrain): boolean => a === b || (Object.keys(b) as (keyof Terrain)[]).every((key) => a[key] === b[key]);
function terrainGround(terrain: Terrain): Ground {
  const grid = unpackTerrain(terrain), crs = crsByCode(terrain.crs);
  return { elevationAt: (lon, lat) => heightAt(grid, ...crs.fromDegrees(lon, lat)), basis: 'raster' };
}

const isLevel = (value: number): boolean => value >= -500 && value <= 9000;
/** @throws UserError `ground.*` */
export function checkGround(source: GroundSource): GroundSource {
  if (source.source.trim() === '') throw new UserError('ground.source');
  if (source.kind === 'level' && !isLevel(source.elevation)) throw new UserError('ground.level');
  return source;
}

/** Without gaps from the ground down, the last without end. @throws UserError `strata.*` with the row */
export function checkStrata(strata: readonly Stratum[]): readonly Stratum[] {
  if (strata.length === 0) throw new UserError('strata.none');
  strata.forEach(({ code, from, to }, i) => {
    const row = i + 1, above = strata[i - 1], isLast = row === strata.length;
    if (code.trim() === '' || strata.some((other, k) => k !== i && other.code === code)) throw new UserError('strata.code', { row });
    if (i === 0 && from !== 0) throw new UserError('strata.start');
    if (above && from !== above.to) throw new UserError('strata.gap', { row, from: above.to ?? '-' });
    if (isLast && to !== null) throw new UserError('strata.end');
    if (!isLast && to === null) throw new UserError('strata.open', { row });
    if (to !== null && !(to > from)) throw new UserError('strata.order', { row, from });
  });
  return strata;
}
