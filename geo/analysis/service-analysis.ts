import type { ServiceId } from '../service/index.ts';
import { citation, paramTable } from './parameters.ts';
import type { Analysis, Params } from './types.ts';

/** Parking shortage and shelter coverage are one analysis over two rows of the service table. */
function serviceAnalysis(id: string, table: 'parking' | 'sheltering', serviceOf: (params: Params) => ServiceId, inputs: Analysis['inputs']): Analysis {
  return {
    id, version: 2, inputs, params: paramTable(table),
    method: ['METHODS', 'Megiddo-1974', 'Fujishige-1980', 'Gallo-1989', 'Luo-Wang-2003', 'Luo-Qi-2009', 'Wan-2012'].map(citation),
    // Whoever only wants to know of it, as a form does, does not load it.
    run: async (layers, params, progress) => (await import('./serve.ts')).serve(serviceOf(params), layers, params, progress),
  };
}

const OPTIONAL_WALK = { 'walking-network': { schema: 'walking-network', required: false }, boundary: { schema: 'boundary', required: false } } as const;
export const parkingShortage = serviceAnalysis('parking-shortage', 'parking', (params) => (params['period'] === 'day' ? 'parking-day' : 'parking-night'), {
  'demand-units': { schema: 'demand-unit', required: true }, 'parking-facilities': { schema: 'parking-facility', required: true }, shelters: { schema: 'shelter', required: false }, ...OPTIONAL_WALK,
});
export const shelterCoverage = serviceAnalysis('shelter-coverage', 'sheltering', () => 'sheltering', {
  'demand-units': { schema: 'demand-unit', required: true }, shelters: { schema: 'shelter', required: true }, ...OPTIONAL_WALK,
});
