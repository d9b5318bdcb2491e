import { describe, expect, it } from 'vitest';
import citations from '../../data/parameters/citations.json' with { type: 'json' };
import { ANALYSES, COLOUR_COLUMNS, messages, noProgress, OSM_PARAMS, readFeatures, runAnalysis, say, SCHEMA_IDS, SCHEMAS, schemaOf, symbologyOf, type AnalysisResult, type ColourRule, type Inputs, type Issue } from '../../geo/index.ts';
import { GEOMETRY_FIXES } from '../../geo/io/fixes.ts';
import { BENEFITS } from '../../geo/ranking/index.ts';
import { words as cliWords } from '../../scripts/cli/words.ts';
import { feature, layer, lineOf, point, rectangle } from '../sites/ground.ts';
import { catalogueKeys, issues, mendedIssues, siteFactors, userErrors, wholeKeys } from './codes.ts';

/** Units that stand alone: nothing is written behind the number. */
const ALONE = new Set(['unit.ratio', 'unit.date', 'unit.count']);
const missing = (keys: Iterable<string>) => [...new Set(keys)].filter((key) => !ALONE.has(key) && (!messages[key]?.zh || !messages[key].en)).sort();
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

describe('every code of the tables has its words', () => {
  it('layers, fields and choices', () => {
    expect(missing(SCHEMA_IDS.map((id) => `schema.${id}`))).toEqual([]);
    const fields = Object.values(SCHEMAS).flatMap((schema) => schema.fields.map((field) => ({ schema, field })));
    expect(fields.filter(({ schema, field }) => missing([`field.${schema.id}.${field.name}`]).length + missing([`field.${field.name}`]).length === 2).map(({ schema, field }) => `${schema.id}.${field.name}`)).toEqual([]);
    expect(missing(fields.flatMap(({ field }) => (field.choices ?? []).map((code) => `choice.${field.name}.${code}`)))).toEqual([]);
    expect(missing(fields.flatMap(({ field }) => (field.unit ? [`unit.${field.unit}`] : [])))).toEqual([]);
  });

  it('the legend', () => {
    const rules = [...Object.values(COLOUR_COLUMNS), ...SCHEMA_IDS.map(symbologyOf).flatMap(({ fill, outline, line, point: dot }) => [fill, outline?.color, line?.color, dot?.color])].filter((rule): rule is ColourRule => rule !== undefined);
    expect(missing(rules.flatMap((rule) => (rule.kind === 'single' ? [] : [`field.${rule.field}`, ...(rule.kind === 'classes' ? [] : rule.rows.map((row) => `choice.${rule.field}.${row.value}`))])))).toEqual([]);
    expect(missing(['legend.unknown', 'legend.other'])).toEqual([]);
  });

  it('analyses with inputs and parameters', () => {
    const params = Object.values(ANALYSES).flatMap((analysis) => analysis.params);
    expect(missing(Object.keys(ANALYSES).flatMap((id) => [`analysis.${id}`, `analysis.${id}.about`]))).toEqual([]);
    expect(missing(Object.values(ANALYSES).flatMap(({ inputs }) => Object.keys(inputs).map((name) => `input.${name}`)))).toEqual([]);
    expect(missing(params.flatMap(({ key, group, choices }) => [`param.${key}`, `param.${key}.hint`, `group.${group}`, ...(choices ?? []).map((code) => `choice.${key}.${code}`)]))).toEqual([]);
    expect(missing(OSM_PARAMS.flatMap(({ key, group }) => [`param.${key}`, `group.${group}`]))).toEqual([]);
    expect(missing([...params, ...OSM_PARAMS].flatMap(({ unit }) => (unit ? [`unit.${unit}`] : [])))).toEqual([]);
    expect(missing(Object.keys(citations).map((key) => `citation.${key}`))).toEqual([]);
    expect(missing(Object.keys(GEOMETRY_FIXES).map((key) => `fix.${key}`))).toEqual([]);
  });
});

