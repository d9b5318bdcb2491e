import { planeByCode } from '../../geo/crs/index.ts';
import type { PointSet } from '../../geo/network/index.ts';
import { numbers } from '../support/numbers.ts';

/** Units and facilities scattered over a square city of the given side (m). */
export function scatter(units: number, facilities: number, side: number, seed = 1) {
  const random = numbers(seed);
  const plane = planeByCode('4547');
  const [ox, oy] = plane.forward(113.57, 22.27);
  const points = (n: number): PointSet => ({ x: Float64Array.from({ length: n }, () => ox + random() * side), y: Float64Array.from({ length: n }, () => oy + random() * side), owner: Uint32Array.from({ length: n }, (_, i) => i), owners: n });
  return {
    plane, units: points(units), facilities: points(facilities),
    demand: Float64Array.from({ length: units }, () => Math.floor(random() * 60)), capacity: Float64Array.from({ length: facilities }, () => Math.floor(random() * 700)),
  };
}
