import { extentOf, type Layer } from '../../geo/model/index.ts';
import { CENTRE } from './feature.ts';
import { GENERATOR_VERSION, type CityLayers, type CitySchema } from './make-city.ts';

/** Layers in the order in which a map stacks them, lowest first. */
const ORDER: readonly CitySchema[] = ['boundary', 'land-parcel', 'underground-zone', 'walking-network', 'demand-unit', 'constraint', 'road-project', 'parking-facility', 'shelter'];

/** The files of data/demo-city: one GeoJSON file a layer, and index.json that names them. */
export function cityFiles(layers: CityLayers, seed: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (const schema of ORDER) files[`${schema}.geojson`] = geoJsonText(layers[schema]);
  const [west, south, east, north] = extentOf(layers['demand-unit'].features)!;
  const index = {
    name: { zh: '紫荆市（虚构示范城市）', en: 'Zijing, an invented demo city' }, invented: true, generator: 'scripts/demo-city', version: GENERATOR_VERSION, seed,
    note: { zh: '本城市由程序生成，地形、道路、地名和数据均为虚构，不对应任何真实地点。', en: 'Made by a program. Terrain, streets, names and figures are invented and stand for no real place.' },
    counts: Object.fromEntries(ORDER.map((schema) => [schema, layers[schema].features.length])),
    layers: ORDER.map((schema) => ({ schema, file: `${schema}.geojson`, features: layers[schema].features.length })),
    camera: { center: [round4((west + east) / 2), round4((south + north) / 2)], zoom: 13, place: [...CENTRE] },
  };
  files['index.json'] = `${JSON.stringify(index, null, 2)}\n`;
  return files;
}
const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;

/** One feature a line, so that a change of the generator shows as a change of features. */
function geoJsonText({ name, features }: Layer): string {
  return `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
}
