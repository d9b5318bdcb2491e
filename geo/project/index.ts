export { layerChecksum } from './checksum.ts';
export { putFeatures, removeFeatures } from './features.ts';
export { orderLayers, putLayer, putLayerHead, removeLayer } from './layers.ts';
export { checkIntegrity, MIGRATIONS, upgradeProject, type Migration } from './migrations.ts';
export { createProject, FORMAT_VERSION, setMeta, writeProject } from './project.ts';
export { qmlOf } from './qml.ts';
export { readProject } from './read.ts';
export { inputOf, packReckoning, putRun, removeRun, runIdOf, unpackReckoning } from './runs.ts';
export type { Project, ProjectMeta, ProjectReading, StoredInput, StoredLayer, StoredReckoning, StoredRun } from './types.ts';
