import type { Plane } from '../crs/index.ts';
import type { Ground } from '../depth/index.ts';
import type { Path } from './path.ts';
import type { SectionModel } from './types.ts';

/** So many pieces of profile at most. */
const PIECES = 240;
/** No finer than terrain is, m. */
const FINEST = 1;

/** The ground along the line: at each corner, and evenly between them. Without a terrain it is drawn flat at ±0, and says so. */
export function profileOf(path: Path, plane: Plane, ground: Ground): SectionModel['ground'] {
  const step = Math.max(FINEST, path.length / PIECES), n = ground.basis === 'raster' ? Math.max(1, Math.ceil(path.length / step)) : 1;
  const chainages = [...new Set([...path.at, ...Array.from({ length: n + 1 }, (_, i) => path.length * i / n)])].sort((a, b) => a - b);
  const profile = chainages.map((at) => {
    const [x, y] = path.place(at), [lon, lat] = plane.inverse(x, y);
    return { at, elevation: ground.elevationAt(lon, lat) };
  });
  const known = profile.flatMap(({ elevation }) => (elevation === null ? [] : [elevation]));
  return { basis: ground.basis, datum: known.length === 0 ? null : Math.max(...known), profile };
}

/** Height of the ground at a chainage against the datum of the section: 0 or below, and 0 where no elevation is known. */
export function groundAt({ datum, profile }: SectionModel['ground'], at: number): number {
  if (datum === null) return 0;
  const k = profile.findIndex((place) => place.at >= at), after = profile[k < 0 ? profile.length - 1 : k], before = profile[Math.max(0, (k < 0 ? profile.length : k) - 1)];
  if (after.elevation === null || before.elevation === null) return (after.elevation ?? before.elevation ?? datum) - datum;
  const t = after.at > before.at ? Math.max(0, Math.min(1, (at - before.at) / (after.at - before.at))) : 0;
  return before.elevation + t * (after.elevation - before.elevation) - datum;
}
