import type { Properties } from '../../model/index.ts';

/** OpenStreetMap tags as text. */
export type Tags = Readonly<Record<string, string>>;

/** The tags of a feature, whoever wrote the file: plain columns, or GDAL's remainder column `other_tags` ("key"=>"value", …). */
export function tagsOf(properties: Properties): Tags {
  const tags: Record<string, string> = {};
  for (const [key, value] of Object.entries(properties)) if (typeof value === 'string' || typeof value === 'number') tags[key] = String(value).trim();
  for (const [, key, value] of (tags['other_tags'] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/g)) tags[unescaped(key)] ??= unescaped(value);
  return tags;
}
const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

/** A way's id as the program keeps it: n, w or r and the number, as osmium and osmtogeojson give it in their own manners. */
export function osmId(given: unknown, tags: Tags): string | null {
  const whole = [given, tags['osm_id'], tags['@id'], tags['id']].find((id) => (typeof id === 'string' || typeof id === 'number') && String(id) !== '');
  if (whole !== undefined) return String(whole).replace(/^(n|w|r)(?:ode|ay|elation)\//, '$1');
  return tags['osm_way_id'] ? `w${tags['osm_way_id']}` : null;
}

/** A number as mappers write it: `12`, `12.5 m`, the first of `3;4`. Null for anything else and for what is below zero. */
export function tagNumber(tags: Tags, key: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(?:m|metres?|meters?)?$/.exec((tags[key] ?? '').split(';')[0].trim());
  return match ? Number(match[1].replace(',', '.')) : null;
}

/** `layer` is below zero under ground. */
export function layerOf(tags: Tags): number {
  const value = Number((tags['layer'] ?? '0').split(';')[0]);
  return Number.isFinite(value) ? value : 0;
}

/** A test of tags as data: every key must hold one of its values; `*` is any value but `no`. */
export type Condition = Readonly<Record<string, readonly string[]>>;
export function matches(tags: Tags, condition: Condition): boolean {
  return Object.entries(condition).every(([key, values]) => {
    const value = tags[key];
    return value !== undefined && (values.includes(value) || (values.includes('*') && value !== 'no'));
  });
}
