import type { Geometry } from 'geojson';
import type { GeometryKind } from '../schema/index.ts';
import { geometryFaults } from './check-geometry.ts';
import { GEOMETRY_FIXES } from './fixes.ts';
import type { GeometryFault } from './geometry-checks.ts';

/** Faults that reading mends on its own, because there is only one thing they can mean. */
const MENDED_ON_READING = new Set(['close', 'rewind', 'drop-duplicates', 'drop-spikes']);

export interface Mended {
  geometry: Geometry | null;
  /** What was wrong and is mended. */
  mended: GeometryFault[];
  /** What is left: with an error among it the geometry cannot be used. */
  faults: GeometryFault[];
}

/** A geometry as a plan can use it, with what had to be mended and what could not be. */
export function mendGeometry(raw: Geometry | null, allowed: readonly GeometryKind[]): Mended {
  let geometry = raw;
  const mended: GeometryFault[] = [];
  const tried = new Set<string>();
  for (;;) {
    const faults = geometryFaults(geometry, allowed);
    // Each fix once: what it left is for the user to see.
    const mend = faults.find(({ fix }) => fix && MENDED_ON_READING.has(fix) && !tried.has(fix));
    const repaired = mend && geometry ? GEOMETRY_FIXES[mend.fix!](geometry) : null;
    if (!mend || !repaired) return { geometry, mended, faults };
    mended.push({ ...mend, severity: 'info', code: `${mend.code}.mended`, fix: undefined });
    geometry = repaired;
    tried.add(mend.fix!);
  }
}
