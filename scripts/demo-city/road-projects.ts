import { CLASS_RANK, type City } from './city.ts';
import { line, polygon, type Draft } from './feature.ts';
import { distance, lengthOf, partOf, type XY } from './plane.ts';
import { randomOf, type Random } from './random.ts';
import { kernel } from './terrain.ts';
import { inside } from './plane.ts';

type Scope = 'new' | 'rebuilt' | 'widened' | 'overhaul';
const TAILS: Readonly<Record<Scope, string>> = { new: '新建工程', rebuilt: '改造工程', widened: '拓宽工程', overhaul: '大修工程' };
/** Red line widths by class, m (DOMAIN 1.10); lanes are not rebuilt as roads. */
const WIDTHS = { expressway: [60], arterial: [40, 42, 45, 50, 54], secondary: [26, 30, 32, 36], branch: [16, 18, 20, 24] } as const;
/** Where in its course a project is: months from the first of 2026 to its approval, and to design freeze, start and end from there. */
const STAGES: readonly { weight: number; approved: [number, number]; note: string }[] = [
  { weight: 10, approved: [-40, -28], note: '已竣工通车' }, { weight: 8, approved: [-22, -14], note: '在建' }, { weight: 11, approved: [-9, -3], note: '施工图设计' }, { weight: 14, approved: [0, 9], note: '初步设计' }, { weight: 9, approved: [12, 24], note: '前期研究' },
];
const STEWARDS = ['示范市住房和城乡建设局', '示范市交通运输局', '示范市政建设中心', '示范城投公司'];

interface Run { name: string; roadClass: keyof typeof WIDTHS; width: number; points: XY[] }

/** Road works on real streets of the city. 紫荆路改造 is one of them, with nothing but its place to help it. */
export function makeRoadProjects(city: City, wanted: number): Draft[] {
  const random = randomOf(city.seed, 'road projects');
  const runs = [bauhiniaRun(city), ...random.shuffle(streetRuns(city)).map((run) => shortened(run, random))];
  const out: { run: Run; draft: Draft }[] = [];
  for (const run of runs) {
    if (out.length >= wanted) break;
    if (lengthOf(run.points) < 260 || out.some((other) => tooClose(other.run, run))) continue;
    out.push({ run, draft: out.length === 0 ? bauhiniaProject(run) : project(run, random) });
  }
  out.forEach(({ draft }, i) => { draft.id = `DL-${String(i + 1).padStart(3, '0')}`; });
  return out.map(({ draft }) => draft);
}

/** Pieces of a street that run on from one another, west bank only: 1.6 km through the quarters of the 1980s. */
function bauhiniaRun(city: City): Run {
  const bank = city.terrain.riverLine;
  const pieces = city.plan.map.streets.filter((street) => street.name === '紫荆路' && !inside(city.terrain.river, street.points[0]));
  const west = joined(pieces.map((street) => street.points)).filter((points) => points[points.length - 1][0] < Math.max(...bank.map((p) => p[0])));
  const longest = west.sort((a, b) => lengthOf(b) - lengthOf(a) || a[0][0] - b[0][0])[0];
  const length = lengthOf(longest), take = Math.min(1600, length - 60);
  return { name: '紫荆路', roadClass: 'arterial', width: 50, points: partOf(longest, length - 40 - take, length - 40) };
}
function bauhiniaProject(run: Run): Draft {
  return {
    id: '', name: '紫荆路改造', geometry: line(run.points),
    properties: {
      roadClass: 'arterial', redLineWidth: run.width, scope: 'rebuilt', approved: '2026-04-20', designFreeze: '2027-09-30', worksStart: '2028-02-15', worksEnd: '2029-10-31', investment: Math.round(lengthOf(run.points) / 100) * 1350,
      steward: '示范市住房和城乡建设局', sourceDate: '2026-06-30', confidence: 'design', remarks: '示范：管线同步迁改，地下空间同步研究窗口期',
    },
  };
}

