import type { FieldDef, Layer, PropertyValue } from '../../../geo/index.ts';
import { columnsOfLayer, schemaOf } from '../../../geo/index.ts';
import type { SayCode } from '../../i18n/index.ts';
import { formatFigure, isWhole } from '../../i18n/format.ts';
import { fieldOf, sayField, sayUnit } from '../../i18n/say-field.ts';
import { formatField } from '../feature-rows.ts';

export interface Column {
  key: string;
  label: string;
  unit: string;
  numeric: boolean;
  /** In pixels, from what stands in it. */
  width: number;
  show(value: PropertyValue | undefined): string;
  /** Reckoned, not an attribute: neither sorted by nor written in. */
  reckoned?: true;
}

/** How deep the features lie, behind the name. */
const DEPTH = '#depth';
export function withDepth(columns: readonly Column[], label: string): Column[] {
  const behind = columns.findIndex(({ key }) => key === 'name') + 1;
  return [...columns.slice(0, behind), { key: DEPTH, label, unit: '', numeric: false, width: 210, show: () => UNKNOWN, reckoned: true }, ...columns.slice(behind)];
}

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
/** Rows that a column's width is judged by. */
const SAMPLE = 80;
export const UNKNOWN = '—';

/** The columns of a layer: its schema's fields first, then whatever else the features carry. `all` has those in which nothing stands yet. */
export function tableColumns(layer: Layer, sayCode: SayCode, all = false): Column[] {
  const fields = new Map(schemaOf(layer.schema).fields.map((field) => [field.name, field]));
  const sample = layer.features.slice(0, SAMPLE);
  const used = columnsOfLayer(layer);
  const keys = all ? [...new Set([...fields.keys(), ...used])] : used;
  return keys.map((key) => {
    const field = fieldOf(layer, key, fields.get(key));
    const label = sayField(layer.schema, key, sayCode);
    const unit = sayUnit(field?.unit, sayCode);
    const show = shower(key, field, sayCode);
    const numeric = field ? field.type === 'number' || field.type === 'integer' : sample.some(({ properties }) => typeof properties[key] === 'number');
    const heading = ems(label) + (unit ? ems(unit) * 0.85 + 0.6 : 0);
    const widest = Math.max(heading + 1, ...sample.map(({ properties }) => ems(show(properties[key]))));
    return { key, label, unit, numeric, show, width: Math.round(Math.min(280, Math.max(64, widest * 13 + 22))) };
  });
}

function shower(key: string, field: FieldDef | undefined, sayCode: SayCode): Column['show'] {
  const said = new Map<PropertyValue, string>();
  const say = (value: PropertyValue): string => {
    if (typeof value === 'number') return field?.unit === 'ratio' ? formatFigure(key, value, 'ratio', sayCode) : (isWhole(field?.unit) ? WHOLE : NUMBER).format(value);
    if (typeof value === 'boolean') return sayCode(value ? 'table.yes' : 'table.no');
    if (field?.type === 'points' && Array.isArray(value)) return sayCode('table.points', { n: value.length });
    const word = formatField(key, field, value, sayCode);
    // A land-use code is what planners read; its word explains it.
    return key.startsWith('landUse') && word !== value ? `${String(value)} ${word}` : word;
  };
  return (value) => {
    if (value === null || value === undefined || value === '') return UNKNOWN;
    if (typeof value === 'string' && (key === 'id' || key === 'name')) return value;
    if (typeof value === 'object') return say(value);
    // Sorting and filtering ask for the same few words again and again.
    const known = said.get(value) ?? say(value);
    if (said.size < 5000) said.set(value, known);
    return known;
  };
}

/** Width of a text in ems: a Chinese character is one, a Latin letter a little more than half. */
function ems(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 1 : 0.58;
  return width;
}

export interface Sorting {
  key: string;
  down: boolean;
}
