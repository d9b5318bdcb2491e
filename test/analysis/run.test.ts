import { describe, expect, it } from 'vitest';
import { analysisOf, fillParams, runAnalysis, type Layer } from '../../geo/index.ts';
import { stepWeight } from '../../geo/allocation/index.ts';

const parking = analysisOf('parking-shortage'), sites = analysisOf('candidate-sites');
const empty: Layer = { id: 'demand-units', schema: 'demand-unit', name: '', features: [] };
const code = (wanted: string): unknown => expect.objectContaining({ name: 'UserError', code: wanted });

describe('what an analysis is asked for', () => {
  it.each(['constructor', 'toString', '__proto__', 'parking', ''])('there is no analysis “%s”', (id) => {
    expect(() => analysisOf(id)).toThrow(code('analysis.unknown'));
  });
  it.each(['constructor', 'toString', 'shelter'])('there is no input “%s”', async (name) => {
    await expect(runAnalysis('parking-shortage', { [name]: empty }, {}, () => {})).rejects.toMatchObject({ code: 'input.unknown' });
  });
  it('layers that are missing, empty or of another schema are named', async () => {
    await expect(runAnalysis('parking-shortage', {}, {}, () => {})).rejects.toMatchObject({ code: 'input.missing', params: { inputs: 'demand-units, parking-facilities' } });
    await expect(runAnalysis('parking-shortage', { 'demand-units': empty }, {}, () => {})).rejects.toMatchObject({ code: 'input.empty' });
    await expect(runAnalysis('parking-shortage', { shelters: empty }, {}, () => {})).rejects.toMatchObject({ code: 'input.schema' });
  });
});

describe('a planning CRS that is asked for', () => {
  const unit = { type: 'Feature' as const, id: 'a', geometry: { type: 'Point' as const, coordinates: [114, 22.5] }, properties: { demandNight: 5 } };
  const inputs = { 'demand-units': { ...empty, features: [unit] }, 'parking-facilities': { ...empty, id: 'parking-facilities', schema: 'parking-facility' as const, features: [{ ...unit, properties: { stalls: 5 } }] } };
  const codes = async (crs: string) => (await runAnalysis('parking-shortage', inputs, { crs }, () => {})).issues.filter(({ code: one }) => one === 'crs.far');
  it('far from the data is told, that of the next zone is not', async () => {
    expect(await codes('EPSG:32601')).toMatchObject([{ severity: 'warning', params: { code: 'EPSG:32601', meridian: -177, degrees: 69 } }]);
    for (const crs of ['auto', 'EPSG:4547', 'EPSG:32649', 'EPSG:32650']) expect(await codes(crs), crs).toEqual([]);
  });
});

describe('parameters', () => {
  it.each<[string, unknown, string]>([
    ['catchmentRadius', 49.9, 'param.range'], ['catchmentRadius', 'far', 'param.type'], ['catchmentRadius', '', 'param.type'], ['catchmentRadius', NaN, 'param.type'], ['catchmentRadius', true, 'param.type'],
    ['period', 'dusk', 'param.choice'], ['radius', 300, 'param.unknown'], ['constructor', 1, 'param.unknown.listed'],
  ])('%s cannot be %s', (key, value, wanted) => {
    expect(() => fillParams(parking, { [key]: value as number })).toThrow(code(wanted));
  });
  it('are read from text, the ends of a range included, null and missing by default', () => {
    expect(fillParams(parking, { catchmentRadius: '50', detourFactor: ' 3 ', usableShare: null })).toMatchObject({ catchmentRadius: 50, detourFactor: 3, usableShare: 1, period: 'night' });
  });
  it('a date is a day that there is', () => {
    for (const date of ['2028-02-29', '2026-11-24']) expect(fillParams(sites, { date })['date']).toBe(date);
    expect(fillParams(sites, { date: '' })['date']).toBe(null);
    for (const date of ['2026-02-29', '2026-04-31', '2026-11-24T00:00', '2026-1-1', 'today']) expect(() => fillParams(sites, { date })).toThrow(code('param.date'));
  });
  it.each(['', '1', '1:', ':1', '0.5:1,0.5:0.5', '0:1', '1:-0.1', '1:1.1', '1:1e308', '1:Infinity', 'Infinity:1', '1:1:1', 'x:1'])('“%s” are no distance bands', (bands) => {
    expect(() => stepWeight(bands, 300)).toThrow(code('param.bands'));
  });
});
