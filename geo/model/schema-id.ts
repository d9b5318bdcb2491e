/** The layer schemas. The six a plan needs, the optional inputs, and the layers that analyses write. */
export const SCHEMA_IDS = [
  'demand-unit', 'parking-facility', 'shelter', 'road-project', 'underground-zone', 'constraint',
  'land-parcel', 'walking-network', 'boundary', 'drawn-site', 'reference',
  'demand-result', 'supply-result', 'district-result', 'shortage-area', 'candidate-site', 'failed-site', 'portfolio-site', 'fit-site', 'fit-part', 'scenario-change', 'demand-change',
] as const;
export type SchemaId = (typeof SCHEMA_IDS)[number];
