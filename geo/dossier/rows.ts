import { SCHEMAS } from '../schema/index.ts';
import type { Factor, Params, Properties, Unit } from '../model/index.ts';
import { SITE_PARAMS } from '../sites/index.ts';
import type { Window } from '../coordination/index.ts';
import type { DossierRow } from './types.ts';

/** A fact of a site: the field it stands in, and the parameters of the run that it rests on. */
interface Fact {
  field: string;
  codes?: string;
  params?: readonly string[];
  /** Fields of its least and most. */
  range?: readonly [string, string];
}
const FACTS: readonly Fact[] = [
  { field: 'source', codes: 'source' }, { field: 'status', codes: 'status' },
  { field: 'area' }, { field: 'length' }, { field: 'minWidth', params: ['minWidth'] },
  { field: 'levels', params: ['levels'] }, { field: 'topDepth' }, { field: 'bottomDepth', params: ['levelHeight'] }, { field: 'stratum', codes: 'stratum' }, { field: 'suitability', codes: 'suitability' },
  { field: 'grossFloorArea' }, { field: 'stalls', params: ['areaPerStall'] }, { field: 'shelterPlaces', params: ['areaPerPerson'] }, { field: 'protectiveUnits', params: ['protectiveUnitArea'] },
  { field: 'vehicleRamps' }, { field: 'personEntrances', params: ['doorPersons'] }, { field: 'cost', range: ['costLow', 'costHigh'] },
];
const RELIEF: readonly Fact[] = [
  { field: 'reliefNight', params: ['catchmentRadius'] }, { field: 'reliefDay', params: ['catchmentRadius'] }, { field: 'reliefShelter', params: ['shelterRadius'] }, { field: 'personsNewlyCovered', params: ['shelterRadius'] },
];
const UNITS: Readonly<Record<string, Unit | undefined>> = Object.fromEntries(SCHEMAS['candidate-site'].fields.map(({ name, unit }) => [name, unit as Unit | undefined]));

export const factRows = (properties: Properties, params: Params): DossierRow[] => FACTS.map((fact) => rowOf(fact, properties, params));
export const reliefRows = (properties: Properties, params: Params): DossierRow[] => RELIEF.map((fact) => rowOf(fact, properties, params));

function rowOf({ field, codes, params: keys = [], range }: Fact, properties: Properties, params: Params): DossierRow {
  const [low, high] = (range ?? []).map((name) => numberOrNull(properties[name]));
  return {
    key: field === 'source' ? 'field.candidate-site.source' : `field.${field}`, value: plain(properties[field]), from: 'field', ...(codes ? { codes } : {}), ...(UNITS[field] ? { unit: UNITS[field] } : {}),
    params: keys.filter((key) => params[key] !== undefined).map((key) => ({ key, value: params[key], unit: SITE_PARAMS.find((row) => row.key === key)?.unit })),
    ...(typeof low === 'number' && typeof high === 'number' ? { range: [low, high] as const } : {}),
  };
}
const plain = (value: unknown): number | string | null => (typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Lines of the reckoning that tell how the ground became a footprint, in their order. No name of another feature is in them: it may be above the level. */
const GROUND = ['groundSource', 'afterSetback', 'afterConstraints', 'afterOpening', 'dropped', 'part', 'footprint'];
/** A footprint smaller than this share of the ground that it came from was cut out of it. */
const CUT = 0.98;
export function groundRows(factors: readonly Factor[], { source }: Properties, params: Params): DossierRow[] {
  const rows = GROUND.flatMap((name) => factors.filter(({ key }) => key === `factor.${name}`)).map(({ key, value, unit }): DossierRow => ({ key, value, from: 'factor', ...(unit ? { unit } : {}) }));
  const of = (name: string) => rows.find(({ key }) => key === `factor.${name}`)?.value;
  const isBlock = source === 'road-project' && of('part') === undefined && Number(of('footprint')) < CUT * Number(of('afterOpening'));
  return isBlock ? [...rows.slice(0, -1), { key: 'dossier.block', value: plain(params['blockLength']), unit: 'm', from: 'factor' }, ...rows.slice(-1)] : rows;
}
/** Codes behind a prefix: `assumed`, `step`, `note`. */
export const codesIn = (factors: readonly Factor[], prefix: string): string[] => factors.flatMap(({ key }) => (key.startsWith(`factor.${prefix}.`) ? [key] : []));

export function windowRows(window: Window | null): DossierRow[] {
  if (!window) return [];
  const { phase, deadline, daysLeft, designFreeze, worksStart, worksEnd, lockUntil } = window;
  return [
    { key: 'window.phase', value: phase, codes: 'window', from: 'window' }, { key: 'window.deadline', value: deadline, from: 'window' }, { key: 'window.daysLeft', value: daysLeft, unit: 'day', from: 'window' },
    { key: 'window.designFreeze', value: designFreeze, from: 'window' }, { key: 'window.worksStart', value: worksStart, from: 'window' }, { key: 'window.worksEnd', value: worksEnd, from: 'window' }, { key: 'window.lockUntil', value: lockUntil, from: 'window' },
  ];
}
export const robustnessRows = ({ firstShare, top3Share, top10Share, topsisRank }: Properties, params: Params): DossierRow[] => [
  { key: 'field.topsisRank', value: plain(topsisRank), from: 'ranking' },
  ...Object.entries({ firstShare, top3Share, top10Share }).map(([key, value]): DossierRow => ({ key: `field.${key}`, value: plain(value), unit: 'ratio', from: 'ranking', params: [{ key: 'samples', value: params['samples'], unit: undefined }] })),
];
