import type { Issue, Layer } from '../../geo/index.ts';
import type { SayCode, WordParams } from './index.ts';
import { sayField } from './say-field.ts';

/** The sentence of an issue, with the codes among its parameters in words. */
export function sayIssue(issue: Issue, layer: Layer | undefined, sayCode: SayCode): string {
  const params: WordParams = {};
  for (const [key, value] of Object.entries(issue.params)) params[key] = sayParam(key, value, issue, layer, sayCode);
  return sayCode(`issue.${issue.code}`, params, issue.code);
}

function sayParam(key: string, value: string | number, issue: Issue, layer: Layer | undefined, sayCode: SayCode): string | number {
  if (key === 'field' && layer) return sayField(layer.schema, String(value), sayCode);
  if (issue.code === 'geometry.kind') return String(value).split('/').map((kind) => sayCode(`geometry.${kind}`, {}, kind)).join(' / ');
  if (key === 'name' && issue.code === 'layers.no-overlap') return sayCode(`schema.${value}`, {}, String(value));
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value;
}
