import type { ShapeRole } from '../../geo/index.ts';

/** Opacity of the ground and width of the lines (px) of each kind of shape on the screen. */
export const LOOKS: Readonly<Record<ShapeRole, { fill: number; line: number }>> = {
  stratum: { fill: 1, line: 0.6 }, zone: { fill: 0.12, line: 0.6 }, clearance: { fill: 0, line: 0.7 }, works: { fill: 0.5, line: 1.4 }, site: { fill: 0.75, line: 2 },
  slab: { fill: 0, line: 1.2 }, ramp: { fill: 0, line: 1.2 }, garage: { fill: 0.35, line: 0.8 }, 'red-line': { fill: 0, line: 1.6 }, ground: { fill: 0, line: 2.2 },
};
/** As on the dossier and on sheets. */
export const SITE = { fill: '#d9c2e6', line: '#4a1a66' };
