import { crsByCode, reprojector } from '../crs/index.ts';
import { issue, type Issue, type Layer, type PlanFeature, type Properties } from '../model/index.ts';
import { matchFields, schemaOf } from '../schema/index.ts';
import type { RawFeature } from './read-features.ts';
import type { RawLayer } from './formats/types.ts';
import { isCommandWork } from './secrecy.ts';

/**
 * A layer of a file as it stands, only its coordinates in degrees: for converting from one format to another without a word
 * about what the columns mean. Features without a geometry are kept where `keepPlaceless`, else counted. Command works stay out, here too.
 */
export function plainLayer(raw: RawLayer, crs: string | null, { swapped = false, keepPlaceless = false } = {}): { layer: Layer; issues: Issue[] } {
  const move = crs === null ? null : reprojector(crsByCode(crs), swapped);
  const isSecret = commandWorks(raw);
  const features: PlanFeature[] = [];
  let placeless = 0, secret = 0;
  raw.features.forEach((feature, i) => {
    if (isSecret(feature.properties)) return void secret++;
    if (!feature.geometry && !keepPlaceless) return void placeless++;
    features.push({ type: 'Feature', id: idOf(feature, i), properties: feature.properties, geometry: (feature.geometry && move ? move.geometry(feature.geometry) : feature.geometry)! });
  });
  const issues = [...raw.issues];
  if (placeless > 0) issues.push(issue('plain.no-geometry', 'warning', { params: { n: placeless } }));
  if (secret > 0) issues.push(issue('secrecy.command-works', 'info', { params: { n: secret } }));
  return { layer: { id: raw.name || 'layer', schema: 'reference', name: raw.name, features }, issues };
}

const idOf = ({ id }: RawFeature, i: number): string => (typeof id === 'string' || typeof id === 'number' ? String(id) : String(i + 1));

/** Whether a row is a command work, by whichever column a shelter ledger would say it in. */
function commandWorks({ columns, features }: RawLayer): (properties: Properties) => boolean {
  const schema = schemaOf('shelter');
  const column = matchFields(schema, columns, features.slice(0, 50).map(({ properties }) => properties)).find(({ field }) => field === 'wartimeFunction')?.column;
  const codes = schema.fields.find(({ name }) => name === 'wartimeFunction')!.valueAliases!;
  return (properties) => column !== undefined && isCommandWork({ wartimeFunction: codes[String(properties[column]).trim()] ?? null });
}
