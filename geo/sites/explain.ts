import type { Factor, Params, Unit } from '../model/index.ts';
import type { FailedSource } from './find.ts';
import { nameOf } from './ground.ts';
import type { Measured } from './indicators.ts';
import { numberOf } from './parameters.ts';
import type { Zone } from './zones.ts';

/** A shortage area that a site relieves, and by how much. */
export interface AreaRelief {
  id: string;
  name: string;
  gain: number;
}

const line = (key: string, value: Factor['value'], unit?: Unit, params?: Factor['params']): Factor => ({ key: `factor.${key}`, value, ...(unit ? { unit } : {}), ...(params ? { params } : {}) });
const round = (value: number) => Math.round(value * 10) / 10;

/** How a site came about: ground, what shaped it, the box, what it holds, times, cost, whom it relieves, what was assumed and what is to be done. */
export function explainSite({ draft, cost, timing }: Measured, zone: Zone | null, areas: readonly AreaRelief[], unit: Unit, params: Params): Factor[] {
  return [
    line('source', nameOf(draft.feature), undefined, { source: draft.source.id }),
    ...groundFactors(draft),
    ...draft.hits.map((hit) => line(`${hit.verdict}.${hit.kind}`, hit.name, undefined, { name: hit.name, metres: round(hit.distance), id: hit.id, department: hit.department })),
    ...(zone ? [line('zone', nameOf(zone.feature), undefined, { suitability: String(zone.feature.properties['suitability'] ?? '') })] : []),
    ...boxFactors(draft, params),
    ...(timing ? timeFactors(timing) : []),
    line('unitCost', cost.unitCost, 'yuan/stall'),
    ...(draft.source.cost === 'costOpening' ? [] : [line('defencePremium', numberOf(params, 'defencePremium'), 'ratio'), line('groundFactor', cost.groundFactor, 'ratio')]),
    line('cost', cost.base, '10k yuan', { low: Math.round(cost.low), high: Math.round(cost.high) }),
    ...areas.map(({ id, name, gain }) => line('areaRelieved', gain, unit, { id, name })),
    ...draft.assumed.map((code) => line(`assumed.${code}`, null)),
    ...draft.steps.map((code) => line(`step.${code}`, null)),
    ...draft.notes.map((code) => line(`note.${code}`, null)),
  ];
}

function groundFactors({ ground, area }: Measured['draft']): Factor[] {
  if (!ground) return [];
  return [
    line('groundSource', ground.source, 'm2'), line('afterSetback', ground.afterSetback, 'm2'), line('afterConstraints', ground.afterConstraints, 'm2'),
    line('afterOpening', ground.afterOpening, 'm2'), line('dropped', ground.dropped, 'm2'), ...(ground.part === null ? [] : [line('part', ground.part, 'm2')]), line('footprint', area, 'm2'),
  ];
}

function boxFactors(draft: Measured['draft'], params: Params): Factor[] {
  if (draft.levels === null) return [line('stalls', draft.stalls, 'stall')];
  return [
    line('levels', draft.levels, 'level'), line('topDepth', draft.topDepth, 'm'), line('bottomDepth', draft.bottomDepth, 'm'),
    line('grossFloorArea', draft.grossFloorArea, 'm2'), line('stalls', draft.stalls, 'stall', { areaPerStall: numberOf(params, 'areaPerStall') }),
    line('shelterPlaces', draft.shelterPlaces, 'person', { shelteringShare: numberOf(params, 'shelteringShare'), areaPerPerson: numberOf(params, 'areaPerPerson') }),
    line('protectiveUnits', draft.protectiveUnits, 'count'), line('vehicleRamps', draft.vehicleRamps, 'count'), line('personEntrances', draft.personEntrances, 'count'),
  ];
}

function timeFactors({ deadline, deadlineFrom, daysLeft, lockFrom, lockUntil }: NonNullable<Measured['timing']>): Factor[] {
  return [
    ...(deadline ? [line(`deadline.${deadlineFrom}`, deadline, 'date')] : [line('deadline.none', null)]),
    ...(daysLeft === null ? [] : [line('daysLeft', daysLeft, 'day')]),
    ...(lockUntil ? [line('lockUntil', lockUntil, 'date', { from: lockFrom ?? '' })] : []),
  ];
}

/** Why a source gave no site. */
export function explainFailure({ source, feature, reasons, area, length }: FailedSource): Factor[] {
  return [
    line('source', nameOf(feature), undefined, { source: source.id }),
    ...reasons.map((code): Factor => ({ key: `reason.${code}`, value: null })),
    ...(area === null ? [] : [line('groundSource', area, 'm2')]),
    ...(length === null ? [] : [line('length', length, 'm')]),
  ];
}
