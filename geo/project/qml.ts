import { messageOf } from '../io/index.ts';
import type { GeometryKind } from '../schema/index.ts';
import { symbologyOf, symbologyOfPersons, type CategoryRow, type ColourRule, type Symbology } from '../style/index.ts';
import type { SchemaId } from '../model/index.ts';

/**
 * A style of QGIS (QML) from the symbology that map and legend read, so that a project looks there as it does here: categories,
 * classes and single colours, widths in pixels, columns by their Chinese names. Names on the map are left to QGIS.
 */
export function qmlOf(schema: SchemaId, kind: GeometryKind, columns: readonly { column: string; title: string }[] = [], ofPersons = false): string {
  const symbology = ofPersons ? symbologyOfPersons(symbologyOf(schema)) : symbologyOf(schema);
  const rule = leadingRule(symbology, kind);
  const symbols = classesOf(rule);
  const symbol = (row: ClassRow, i: number) => symbolXml(String(i), kind, symbology, rule, row);
  return [
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
    '<qgis version="3.22.0" styleCategories="Symbology|Fields" hasScaleBasedVisibilityFlag="0">',
    rendererXml(rule, symbols),
    `<symbols>${symbols.map(symbol).join('')}</symbols></renderer-v2>`,
    '<blendMode>0</blendMode><featureBlendMode>0</featureBlendMode>',
    // The row's number comes first among the fields.
    `<aliases>${columns.map(({ column, title }, i) => `<alias field="${escaped(column)}" index="${i + 1}" name="${escaped(title)}"/>`).join('')}</aliases>`,
    `<layerGeometryType>${{ point: 0, line: 1, polygon: 2 }[kind]}</layerGeometryType></qgis>`,
  ].join('\n');
}

/** The rule that tells features apart. */
function leadingRule(symbology: Symbology, kind: GeometryKind): ColourRule {
  const own = kind === 'point' ? symbology.point?.color : kind === 'line' ? symbology.line?.color : symbology.fill;
  const rules = [own, symbology.outline?.color, symbology.fill, symbology.line?.color, symbology.point?.color].filter((rule): rule is ColourRule => rule !== undefined);
  return own ?? rules.find((rule) => rule.kind !== 'single') ?? rules[0];
}

/** A class of the renderer: what falls into it, and what any rule makes of that. */
interface ClassRow {
  value: string;
  lower: number;
  upper: number;
  label: string;
  colour(rule: ColourRule): string;
}
/** Stand among the numbers of classes for "no value" and for what the classes say nothing about: ranges of their own. */
const UNKNOWN = -1e15;
const NONE = -2e15;
const ENDLESS = 1e15;

function classesOf(rule: ColourRule): ClassRow[] {
  const same = (pick: (rule: ColourRule) => string, rest: Partial<ClassRow>): ClassRow => ({ value: '', lower: 0, upper: 0, label: '', colour: (other) => (other.kind === 'single' ? other.color : pick(other)), ...rest });
  if (rule.kind === 'single') return [same(() => rule.color, {})];
  if (rule.kind === 'classes') {
    // From above: QGIS takes the first range that holds the value, and ours begin with their lower bound.
    const ranges = rule.stops.map(({ from, color }, i) => same(() => color, { lower: from, upper: rule.stops[i + 1]?.from ?? ENDLESS, label: rule.stops[i + 1] ? `${from} – ${rule.stops[i + 1].from}` : `≥ ${from}` })).reverse();
    const none = rule.none ? [same(() => rule.none!.color, { lower: NONE, upper: NONE, label: messageOf('', `legend.none.${rule.none.field}`, 'zh') })] : [];
    return [...ranges, ...none, same(() => rule.unknown, { lower: UNKNOWN, upper: UNKNOWN, label: '未知' })];
  }
  const rows = rule.rows.map(({ value, color }) => same(() => color, { value, label: messageOf('', `choice.${rule.field}.${value}`, 'zh').replace(/^choice\..*\./, '') }));
  return [...rows, same(() => rule.other, { label: '其他' })];
}

