import type { MultiPolygon, Polygon, Position } from 'geojson';
import { Grounds, pointOnSurface } from '../geometry/index.ts';
import { inheritedSecrecy } from '../io/index.ts';
import { byId, issue, type Issue, type Layer, type PlanFeature } from '../model/index.ts';
import type { Balance } from './balance.ts';

interface Sums {
  units: number;
  unknown: number;
  demand: number;
  shortage: number;
  facilities: number;
  capacity: number;
  members: PlanFeature[];
}
const nothing = (): Sums => ({ units: 0, unknown: 0, demand: 0, shortage: 0, facilities: 0, capacity: 0, members: [] });

/**
 * The plain supply to demand ratio per district (METHODS 3), with what the fairest allocation leaves short in it: a district may balance and
 * still be short, since drivers walk to what is near and not to what is in their district. Districts are the polygons of the boundary layer, where it has
 * more than one; a unit or facility counts in the first (by id) that holds the point on its surface. Counts are stalls or persons, as the service has them.
 *
 * @returns a feature for each district (schema `district-result`), in the order of the layer, and an issue for what lies in none
 */
export function districtResults({ books, allocation }: Balance, boundary: Layer | undefined): { features: PlanFeature[]; issues: Issue[] } {
  const districts = (boundary?.features ?? []).filter(isGround);
  if (districts.length < 2) return { features: [], issues: [] };
  const order = byId({ ...boundary!, features: districts }).features as District[];
  const sums = new Map(districts.map((district) => [district, nothing()] as const)), outside = nothing();
  const grounds = new Grounds(order.map(({ geometry }) => geometry));
  const sumsAt = (feature: PlanFeature) => sums.get(order[grounds.holding(pointOnSurface(feature.geometry))]) ?? outside;
  books.units.forEach((unit, u) => {
    const at = sumsAt(unit);
    at.members.push(unit);
    at.units++;
    if (books.unitDemand[u].value === null) at.unknown++;
    at.demand += books.demand[u];
    at.shortage += allocation.shortage[u];
  });
  books.supplies.forEach(({ feature }, f) => {
    const at = sumsAt(feature);
    at.members.push(feature);
    at.facilities++;
    at.capacity += books.capacity[f];
  });
  const features = districts.map((district) => resultOf(district, sums.get(district)!));
  return { features, issues: outside.units + outside.facilities > 0 ? [issue('district.outside', 'info', { layer: 'boundary', params: { units: outside.units, facilities: outside.facilities, demand: Math.round(outside.demand) } })] : [] };
}

type District = PlanFeature & { geometry: Polygon | MultiPolygon };
const isGround = (feature: PlanFeature): feature is District => (feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon') && (feature.geometry.coordinates as Position[][]).length > 0;

function resultOf({ id, geometry, properties }: District, { units, unknown, demand, shortage, facilities, capacity, members }: Sums): PlanFeature {
  return { type: 'Feature', id, geometry, properties: {
    id, name: properties['name'] ?? null, units, demandUnknown: unknown, demand, facilities, capacity, supplyRatio: demand > 0 ? capacity / demand : null, districtGap: Math.max(0, demand - capacity),
    shortage, servedRatio: demand > 0 ? 1 - shortage / demand : null, ...inheritedSecrecy([{ properties }, ...members]),
  } };
}
