import type { Block } from './city.ts';
import { districtAt } from './districts.ts';
import { areaOf, centroid, inset, perimeter, signedArea, type XY } from './plane.ts';
import type { StreetMap, Cell } from './cells.ts';
import type { StreetPlan } from './streets.ts';
import { kernel, polygonOf } from './terrain.ts';

/** Ground within the red lines: each side of a cell moved in by half the width of its street. */
export function makeBlocks(plan: StreetPlan, scale: number, seed: number): Block[] {
  return plan.blocks.flatMap(({ cell, quarter, superblock }, from) => {
    const ring = withinRedLines(plan.map, cell);
    if (!ring || areaOf(ring) < 700 || areaOf(ring) / (perimeter(ring) * perimeter(ring)) < 0.012) return [];
    const { kind, name } = districtAt(centroid(cell.ring), scale, seed);
    return [{ ring, cell, quarter, superblock, kind, district: name, from }];
  });
}

function withinRedLines(map: StreetMap, cell: Cell): XY[] | null {
  const half = cell.edges.map((edge) => map.streets[edge.street].width / 2);
  return inset(cell.ring, half) ?? byKernel(cell, half);
}

/** For cells with short sides, where moving the sides one by one makes loops. */
function byKernel(cell: Cell, half: readonly number[]): XY[] | null {
  const strips = cell.ring.map((corner, i) => kernel.buffer({ type: 'LineString', coordinates: [[...corner], [...cell.ring[(i + 1) % cell.ring.length]]] }, half[i], { quadrantSegments: 3 })!);
  const rest = kernel.difference(polygonOf(cell.ring), kernel.union(strips)!);
  if (!rest) return null;
  const parts = rest.type === 'Polygon' ? [rest.coordinates] : rest.coordinates;
  const rings = parts.map(([shell]) => shell.slice(0, -1).map(([x, y]) => [x, y] as XY)).sort((a, b) => areaOf(b) - areaOf(a));
  return signedArea(rings[0]) > 0 ? rings[0] : [...rings[0]].reverse();
}