function rendererXml(rule: ColourRule, rows: readonly ClassRow[]): string {
  const common = 'forceraster="0" symbollevels="0" enableorderby="0"';
  if (rule.kind === 'single') return `<renderer-v2 type="singleSymbol" ${common}>`;
  const field = `"${rule.field}"`;
  if (rule.kind === 'classes') {
    const ranges = rows.map(({ lower, upper, label }, i) => `<range lower="${lower}" upper="${upper}" symbol="${i}" label="${escaped(label)}" render="true"/>`);
    const value = `coalesce(${field}, ${UNKNOWN})`;
    const attr = rule.none ? `if("${rule.none.field}" = 0, ${NONE}, ${value})` : value;
    return `<renderer-v2 type="graduatedSymbol" attr="${escaped(attr)}" graduatedMethod="GraduatedColor" ${common}><ranges>${ranges.join('')}</ranges>`;
  }
  const categories = rows.map(({ value, label }, i) => `<category value="${escaped(value)}" symbol="${i}" label="${escaped(label)}" render="true"/>`);
  return `<renderer-v2 type="categorizedSymbol" attr="${escaped(rule.kind === 'prefix' ? prefixOf(field, rule.rows) : rule.field)}" ${common}><categories>${categories.join('')}</categories>`;
}

/** The longest beginning of a code that there is a row for. */
function prefixOf(field: string, rows: readonly CategoryRow[]): string {
  const lengths = [...new Set(rows.map(({ value }) => value.length))].sort((a, b) => a - b);
  return lengths.slice(1).reduce((other, length) => {
    const values = rows.filter(({ value }) => value.length === length).map(({ value }) => `'${value}'`);
    return `if(left(${field}, ${length}) in (${values.join(', ')}), left(${field}, ${length}), ${other})`;
  }, `left(${field}, ${lengths[0]})`);
}

function symbolXml(name: string, kind: GeometryKind, { opacity, fill, fillShare = 1, outline, line, point }: Symbology, rule: ColourRule, row: ClassRow): string {
  // A kind that the map does not draw takes the rule that tells features apart.
  const colour = (own: ColourRule = rule, alpha = 1) => rgba(row.colour(own), alpha);
  const pen = line ?? outline;
  const LAYERS: Record<GeometryKind, { type: string; cls: string; options: Record<string, string> }> = {
    point: { type: 'marker', cls: 'SimpleMarker', options: {
      name: 'circle', color: colour(point?.color), size: String((point?.radius ?? 4) * 2), size_unit: 'Pixel', outline_color: rgba(point?.stroke ?? '#ffffff', 1), outline_style: 'solid', outline_width: '1', outline_width_unit: 'Pixel',
    } },
    line: { type: 'line', cls: 'SimpleLine', options: {
      line_color: colour(line?.color), line_width: String(pen?.width ?? 1), line_width_unit: 'Pixel', line_style: 'solid', capstyle: 'round', joinstyle: 'round', ...dashed(pen),
    } },
    polygon: { type: 'fill', cls: 'SimpleFill', options: {
      color: colour(fill, fillShare), style: fill ? 'solid' : 'no', outline_color: colour(outline?.color ?? fill), outline_width: String(outline?.width ?? 0.5), outline_width_unit: 'Pixel', outline_style: outline ? (outline.dash ? 'dash' : 'solid') : 'no', joinstyle: 'bevel',
    } },
  };
  const { type, cls, options } = LAYERS[kind];
  const values = Object.entries(options);
  // Newer versions read the map, older ones the list.
  const map = `<Option type="Map">${values.map(([key, value]) => `<Option type="QString" name="${key}" value="${escaped(value)}"/>`).join('')}</Option>`;
  return `<symbol type="${type}" name="${name}" alpha="${opacity}" clip_to_extent="1" force_rhr="0"><layer class="${cls}" enabled="1" locked="0" pass="0">${map}${values.map(([key, value]) => `<prop k="${key}" v="${escaped(value)}"/>`).join('')}</layer></symbol>`;
}
const dashed = (pen: Symbology['line']): Record<string, string> => (pen?.dash ? { use_custom_dash: '1', customdash: pen.dash.map((part) => part * pen.width).join(';'), customdash_unit: 'Pixel' } : {});

function rgba(hex: string, alpha: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return [...parts, Math.round(alpha * 255)].join(',');
}
const escaped = (text: string): string => text.replace(/[\0-\x1f\ufffe\uffff]/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
