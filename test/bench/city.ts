import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapPositions, readGeoJson, type Inputs, type Layer, type PlanFeature, type SchemaId } from '../../geo/index.ts';
import { ROOT } from '../support/imports.ts';

export const demoLayer = (schema: SchemaId): Layer => readGeoJson(readFileSync(join(ROOT, `data/demo-city/${schema}.geojson`), 'utf8'), { schema }).layer;

/** Degrees from one copy of the demo city to the next; a little more than the city is large, so that copies do not touch. */
const STEP = [0.108, 0.06] as const;
const COLUMNS = 7;

/**
 * A city of any size for timing: copies of the demo city side by side, with its real ground plans and entrances. (The
 * generator makes a city of 100,000 units too, but needs minutes for it.) Of the car parks so many are taken, evenly, and
 * their stalls raised in proportion, that demand and supply stay as near to each other as in the demo city.
 */
export function tiledCity(units: number, facilities: number): { 'demand-units': Layer; 'parking-facilities': Layer } {
  const [unit, parking] = [demoLayer('demand-unit'), demoLayer('parking-facility')];
  const copies = Math.ceil(units / unit.features.length);
  const all = tiles(parking, copies);
  const share = units / (copies * unit.features.length) * all.length / facilities;
  const taken = Array.from({ length: facilities }, (_, k) => all[Math.floor(k * all.length / facilities)]);
  const raised = taken.map((feature) => ({ ...feature, properties: { ...feature.properties, stalls: Math.round(Number(feature.properties['stalls'] ?? 0) * share) } }));
  return {
    'demand-units': { ...unit, features: tiles(unit, copies).slice(0, units) },
    'parking-facilities': { ...parking, features: raised },
  };
}

export function tiles({ features }: Layer, copies: number): PlanFeature[] {
  return Array.from({ length: copies }, (_, k) => features.map((feature) => moved(feature, k))).flat();
}
function moved(feature: PlanFeature, copy: number): PlanFeature {
  const east = copy % COLUMNS * STEP[0], north = Math.floor(copy / COLUMNS) * STEP[1];
  const shift = ([lon, lat]: readonly number[]): [number, number] => [lon + east, lat + north];
  const entrances = feature.properties['entrances'] as number[][] | null;
  const id = `${copy}-${feature.id}`;
  return { ...feature, id, geometry: mapPositions(feature.geometry, shift), properties: { ...feature.properties, id, entrances: entrances?.map(shift) ?? null } };
}

const DEMO_INPUTS = {
  'demand-units': 'demand-unit', 'parking-facilities': 'parking-facility', shelters: 'shelter', 'road-projects': 'road-project', 'underground-zones': 'underground-zone',
  constraints: 'constraint', 'land-parcels': 'land-parcel', 'walking-network': 'walking-network', boundary: 'boundary',
} as const;
export function demoInputs(names: readonly string[] = Object.keys(DEMO_INPUTS)): Inputs {
  return Object.fromEntries(Object.entries(DEMO_INPUTS).filter(([name]) => names.includes(name)).map(([name, schema]) => [name, demoLayer(schema)]));
}