describe('every code that the source writes has its words', () => {
  it('issues', () => {
    const codes = issues().map(({ code }) => code);
    expect(codes).toContain('geometry.swapped');
    expect(codes).toContain('supply.none');
    expect(mendedIssues()).toContain('geometry.winding.mended');
    const benefits = BENEFITS.flatMap((a, i) => BENEFITS.slice(i + 1).map((b) => `ranking.inconsistent.${a}-${b}`));
    expect(missing([...codes, ...mendedIssues(), ...benefits, ...BENEFITS.map((benefit) => `ranking.close.${benefit}`)].map((code) => `issue.${code}`))).toEqual([]);
    expect(missing(benefits.map((code) => `error.${code}`))).toEqual([]);
  });

  it('errors of the user, with the parameters that they are thrown with', () => {
    expect(missing(userErrors('geo').map(({ code }) => `error.${code}`))).toEqual([]);
    for (const { code, file, rest } of [...userErrors('geo'), ...userErrors('scripts')]) {
      const sentence = cliWords(`error.${code}`, 'zh');
      expect(sentence, file).not.toBe(`error.${code}`);
      for (const name of placeholders(sentence)) expect(new RegExp(`\\b${name}\\b`).test(rest) ? '' : `${file}: ${code} does not pass {${name}}`).toBe('');
    }
  });

  it('factors, steps and whole keys', () => {
    expect(wholeKeys()).toContain('step.allocate');
    expect(siteFactors()).toContain('factor.footprint');
    expect(missing([...wholeKeys(), ...siteFactors()])).toEqual([]);
  });
});

describe('what a run says can be said', () => {
  const homes = layer('demand-unit', feature('a', point(0, 0), { households: 100 }), feature('b', rectangle(100, 0, 40, 40), { population: 300 }), feature('c', point(3000, 0)));
  const parking = layer('parking-facility', feature('p', point(50, 0), { stalls: 20 }), feature('q', point(60, 0)), feature('r', point(70, 0), { stalls: 5, access: 'closed' }), feature('s', point(80, 0), { stalls: 9 }), feature('t', point(0, 3000), { stalls: 9 }));
  const shelters = layer('shelter', feature('s', point(80, 0), { openForParking: true, stalls: 9, floorArea: 100 }), feature('u', point(90, 0), { wartimeFunction: 'power' }));
  const streets = layer('walking-network', feature('w', lineOf([0, 10], [200, 10])));
  const cases: Record<string, [string, Inputs]> = {
    'straight lines': ['parking-shortage', { 'demand-units': homes, 'parking-facilities': parking, shelters }],
    'a network': ['parking-shortage', { 'demand-units': homes, 'parking-facilities': parking, 'walking-network': streets }],
    'no supply': ['parking-shortage', { 'demand-units': homes, 'parking-facilities': layer('parking-facility', feature('r', point(0, 0), { stalls: 5, access: 'closed' })) }],
    sheltering: ['shelter-coverage', { 'demand-units': homes, shelters }],
  };
  it.each(Object.keys(cases))('%s', async (name) => {
    const [id, inputs] = cases[name];
    const steps: string[] = [];
    const result = await runAnalysis(id, inputs, { crs: 'EPSG:4547', minShortage: 1 }, (step) => steps.push(step));
    expect(missing(steps)).toEqual([]);
    expect(sayable(result)).toEqual([]);
    expect(result.issues.length).toBeGreaterThan(0);
  });

  it('candidate sites name their layers, and the codes that their columns list', async () => {
    const roads = layer('road-project', feature('a', lineOf([0, 0], [900, 0]), { roadClass: 'arterial', worksStart: '2028-01-01' }), feature('b', lineOf([0, 300], [500, 300])));
    const gas = layer('constraint', feature('m', rectangle(400, -100, 10, 300), { kind: 'gas-main' }));
    const { layers } = await runAnalysis('candidate-sites', { 'demand-units': homes, 'road-projects': roads, constraints: gas, shelters }, { crs: 'EPSG:4547', date: '2026-11-24' }, noProgress);
    expect(missing(Object.values(layers).map(({ name }) => `layer.${name}`))).toEqual([]);
    const listed = Object.values(layers).flatMap(({ features }) => features).flatMap(({ properties }) => ['steps', 'notes', 'assumed', 'reasons', 'consult', 'status', 'source', 'stratum', 'deadlineFrom']
      .flatMap((column) => String(properties[column] ?? '').split(',').filter((code) => code !== '').map((code) => `choice.${column}.${code}`)));
    expect(listed).toContain('choice.reasons.red-line-unknown');
    expect(listed).toContain('choice.consult.housing');
    expect(missing(listed)).toEqual([]);
  });

  it('reading a bad file', () => {
    const ring = [[0, 0], [1, 0], [1, 1]];
    const properties = { households: '很多', population: -1, confidence: 'x', sourceDate: '昨天', id: 'same' };
    const { issues: found } = readFeatures([
      { geometry: null, properties }, { geometry: { type: 'Polygon', coordinates: [ring] }, properties }, { geometry: { type: 'Point', coordinates: [22, 114] }, properties: {} },
      { geometry: { type: 'Point', coordinates: [5e5, 2e6] }, properties: {} }, { geometry: { type: 'LineString', coordinates: [[0, 0], [1, 1]] }, properties: {} },
    ], schemaOf('demand-unit'), 'x');
    expect(found.length).toBeGreaterThan(7);
    expect(found.flatMap(unfilled)).toEqual([]);
  });
});