/** Streets put together again where one runs on from another. */
export function joined(lines: readonly XY[][]): XY[][] {
  const rest = lines.map((points) => [...points]);
  const out: XY[][] = [];
  while (rest.length > 0) {
    let chain = rest.shift()!;
    for (let grown = true; grown;) {
      grown = false;
      for (let i = 0; i < rest.length; i++) {
        const next = meet(chain, rest[i]);
        if (!next) continue;
        chain = next;
        rest.splice(i, 1);
        grown = true;
        break;
      }
    }
    out.push(chain[0][0] <= chain[chain.length - 1][0] ? chain : chain.reverse());
  }
  return out;
}
function meet(a: XY[], b: XY[]): XY[] | null {
  const near = (p: XY, q: XY) => distance(p, q) < 1;
  if (near(a[a.length - 1], b[0])) return [...a, ...b.slice(1)];
  if (near(a[a.length - 1], b[b.length - 1])) return [...a, ...[...b].reverse().slice(1)];
  if (near(a[0], b[b.length - 1])) return [...b, ...a.slice(1)];
  if (near(a[0], b[0])) return [...[...b].reverse(), ...a.slice(1)];
  return null;
}

function streetRuns(city: City): Run[] {
  const groups = new Map<string, { roadClass: keyof typeof WIDTHS; width: number; lines: XY[][] }>();
  for (const street of city.plan.map.streets) {
    if (street.roadClass === 'lane' || (street.name !== null && /环|滨海|沿河/.test(street.name) && street.roadClass !== 'expressway')) continue;
    const name = city.streetNames[street.id];
    const group = groups.get(name) ?? { roadClass: street.roadClass, width: street.width, lines: [] };
    group.lines.push(street.points);
    groups.set(name, group);
  }
  return [...groups].flatMap(([name, group]) => joined(group.lines).map((points) => ({ name, roadClass: group.roadClass, width: group.width, points })))
    .filter((run) => run.name !== '紫荆路' && lengthOf(run.points) > 420 && CLASS_RANK[run.roadClass] >= 1);
}
function shortened(run: Run, random: Random): Run {
  const length = lengthOf(run.points), take = Math.min(length - 50, random.between(420, CLASS_RANK[run.roadClass] >= 3 ? 2100 : 1100));
  const from = random.between(25, Math.max(26, length - take - 25));
  return { ...run, points: partOf(run.points, from, from + take) };
}
function tooClose(a: Run, b: Run): boolean {
  return a.points.some((p) => b.points.some((q) => distance(p, q) < 90)) || kernel.distance({ type: 'LineString', coordinates: a.points.map((p) => [...p]) }, { type: 'LineString', coordinates: b.points.map((p) => [...p]) }) < (a.width + b.width) / 2 + 12;
}

function project(run: Run, random: Random): Draft {
  const stage = random.weighted(STAGES.map((row) => [row, row.weight] as const));
  const scope: Scope = run.roadClass === 'expressway' ? 'overhaul' : random.weighted([['rebuilt', 5], ['widened', 3], ['overhaul', 3], ['new', 1]] as const);
  const approved = random.whole(...stage.approved);
  const freeze = approved + random.whole(6, 11), start = freeze + random.whole(2, 5), end = start + random.whole(8, 18);
  const width = nearestWidth(run);
  const asArea = random.chance(0.24);
  const corridor = asArea ? kernel.buffer(line(run.points), width / 2, { flatCaps: true, quadrantSegments: 2 }) : null;
  return {
    id: '', name: `${run.name}${TAILS[scope]}`, geometry: corridor && corridor.type === 'Polygon' ? polygon(corridor.coordinates[0].slice(0, -1).map(([x, y]) => [x, y] as XY)) : line(run.points),
    properties: {
      roadClass: run.roadClass, redLineWidth: width, scope, approved: day(approved, random), designFreeze: day(freeze, random), worksStart: day(start, random), worksEnd: day(end, random),
      investment: Math.round(lengthOf(run.points) * width * random.between(0.14, 0.3) / 10) * 10, steward: random.pick(STEWARDS), sourceDate: '2026-06-30', confidence: stage.note === '前期研究' ? 'estimated' : 'design', remarks: `示范：${stage.note}`,
    },
  };
}
function nearestWidth(run: Run): number {
  return [...WIDTHS[run.roadClass]].reduce<number>((best, width) => (Math.abs(width - run.width) < Math.abs(best - run.width) ? width : best), WIDTHS[run.roadClass][0]);
}
/** A day in the month so many months after January 2026. */
function day(month: number, random: Random): string {
  const all = 2026 * 12 + month;
  return `${Math.floor(all / 12)}-${String(all - Math.floor(all / 12) * 12 + 1).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
}
