import { type Properties, type PropertyValue } from '../model/index.ts';
import { schemaOf, type FieldDef } from '../schema/index.ts';

/** Units of things that are whole: half a stall is none. */
const WHOLE = new Set<FieldDef['unit']>(['household', 'person', 'stall', 'car', 'count']);

/** Fields that belong to the whole of a feature. */
export const extensiveFields = (schema: string): FieldDef[] => schemaOf(schema).fields.filter(({ extensive }) => extensive);

/**
 * A figure shared out by weight, so that the shares add up to it: whole things by largest remainders, the first of equal
 * ones first; amounts in proportion, the last share being what the others leave.
 */
export function shareOut(value: number, weights: readonly number[], whole: boolean): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? value * (weight / sum) : value / weights.length));
  if (!whole || !Number.isInteger(value)) {
    const last = exact.slice(0, -1).reduce((rest, share) => rest - share, value);
    return [...exact.slice(0, -1), Math.max(0, last)];
  }
  const shares = exact.map(Math.floor);
  const order = exact.map((share, i) => ({ i, rest: share - Math.floor(share) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  const left = value - shares.reduce((total, share) => total + share, 0);
  for (let k = 0; k < left; k++) shares[order[k % order.length].i]++;
  return shares;
}

/** Attributes for the pieces of a feature, and the fields that were shared out. What is as delivered stays with the first. */
export function shareProperties(schema: string, properties: Properties, weights: readonly number[]): { pieces: Properties[]; shared: string[] } {
  const pieces: Properties[] = weights.map((_, i) => (i === 0 ? { ...properties } : Object.fromEntries(Object.entries(properties).filter(([key]) => !key.endsWith('.asDelivered')))));
  const shared: string[] = [];
  for (const { name, unit } of extensiveFields(schema)) {
    const value = properties[name];
    // A zero is a zero in every piece; unknown stays unknown.
    if (typeof value !== 'number' || value === 0) continue;
    shared.push(name);
    shareOut(value, weights, WHOLE.has(unit)).forEach((share, i) => { pieces[i][name] = share; });
  }
  return { pieces, shared };
}

/** Attributes of features that become one: figures added (an unknown part makes the sum unknown), the rest kept where all agree. */
export function addProperties(schema: string, all: readonly Properties[]): { properties: Properties; added: string[]; unknown: string[]; differing: string[] } {
  const added: string[] = [], unknown: string[] = [], differing: string[] = [];
  const extensive = new Set(extensiveFields(schema).map(({ name }) => name));
  const properties: Properties = {};
  for (const key of new Set(all.flatMap((one) => Object.keys(one)))) {
    const values = all.map((one) => one[key] ?? null);
    const known = values.filter((value) => value !== null);
    if (extensive.has(key) && known.length > 0) {
      const complete = known.length === values.length && known.every((value) => typeof value === 'number');
      properties[key] = complete ? known.reduce<number>((sum, value) => sum + Number(value), 0) : null;
      (complete ? added : unknown).push(key);
    } else if (known.length > 0 && known.length === values.length && known.every((value) => same(value, known[0]))) properties[key] = known[0];
    else {
      properties[key] = null;
      if (known.length > 0) differing.push(key);
    }
  }
  return { properties, added, unknown, differing };
}
const same = (a: PropertyValue, b: PropertyValue) => a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
