import type { Street, StreetMap } from './cells.ts';
import type { City } from './city.ts';
import { line, type Draft } from './feature.ts';
import { distance, type XY } from './plane.ts';

/** A stretch of a street from one junction to the next, its ends shared exactly with the stretches it meets. */
export interface Stretch { street: Street; points: XY[]; from: number; to: number }

export function stretches(map: StreetMap): Stretch[] {
  return map.streets.flatMap((street) => {
    const stops = [...street.junctions].sort((a, b) => a.at - b.at).filter((stop, i, all) => i === 0 || stop.at - all[i - 1].at > 0.01);
    return stops.slice(1).map((stop, i) => {
      const start = stops[i];
      const inner = street.points.filter((_, k) => street.at[k] > start.at + 0.05 && street.at[k] < stop.at - 0.05);
      return { street, points: [start.place, ...inner, stop.place], from: start.at, to: stop.at };
    });
  });
}

/** The walking network: all streets but the expressway's lanes have pavements, and the bridges too. */
export function makeWalking(city: City): Draft[] {
  const edges = stretches(city.plan.map).filter(({ points }) => points.length > 2 || distance(points[0], points[1]) > 0.05);
  const roads = edges.map(({ street, points }) => ({ name: city.streetNames[street.id], roadClass: street.roadClass === 'lane' ? 'footway' : street.roadClass, points }));
  const bridges = city.plan.bridges.map(({ name, roadClass, points }) => ({ name: `${name}大桥`, roadClass, points }));
  return [...roads, ...bridges].map(({ name, roadClass, points }, i) => ({ id: `BX-${String(i + 1).padStart(6, '0')}`, name, geometry: line(points), properties: { roadClass } }));
}
