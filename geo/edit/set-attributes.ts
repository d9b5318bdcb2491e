import { isCommandWork } from '../io/index.ts';
import { UserError, type FeatureId, type Layer, type PropertyValue } from '../model/index.ts';
import { parseValue, schemaOf, type FieldDef } from '../schema/index.ts';
import { named } from './features.ts';
import type { Edited } from './types.ts';

/**
 * One field of many features set to a value as a person writes it (`1,200 个`, `2026年3月`, 地下): read as an import reads it.
 * @throws UserError `edit.value.…` when the field cannot hold it; then nothing is changed
 */
export function setAttributes(layer: Layer, ids: readonly FeatureId[], name: string, raw: PropertyValue): Edited {
  const features = named(layer, ids);
  if (name === 'id') return renameFeature(layer, ids, raw);
  const value = readValue(layer, name, raw);
  if (isCommandWork({ [name]: value })) throw new UserError('edit.value.command');
  const wanted = new Set(ids);
  return {
    layer: { ...layer, features: layer.features.map((feature) => (wanted.has(feature.id) ? { ...feature, properties: { ...feature.properties, [name]: value } } : feature)) },
    issues: [], touched: features.map(({ id }) => id),
  };
}

function readValue(layer: Layer, name: string, raw: PropertyValue): PropertyValue {
  const field = schemaOf(layer.schema).fields.find((one) => one.name === name) ?? ownColumn(layer, name);
  const parsed = parseValue(field, raw);
  if (parsed.ok) return parsed.value;
  throw new UserError(`edit.value.${parsed.reason.slice('attribute.'.length)}`, { field: name, given: String(raw).slice(0, 40), min: field.min ?? '-∞', max: field.max ?? '∞', choices: (field.choices ?? []).join(', ') });
}
/** A column that only this file has: it stays numbers where it is all numbers, and text else. */
function ownColumn(layer: Layer, name: string): FieldDef {
  const values = layer.features.flatMap(({ properties }) => (properties[name] === null || properties[name] === undefined ? [] : [properties[name]]));
  return { name, type: values.length > 0 && values.every((value) => typeof value === 'number') ? 'number' : 'text', aliases: [] };
}

/** Ids name one feature each. */
function renameFeature(layer: Layer, ids: readonly FeatureId[], raw: PropertyValue): Edited {
  const id = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';
  if (ids.length > 1) throw new UserError('edit.value.id-many', { n: ids.length });
  if (id === '') throw new UserError('edit.value.id-empty');
  if (id !== ids[0] && layer.features.some((feature) => feature.id === id)) throw new UserError('edit.value.id-taken', { id });
  return { layer: { ...layer, features: layer.features.map((feature) => (feature.id === ids[0] ? { ...feature, id, properties: { ...feature.properties, id } } : feature)) }, issues: [], touched: [id] };
}
/** Reasons of `edit.value.…` that reading a value gives. */
export const VALUE_REFUSALS = ['type', 'range', 'choice', 'date'] as const;
