import { expect, it } from 'vitest';
import { ANALYSES, fillParams, resultFiles, runAnalysis, type Analysis, type AnalysisResult, type Inputs, type Params } from '../../geo/index.ts';
import { numbers } from '../support/numbers.ts';
import { sortedRows, unfinished } from '../support/rows.ts';
import { someInputs, someParams } from './towns.ts';

/** The result, or null where it was refused in words. */
async function attempt({ id }: Analysis, inputs: Inputs, params: Params): Promise<AnalysisResult | null> {
  try {
    return await runAnalysis(id, inputs, params, () => {});
  } catch (error) {
    if ((error as Error).name !== 'UserError') throw error;
    return null;
  }
}
const filesOf = (analysis: Analysis, params: Params, result: AnalysisResult) => resultFiles(analysis, fillParams(analysis, params), {}, result);

/** By analysis: how many towns, and how many of them must get through for the fuzz to be worth its time. */
const ROUNDS: Readonly<Record<string, number>> = { 'parking-shortage': 150, 'shelter-coverage': 100, 'candidate-sites': 60, 'site-portfolio': 60, 'test-fit': 30 };

it.each(Object.values(ANALYSES).map((analysis) => [analysis.id, analysis] as const))('%s refuses in words, or gives finite figures, twice the same, whatever the order of the rows', async (id, analysis) => {
  const random = numbers(id.length);
  let through = 0;
  for (let round = 0; round < ROUNDS[id]; round++) {
    const inputs = someInputs(analysis, random), params = someParams(analysis.params, random, round % 3 === 0 ? 0.1 : 0);
    const result = await attempt(analysis, inputs, params);
    const told = `round ${round} ${JSON.stringify(params)} ${JSON.stringify(inputs)}`;
    const turned = Object.fromEntries(Object.entries(inputs).map(([name, layer]) => [name, layer && { ...layer, features: [...layer.features].reverse() }]));
    const other = await attempt(analysis, turned, params);
    expect(other === null, told).toBe(result === null);
    if (!result || !other) continue;
    through++;
    expect(unfinished(result), told).toEqual([]);
    const files = filesOf(analysis, params, result);
    expect(filesOf(analysis, params, (await attempt(analysis, inputs, params))!), told).toEqual(files);
    for (const [file, text] of Object.entries(filesOf(analysis, params, other))) expect(sortedRows(text), `${file} ${told}`).toEqual(sortedRows(files[file]));
    for (const { properties } of result.layers['demand-units']?.features ?? []) {
      const { servedRatio, demand, shortage } = properties;
      if (servedRatio !== null) expect(Number(servedRatio) >= 0 && Number(servedRatio) <= 1 && Number(shortage) <= Number(demand), told).toBe(true);
    }
  }
  expect(through).toBeGreaterThan(ROUNDS[id] / 3);
});
