import handOuts from '../../../data/parameters/hand-outs.json' with { type: 'json' };
import { DEPARTMENTS } from '../../meeting/index.ts';
import { UserError, type Layer, type Properties, type SchemaId } from '../../model/index.ts';
import { CONSTRAINT_RULES } from '../../sites/index.ts';

const TABLE: Readonly<Record<string, readonly string[]>> = handOuts.departments;

/** Schemas that a department may see where nobody chose otherwise (DOMAIN 5.3; to be confirmed by the office). @throws UserError `hand-out.department` */
export function schemasFor(department: string): ReadonlySet<string> {
  if (!Object.hasOwn(TABLE, department)) throw new UserError('hand-out.department', { given: department, known: DEPARTMENTS.join(', ') });
  return new Set([...handOuts.everybody, ...TABLE[department]]);
}
/** Ids of the layers that go to a department by default. */
export const layersFor = (department: string, layers: readonly Pick<Layer, 'id' | 'schema'>[]): string[] => { const schemas = schemasFor(department); return layers.filter(({ schema }) => schemas.has(schema)).map(({ id }) => id); };

/** A constraint goes to who answers for it; planning sees all of them. */
export function isFor(department: string, schema: SchemaId, properties: Properties): boolean {
  if (schema !== 'constraint' || handOuts.allConstraints.includes(department)) return true;
  const kind = String(properties['kind'] ?? 'other'), rule = CONSTRAINT_RULES[Object.hasOwn(CONSTRAINT_RULES, kind) ? kind : 'other'];
  return rule.department === department;
}

/** Columns that tell who and where somebody is, under whatever name they were delivered. */
const CONTACT = /联系|电话|手机|邮箱|邮件|身份证|contact|phone|mobile|\btel\b|e-?mail/i;
/** What a site says of others, whom the department may not see. */
const OF_OTHERS: Readonly<Partial<Record<SchemaId, ReadonlySet<string>>>> = { 'candidate-site': new Set(['relieves', 'reasons']) };
export function seenProperties(schema: SchemaId, properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !CONTACT.test(key) && !OF_OTHERS[schema]?.has(key)));
}
