import { describe, expect, it } from 'vitest';
import { colourExpression } from '../../app/map/style-layers.ts';
import { colourOf, COLOUR_COLUMNS, type ColourRule, type Layer, legendRows, mainRule, type PlanFeature, type PropertyValue, SCHEMA_IDS, SCHEMAS, symbologyOf } from '../../geo/index.ts';

/** The few words of MapLibre's expression language that colours are written in. */
function evaluate(expression: unknown, properties: Record<string, PropertyValue>): unknown {
  if (!Array.isArray(expression)) return expression;
  const [word, ...args] = expression as [string, ...unknown[]];
  const value = (arg: unknown) => evaluate(arg, properties);
  switch (word) {
    case 'feature-state': return null;
    case 'get': return properties[String(args[0])] ?? null;
    case 'coalesce': return args.map(value).find((one) => one !== null);
    case 'to-string': return String(value(args[0]) ?? '');
    case 'slice': return String(value(args[0])).slice(Number(args[1]), Number(args[2]));
    case 'case': return value(args[0]) ? value(args[1]) : value(args[2]);
    case '==': return value(args[0]) === args[1];
    case 'step': {
      let found = args[1];
      for (let i = 2; i < args.length; i += 2) if (Number(value(args[0])) >= Number(args[i])) found = args[i + 1];
      return found;
    }
    case 'match': {
      const wanted = value(args[0]);
      for (let i = 1; i + 1 < args.length; i += 2) if (args[i] === wanted) return value(args[i + 1]);
      return value(args[args.length - 1]);
    }
    default: return expect.fail(`the test does not know ${word}`);
  }
}

const layerOf = (schema: Layer['schema'], field: string, values: readonly PropertyValue[]): Layer => ({
  id: 'a', schema, name: '', features: values.map((value, i): PlanFeature => ({ type: 'Feature', id: String(i), properties: { [field]: value }, geometry: { type: 'Point', coordinates: [0, 0] } })),
});
const RULES: readonly (readonly [string, Layer['schema'], ColourRule])[] = [
  ...SCHEMA_IDS.flatMap((schema) => { const rule = mainRule(symbologyOf(schema)); return rule ? [[schema, schema, rule] as const] : []; }),
  ...Object.entries(COLOUR_COLUMNS).map(([column, rule]) => [`demand-result by ${column}`, 'demand-result' as const, rule] as const),
];

describe.each(RULES)('the colours of %s', (_, schema, rule) => {
  it('are the same in the map as in the legend', () => {
    if (rule.kind === 'single') return expect(colourExpression(rule)).toBe(rule.color);
    const field = SCHEMAS[schema].fields.find(({ name }) => name === rule.field)!;
    const values: PropertyValue[] = rule.kind === 'classes' ? rule.stops.flatMap(({ from }) => [from, from + 1e-9]) : [...rule.rows.map(({ value }) => (rule.kind === 'prefix' ? `${value}9` : value)), ...(field.choices ?? []), 'none of them', '', null];
    const legend = legendRows(rule, layerOf(schema, rule.field, values).features, (key, __, fallback) => fallback ?? key);
    const shown = new Set(values.map((value) => evaluate(colourExpression(rule), { [rule.field]: value })));
    expect(new Set(legend.map(({ color }) => color))).toEqual(shown);
    // On paper too.
    for (const value of values) expect(colourOf(rule, { [rule.field]: value })).toBe(evaluate(colourExpression(rule), { [rule.field]: value }));
  });
  it('change where the legend says they do, and the unknown has its own', () => {
    if (rule.kind !== 'classes') return;
    const colourAt = (value: PropertyValue) => evaluate(colourExpression(rule), { [rule.field]: value });
    rule.stops.forEach(({ from, color }, i) => {
      expect(colourAt(from)).toBe(color);
      if (i > 0) expect([from > rule.stops[i - 1].from, colourAt(from - 1e-9)]).toEqual([true, rule.stops[i - 1].color]);
    });
    expect(colourAt(null)).toBe(rule.unknown);
    expect(rule.stops.map(({ color }) => color)).not.toContain(rule.unknown);
  });
  it('say of features outside the classes that they are', () => {
    if (rule.kind !== 'classes' || !rule.none) return;
    const { field, color } = rule.none;
    expect(evaluate(colourExpression(rule), { [rule.field]: 1, [field]: 0 })).toBe(color);
    const rows = legendRows(rule, layerOf(schema, field, [0]).features, (key, __, fallback) => fallback ?? key);
    expect(rows.at(-1)).toEqual({ color, label: `legend.none.${field}` });
  });
  it('come from a field that the layer has, and categories from its choices', () => {
    if (rule.kind === 'single') return;
    const field = SCHEMAS[schema].fields.find(({ name }) => name === rule.field);
    expect(field).toBeDefined();
    if (rule.kind === 'category') expect(field!.choices).toEqual(expect.arrayContaining(rule.rows.map(({ value }) => value)));
  });
});