/** Everything in a result that has no words, or whose words wait for a parameter that is not given. */
function sayable({ layers, indicators, issues: found, explain }: AnalysisResult): string[] {
  const factors = Object.values(explain).flatMap((rows) => Object.values(rows).flat());
  const units = [...indicators, ...factors].flatMap(({ unit }) => (unit ? [`unit.${unit}`] : []));
  return [
    ...missing([...Object.values(layers).map(({ name }) => `layer.${name}`), ...indicators.map(({ key }) => `indicator.${key}`), ...factors.map(({ key }) => key), ...units]),
    ...found.flatMap(unfilled), ...factors.map(({ key, params }) => say(key, 'zh', params)).filter((sentence) => placeholders(sentence).length > 0),
  ];
}
function unfilled({ code, params }: Issue): string[] {
  const key = `issue.${code}`;
  return say(key, 'zh', params) === key || placeholders(say(key, 'zh', params)).length > 0 ? [say(key, 'zh', params)] : [];
}

describe('the catalogue is well written', () => {
  const rows = Object.entries(messages);
  const wrong = (test: (words: { zh: string; en: string }, key: string) => boolean) => rows.filter(([key, words]) => test(words, key)).map(([key]) => key);

  it('says each thing once and both languages of it', () => {
    const keys = catalogueKeys();
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(rows.map(([key]) => key).filter((key) => !keys.includes(key) && !/^choice\.(steps|notes|assumed|reasons|consult)\./.test(key))).toEqual([]);
    expect(missing(rows.map(([key]) => key))).toEqual([]);
  });
  it('fills both languages with the same parameters', () => {
    expect(wrong(({ zh, en }) => placeholders(zh).join() !== placeholders(en).join())).toEqual([]);
  });
  it('has no Chinese and no full-width marks in English', () => {
    expect(wrong(({ en }) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(en))).toEqual([]);
  });
  it('has Chinese marks between Chinese words', () => {
    expect(wrong(({ zh }) => /[\u4e00-\u9fff}”）》][,;:!?]|[,;:!?(][\u4e00-\u9fff“《]|[\u4e00-\u9fff]\)|[\u4e00-\u9fff] [\u4e00-\u9fff]/.test(zh))).toEqual([]);
  });
  it('has no blank at an end, no full stop after a single sentence, no straight quotation marks', () => {
    expect(wrong(({ zh, en }) => [zh, en].some((text) => text !== text.trim() || /"| {2}|[.。]$/.test(text)))).toEqual([]);
  });
});
