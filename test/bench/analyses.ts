import { acceptabilityOf, BENEFITS, indicatorTableOf, rankSites, runAnalysis, type BenefitWeights, type Params, type PlanFeature } from '../../geo/index.ts';
import { demoInputs } from './city.ts';
import { row, timed, timedAsync, type Row } from './measure.ts';

const SERVICE = ['demand-units', 'shelters', 'walking-network', 'boundary'];
const RUNS: readonly [analysis: string, inputs: readonly string[], params: Params][] = [
  ['parking-shortage', [...SERVICE, 'parking-facilities'], { period: 'night' }],
  ['parking-shortage', [...SERVICE, 'parking-facilities'], { period: 'day' }],
  ['shelter-coverage', SERVICE, {}],
  ['candidate-sites', [...SERVICE, 'parking-facilities', 'road-projects', 'land-parcels', 'underground-zones', 'constraints'], { date: '2026-11-24' }],
];

/** Whole analyses of the demo city, as the form and the command line run them, along its walking network. */
export async function analysisRows(): Promise<Row[]> {
  const group = 'the demo city, along its walking network';
  const rows: Row[] = [];
  let sites: readonly PlanFeature[] = [];
  for (const [analysis, names, params] of RUNS) {
    const inputs = demoInputs(names);
    const timing = await timedAsync(() => runAnalysis(analysis, inputs, params, () => {}), { rounds: 5, warm: 1 });
    rows.push(row(group, `${analysis}${params['period'] ? `, ${params['period']}` : ''}`, timing));
    sites = timing.result.layers['candidate-sites']?.features ?? sites;
  }
  return [...rows, ...rankingRows(sites)];
}

/** What a weight slider asks for, and the rank acceptability beside it. */
function rankingRows(sites: readonly PlanFeature[]): Row[] {
  const group = `ranking ${sites.length} candidate sites`;
  const table = indicatorTableOf(sites);
  const weights = (round: number) => Object.fromEntries(BENEFITS.map((benefit, i) => [benefit, 1 + (i * 7 + round + 10) % 5])) as unknown as BenefitWeights;
  return [
    row(group, 'weighted sum and TOPSIS again (a weight slider)', timed((round) => rankSites(table, weights(round)), { rounds: 30, warm: 5 }), 100),
    row(group, 'rank acceptability, 2,000 draws', timed(() => acceptabilityOf(table, 2000, 1))),
    row(group, 'rank acceptability, 10,000 draws', timed(() => acceptabilityOf(table, 10_000, 1), { rounds: 3, warm: 1 })),
  ];
}
