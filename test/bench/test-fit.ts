import { loadKernel } from '../../geo/geometry/index.ts';
import type { Params } from '../../geo/model/index.ts';
import { rulesOf, testFit, TEST_FIT_PARAMS } from '../../geo/test-fit/index.ts';
import { timed, type Row } from './measure.ts';

const PARAMS: Params = { ...Object.fromEntries(TEST_FIT_PARAMS.map(({ key, default: value }) => [key, value])), levels: 3 };

/** A garage under 400 m of a road that bends, three levels, all variants compared. */
export async function testFitRows(): Promise<Row[]> {
  const kernel = await loadKernel();
  return [16.9, 36].map((width): Row => {
    const footprint = kernel.buffer({ type: 'LineString', coordinates: [[0, 0], [180, 10], [300, 60], [390, 120]] }, width / 2, { flatCaps: true, mitre: true })!;
    const { median, worst, result } = timed(() => testFit(footprint, rulesOf(PARAMS), PARAMS, kernel));
    const { variants } = result;
    return { group: 'Test fit', job: `corridor of 400 m, ${width} m wide, 3 levels, ${variants.length} variants`, median, worst, unit: 'ms', target: 200, note: `${variants[0].cars} stalls` };
  });
}
