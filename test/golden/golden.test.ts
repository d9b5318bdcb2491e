import { beforeAll, describe, expect, it } from 'vitest';
import { sortedRows } from '../support/rows.ts';
import { caseNames, expectedFiles, filesOf, keep, readCase, textIn, type Figure } from './cases.ts';

/** Writes the expected files anew; the figures of the cases, which were worked out by hand, must hold all the same. */
const UPDATE = process.env['UNDERCROFT_UPDATE_GOLDEN'] === '1';

interface Result { features: { id: string; properties: Record<string, unknown> }[] }

describe.each(caseNames())('%s', (name) => {
  const { figures } = readCase(name);
  let files: Record<string, string> = {};
  beforeAll(async () => {
    files = await filesOf(name);
    if (UPDATE) keep(name, files);
  });
  const read = <T>(file: string) => JSON.parse(files[file]) as T;

  it('gives the figures that were worked out by hand', () => {
    const indicators = new Map(read<{ key: string; value: unknown }[]>('indicators.json').map(({ key, value }) => [key, value]));
    check('indicators', Object.fromEntries(indicators), figures.indicators);
    expect(read<{ code: string }[]>('issues.json').map(({ code }) => code)).toEqual(figures.issues);
    for (const [layer, rows] of Object.entries(figures.layers)) {
      const { features } = read<Result>(`${layer}.geojson`);
      for (const [id, wanted] of Object.entries(rows)) {
        if (Array.isArray(wanted)) expect(features.map((feature) => feature.id), layer).toEqual(wanted);
        else check(`${layer} ${id}`, features.find((feature) => feature.id === id)?.properties, wanted as Readonly<Record<string, Figure>>);
      }
    }
  });

  it('gives the expected files byte for byte', () => {
    const expected = expectedFiles(name);
    expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
    for (const [file, text] of Object.entries(files)) expect(text, file).toBe(expected[file]);
  });

  it('shows its case and its reckoning', () => {
    expect(textIn(name, 'README.md').split('\n').length).toBeGreaterThan(5);
  });

  it('does not depend on the order of the rows', async () => {
    const turned = await filesOf(name, true);
    for (const [file, text] of Object.entries(turned)) expect(sortedRows(text), file).toEqual(sortedRows(files[file]));
  });
});

/** All that differ in one report, so that a wrong reckoning is seen as a whole. */
function check(where: string, found: Readonly<Record<string, unknown>> | undefined, wanted: Readonly<Record<string, Figure>>): void {
  expect(found, where).toBeDefined();
  const wrong = Object.entries(wanted).filter(([field, figure]) => !fits(found![field], figure)).map(([field, figure]) => `${field}: ${JSON.stringify(found![field])}, by hand ${JSON.stringify(figure)}`);
  expect(wrong, where).toEqual([]);
}
/** Exact but for the rounding of sums and quotients. */
function fits(found: unknown, figure: Figure): boolean {
  if (figure !== null && typeof figure === 'object') return typeof found === 'number' && Math.abs(found - figure[0]) <= figure[1];
  if (typeof figure === 'number') return typeof found === 'number' && Math.abs(found - figure) <= 1e-9 * Math.max(1, Math.abs(figure));
  return (Array.isArray(found) ? found.join(',') : found) === figure;
}
