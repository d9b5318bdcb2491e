import type { InputDef, Layer } from '../model/index.ts';

const optional = (schema: Layer['schema']): InputDef => ({ schema, required: false });
/** What every analysis of sites reads. */
export const SITE_INPUTS: Readonly<Record<string, InputDef>> = {
  'demand-units': { schema: 'demand-unit', required: true }, 'parking-facilities': optional('parking-facility'), shelters: optional('shelter'),
  'road-projects': optional('road-project'), 'land-parcels': optional('land-parcel'), 'underground-zones': optional('underground-zone'), 'drawn-sites': optional('drawn-site'),
  constraints: optional('constraint'), 'walking-network': optional('walking-network'), boundary: optional('boundary'),
};
