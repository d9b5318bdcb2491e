import { groundDistance, planeArea } from '../../crs/index.ts';
import { pointOnSurface, projectGeometry } from '../../geometry/index.ts';
import type { PlanFeature } from '../../model/index.ts';
import { PARKING_ACCESS, PARKING_KINDS, type ParkingKind } from './tables.ts';
import { matches, tagNumber, type Tags } from './tags.ts';
import type { OsmContext, OsmFeature } from './types.ts';

const LAYER = 'parking-facility';

/** One car park, with every place where the map shows it or a way into it. */
interface CarPark {
  main: OsmFeature;
  places: OsmFeature[];
  kind: ParkingKind;
}

/** Car parks: the same name again nearby, and entrances of that name, are one facility that is reached at each of its places. */
export function parkingFacilities(features: readonly OsmFeature[], context: OsmContext): PlanFeature[] {
  const carParks: CarPark[] = [];
  for (const feature of features.filter(({ tags }) => tags['amenity'] === 'parking')) {
    const same = named(carParks, feature, context);
    if (!same) carParks.push({ main: feature, places: [feature], kind: kindOf(feature.tags) });
    else join(same, feature, context);
  }
  for (const feature of features.filter(({ tags }) => tags['amenity'] === 'parking_entrance')) {
    const same = named(carParks, feature, context);
    if (same) join(same, feature, context);
    else if (feature.tags['name']) {
      context.log.assume(LAYER, 'entrance-alone', feature.id);
      carParks.push({ main: feature, places: [feature], kind: PARKING_KINDS.find(({ when }) => matches({ ...feature.tags, parking: feature.tags['parking'] ?? 'underground' }, when))! });
    } else context.log.leaveOut(LAYER, 'entrance-without-name', feature.id);
  }
  return carParks.map((carPark) => facility(carPark, context));
}

const kindOf = (tags: Tags): ParkingKind => PARKING_KINDS.find(({ when }) => matches(tags, when))!;

function named(carParks: readonly CarPark[], { tags, geometry }: OsmFeature, { plane, number }: OsmContext): CarPark | undefined {
  const name = tags['name']?.toLowerCase();
  if (!name) return undefined;
  const [x, y] = pointOnSurface(projectGeometry(plane, geometry));
  return carParks.find(({ places }) => places.some((place) => {
    if (place.tags['name']?.toLowerCase() !== name) return false;
    const [px, py] = pointOnSurface(projectGeometry(plane, place.geometry));
    return groundDistance(plane, x, y, px, py) <= number('entranceDistance');
  }));
}

function join(carPark: CarPark, feature: OsmFeature, { log }: OsmContext): void {
  log.assume(LAYER, 'same-name', feature.id);
  carPark.places.push(feature);
  // A ground plan tells more than a point, and a kind more than none.
  if (/Polygon$/.test(feature.geometry.type) && !/Polygon$/.test(carPark.main.geometry.type)) carPark.main = feature;
  if (carPark.kind.kind === null) carPark.kind = kindOf(feature.tags);
}

function facility({ main, places, kind }: CarPark, context: OsmContext): PlanFeature {
  const { id, geometry } = main;
  const tags: Tags = Object.assign({}, ...[...places].reverse().map((place) => place.tags), main.tags);
  const remarks: string[] = [];
  const stated = places.map((place) => tagNumber(place.tags, 'capacity')).filter((value) => value !== null);
  const stalls = stated.length > 0 ? Math.max(...stated) : assumedStalls(main, kind, context, remarks);
  const allDay = tags['opening_hours'] === '24/7' ? true : null;
  const entrances = places.length > 1 ? places.filter((place) => place.geometry.type === 'Point').map((place) => pointOnSurface(place.geometry)) : [];
  return {
    type: 'Feature', id, geometry,
    properties: {
      id, name: tags['name'] ?? null, stalls, kind: kind.kind, access: accessOf(tags, id, context, remarks), openNight: allDay, openDay: allDay,
      ...(entrances.length > 0 ? { entrances } : {}), stallsSource: stated.length > 0 ? 'stated' : 'assumed',
      ...context.provenance(stated.length > 0 ? 'reported' : 'estimated', remarks),
    },
  };
}

/** From the ground plan where there is one, else the usual size of its kind. */
function assumedStalls({ id, tags, geometry }: OsmFeature, kind: ParkingKind, { plane, number, log }: OsmContext, remarks: string[]): number {
  if (!/Polygon$/.test(geometry.type)) {
    remarks.push(log.assume(LAYER, 'stalls', id, { stalls: number(kind.stalls), kind: kind.kind ?? '?' }));
    return number(kind.stalls);
  }
  const levels = kind.stacked ? tagNumber(tags, 'parking:levels') ?? tagNumber(tags, 'building:levels') ?? number('garageLevels') : 1;
  remarks.push(log.assume(LAYER, 'stalls-from-area', id, { area: number(kind.areaPerStall), levels }));
  return Math.floor(planeArea(projectGeometry(plane, geometry)) * levels / number(kind.areaPerStall));
}

/** A car park that charges is open to whoever pays. Nothing said stays unknown, and the analyses say what they make of it. */
function accessOf(tags: Tags, id: string, { log }: OsmContext, remarks: string[]): string | null {
  const stated = PARKING_ACCESS[tags['access'] ?? ''];
  if (stated) return stated;
  if (tags['fee'] === undefined || tags['fee'] === 'no') return null;
  remarks.push(log.assume(LAYER, 'access-by-fee', id));
  return 'public';
}
