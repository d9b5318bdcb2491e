import type { FieldDef, Layer, PlanFeature, PropertyValue } from '../../geo/index.ts';
import { schemaOf } from '../../geo/index.ts';
import { formatFigure } from '../i18n/format.ts';
import type { SayCode } from '../i18n/index.ts';
import { fieldOf, sayField } from '../i18n/say-field.ts';

export interface FeatureRow {
  key: string;
  label: string;
  text: string;
}
/** Said elsewhere on the card, or only of use to the program. */
const LEFT_OUT = new Set(['id', 'name', 'entrances']);

/** What is known of a feature, in the words of its schema; columns of the file that are no fields come last. */
export function featureRows(layer: Layer, feature: PlanFeature, sayCode: SayCode): FeatureRow[] {
  const fields = new Map(schemaOf(layer.schema).fields.map((field) => [field.name, field]));
  const keys = [...fields.keys(), ...Object.keys(feature.properties).filter((key) => !fields.has(key))];
  return keys.filter((key) => !LEFT_OUT.has(key) && hasValue(feature.properties[key])).map((key) => ({
    key, label: sayField(layer.schema, key, sayCode), text: formatField(key, fieldOf(layer, key, fields.get(key)), feature.properties[key], sayCode),
  }));
}
const hasValue = (value: PropertyValue | undefined): value is PropertyValue => value !== null && value !== undefined && value !== '';

const SHOWN = 3;
const joined = (values: readonly string[], sayCode: SayCode) => values.join(sayCode('list.comma'));
const listed = (values: readonly string[], sayCode: SayCode) => (values.length <= SHOWN ? joined(values, sayCode) : sayCode('value.andMore', { some: joined(values.slice(0, SHOWN), sayCode), n: values.length }));

/** Codes in words, lists of codes too. */
export function formatField(key: string, field: FieldDef | undefined, value: PropertyValue, sayCode: SayCode): string {
  if (field?.type === 'choice' && typeof value === 'string') return sayCode(`choice.${key}.${value}`, {}, value);
  if (Array.isArray(value)) return listed(value.map(String), sayCode);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  if (typeof value === 'string' && /^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(value)) {
    return joined(value.split(',').map((code) => sayCode(`choice.${key}.${code}`, {}, sayCode(`factor.step.${code}`, {}, sayCode(`department.${code}`, {}, code)))), sayCode);
  }
  return formatFigure(key, value, field?.unit, sayCode);
}
