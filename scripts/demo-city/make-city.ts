import type { Layer, SchemaId } from '../../geo/model/index.ts';
import { makeBlocks } from './blocks.ts';
import type { City } from './city.ts';
import { makeConstraints } from './constraints.ts';
import { asLayer, toDegrees, type Draft, type ToDegrees } from './feature.ts';
import { makeField } from './field.ts';
import { makeBoundary, makeLandParcels } from './land-cover.ts';
import { makeParcels } from './land-use.ts';
import { nameStreets } from './names.ts';
import { makeParking } from './parking.ts';
import { makeUnits, trimUnits, type Unit } from './people.ts';
import { makeRoadProjects } from './road-projects.ts';
import { makeShelters, shelterStalls } from './shelters.ts';
import { makeStreets } from './streets.ts';
import { makeTerrain } from './terrain.ts';
import { makeWalking } from './walking.ts';
import { makeZones } from './zones.ts';

export const DEMO = { units: 2400, seed: 7 } as const;
export const GENERATOR_VERSION = 1;

export type CitySchema = Extract<SchemaId, 'demand-unit' | 'parking-facility' | 'shelter' | 'road-project' | 'underground-zone' | 'constraint' | 'land-parcel' | 'walking-network' | 'boundary'>;
export type CityLayers = Record<CitySchema, Layer>;

/** Demand units of a city at scale 1; the ground grows with the number asked for. */
const UNITS_AT_SCALE_ONE = 2440;

/**
 * An invented coastal city with exactly so many demand units; car parks, shelters and road projects in proportion.
 * The same units and seed give the same bytes on every machine.
 */
export function makeCity({ units = DEMO.units, seed = DEMO.seed }: { units?: number; seed?: number } = {}): CityLayers {
  const { city, kept } = enoughUnits(units, seed);
  const shelters = makeShelters(city, Math.round(units * 0.225));
  const degrees = toDegrees(city.terrain);
  const parking = makeParking(city, kept, shelterStalls(shelters, 0.2), Math.round(units * (units > 10_000 ? 0.05 : 0.215)));
  return layersOf(degrees, {
    'demand-unit': ['需求单元', kept.map((unit) => unit.draft)], 'parking-facility': ['停车设施', parking], shelter: ['人防工程', shelters.map((one) => one.draft)],
    'road-project': ['道路项目', makeRoadProjects(city, Math.max(52, Math.round(units * 0.003)))], 'underground-zone': ['地下空间规划分区', makeZones(city)], constraint: ['限制因素', makeConstraints(city)],
    'land-parcel': ['用地', makeLandParcels(city)], 'walking-network': ['步行网络', makeWalking(city)], boundary: ['规划范围', makeBoundary(city)],
  });
}

/** Ground of the expected size, made larger in the rare case that it holds too few units. */
function enoughUnits(units: number, seed: number): { city: City; kept: Unit[] } {
  for (let share = units / UNITS_AT_SCALE_ONE; ; share *= 1.06) {
    const city = makeGround(seed, Math.sqrt(share));
    const made = makeUnits(city);
    if (made.length >= units) return { city, kept: trimUnits(made, units) };
  }
}

export function makeGround(seed: number, scale: number): City {
  const terrain = makeTerrain(seed, scale);
  const plan = makeStreets(terrain, makeField(terrain, seed), seed);
  const ground = { seed, terrain, plan, streetNames: nameStreets(plan.map, seed), blocks: makeBlocks(plan, scale, seed) };
  return { ...ground, parcels: makeParcels(ground) };
}

function layersOf(degrees: ToDegrees, drafts: Record<CitySchema, [string, Draft[]]>): CityLayers {
  return Object.fromEntries(Object.entries(drafts).map(([schema, [name, rows]]) => [schema, asLayer(schema as CitySchema, `${name}（虚构示范）`, rows, degrees)])) as CityLayers;
}
