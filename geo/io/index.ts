export { crossLayerIssues, validateLayer } from './cross-layer.ts';
export { fixGeometry, GEOMETRY_FIXES } from './fixes.ts';
export { geometryFaults } from './check-geometry.ts';
export { featuresInDegrees, readGeoJson, type ReadOptions, type ReadResult } from './geojson.ts';
export { LARGEST_TEXT, parseJson } from './json.ts';
export { layersFromOsm, OSM_PARAMS, type OsmNote, type OsmReport, type OsmResult } from './osm/index.ts';
export { proposeImport, proposeMatch, type ImportProposal, type SchemaProposal } from './propose.ts';
export { readFeatures, type RawFeature, type ReadCounts } from './read-features.ts';
export { columnsOfLayer, csvCell, writeCsv, writeGeoJson } from './write.ts';
