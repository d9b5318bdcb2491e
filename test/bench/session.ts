import { ServiceSession, type Params, type PlanFeature } from '../../geo/index.ts';
import { tiledCity } from './city.ts';
import { PARAMS } from './engine.ts';
import { row, timed, type Row } from './measure.ts';

const at = (key: string, value: number): Params => ({ ...PARAMS, [key]: value });
const trial = (feature: PlanFeature, capacity: number) => ({ feature: { ...feature, id: `trial-${capacity}` }, capacity });

/** A slider moves: from the new parameters to every unit's ratio and shortage and to the areas. Each round another value. */
export async function sessionRows(): Promise<Row[]> {
  const group = '20,000 units, 1,000 car parks: a change';
  const city = tiledCity(20_000, 1_000);
  const opened = performance.now();
  const session = await ServiceSession.open('parking-night', city, PARAMS);
  session.move(at('catchmentRadius', 600), null, { outlines: false });
  const opening = performance.now() - opened;
  const site = city['demand-units'].features[9_000];
  const moves: [job: string, move: (round: number) => [Params, Parameters<ServiceSession['move']>[1]]][] = [
    ['catchment radius', (round) => [at('catchmentRadius', 400 + 10 * round), null]],
    ['shortage threshold', (round) => [at('shortageThreshold', 0.5 + 0.01 * round), null]],
    ['usable share', (round) => [at('usableShare', 0.5 + 0.01 * round), null]],
    ['a site on trial', (round) => [PARAMS, trial(site, 500 + round)]],
  ];
  return [
    ...moves.map(([job, move]) => row(group, job, timed((round) => session.move(...move(round), { outlines: false }), { rounds: 30, warm: 5 }), 100)),
    ...moves.slice(0, 2).map(([job, move]) => row(group, `${job}, with outlines drawn (when it rests)`, timed((round) => session.move(...move(round)), { rounds: 5, warm: 1 }))),
    row(group, 'opening the session (once)', { median: opening, worst: opening }),
  ];
}
