import type { Issue, Layer } from '../../geo/index.ts';
import { formatNumber } from './format.ts';
import type { SayCode, WordParams } from './index.ts';
import { sayField } from './say-field.ts';

/** The sentence of an issue, with the codes among its parameters in words. */
export function sayIssue(issue: Issue, layer: Layer | undefined, sayCode: SayCode): string {
  const params: WordParams = {};
  for (const [key, value] of Object.entries(issue.params)) params[key] = sayParam(key, value, issue, layer, sayCode);
  const open = OPEN_ENDS.find(({ key, value }) => params[key] === value);
  return singular(sayCode(`issue.${issue.code}${open && issue.code === 'attribute.range' ? open.code : ''}`, params, issue.code));
}

/** Numbers that name something or stand on a drawing: not counted, so not grouped. */
const AS_IS = new Set(['row', 'first', 'line', 'column', 'x', 'y', 'id', 'given']);

/** A range without an upper or a lower end has a sentence of its own. */
const OPEN_ENDS = [{ key: 'max', value: '∞', code: '.least' }, { key: 'min', value: '-∞', code: '.most' }] as const;

/** English of one: "1 rows have" is no sentence. The catalogues begin such sentences with the number, the noun and one of these verbs. */
const OF_ONE: Readonly<Record<string, string>> = { have: 'has', are: 'is', do: 'does', lie: 'lies', repeat: 'repeats', cross: 'crosses', look: 'looks', seem: 'seems', end: 'ends', freeze: 'freezes', were: 'was' };
const singular = (text: string): string => text.replace(/^1 ([a-z ]*?)(rows|features|polygons|projects|units|facilities|shelters|sites|works|constraints|places)\b( \w+)?/, (_, before: string, noun: string, verb = '') =>
  `1 ${before}${noun === 'facilities' ? 'facility' : noun.replace(/s$/, '')}${OF_ONE[verb.trim()] ? ` ${OF_ONE[verb.trim()]}` : verb}`);

function sayParam(key: string, value: string | number, issue: Issue, layer: Layer | undefined, sayCode: SayCode): string | number {
  if (key === 'field' && layer) return sayField(layer.schema, String(value), sayCode);
  if (key === 'fields' && layer) return String(value).split('、').map((field) => sayField(layer.schema, field, sayCode)).join('、');
  if (issue.code === 'geometry.kind') return String(value).split('/').map((kind) => sayCode(`geometry.${kind}`, {}, kind)).join(' / ');
  if (key === 'name' && issue.code === 'layers.no-overlap') return sayCode(`schema.${value}`, {}, String(value));
  if (typeof value !== 'number') return value;
  if (AS_IS.has(key)) return value;
  return Number.isInteger(value) ? formatNumber(value) : Number(value.toPrecision(10));
}
