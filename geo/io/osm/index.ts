export { layersFromOsm, OSM_PARAMS } from './convert.ts';
export type { OsmNote, OsmReport, OsmResult } from './types.ts';
