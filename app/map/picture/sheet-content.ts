import { inheritedSecrecy, type Language, type Layer, layerTitle, legendColumn, type LegendRow, legendRows, mainRule, planeFor, type Symbology } from '../../../geo/index.ts';
import type { SayCode } from '../../i18n/index.ts';
import { drawableLayers, type ProjectDocument } from '../../state/document.ts';
import { drawingOrder, isHidden, opacityOf } from '../layer-order.ts';
import { shownSymbology } from '../style-layers.ts';

/** A layer in the legend: one line with its sign, or a heading with a line a class. */
export interface LegendGroup {
  title: string;
  /** What the classes are of. */
  column: string;
  symbology: Symbology;
  opacity: number;
  rows: LegendRow[];
}
/** Everything that is written on the sheet, in the language it is written in. */
export interface SheetContent {
  title: string;
  date: string;
  notes: string[];
  invented: string | null;
  secrecy: string;
  legendTitle: string;
  legend: LegendGroup[];
}
export interface SheetView {
  hidden: Readonly<Record<string, boolean>>;
  opacity: Readonly<Record<string, number>>;
  order: readonly string[];
  colourBy: Readonly<Record<string, string>>;
}
interface SheetContext {
  language: Language;
  sayCode: SayCode;
  /** Passed in, so that the same picture can be made again. */
  date: string;
  centre: readonly [number, number];
}

export function sheetContent(document: ProjectDocument, view: SheetView, { language, sayCode, date, centre }: SheetContext): SheetContent {
  const shown = drawingOrder(drawableLayers(document), view.order).filter((layer) => !isHidden(layer, view.hidden)).reverse();
  const plane = planeFor(...centre as [number, number]);
  return {
    title: [document.name[language], sheetTopic(document, shown, sayCode)].filter(Boolean).join(' · '),
    date: sayCode('picture.date', { date }),
    notes: [sayCode('picture.crs', { name: plane.name, code: plane.code }), sayCode('picture.projection')],
    invented: document.invented ? sayCode('picture.invented') : null,
    secrecy: sayCode('picture.secrecy', { level: sayCode(`picture.secrecy.${highestSecrecy(document, shown)}`) }),
    legendTitle: sayCode('picture.legend'),
    legend: shown.map((layer) => legendGroup(layer, view, sayCode)),
  };
}

/** What the results on the sheet are about: the services shown, with the walk they were reckoned for. */
function sheetTopic(document: ProjectDocument, shown: readonly Layer[], sayCode: SayCode): string {
  const ids = new Set(shown.map(({ id }) => id));
  const runs = document.runs.filter((run) => Object.values(run.layers).some(({ id }) => ids.has(id)));
  return runs.map((run) => {
    const radius = run.params['catchmentRadius'];
    const period = sayCode(`choice.period.${run.params['period']}`, {}, '');
    const about = [period, radius === undefined ? '' : sayCode('picture.radius', { radius: Number(radius) })].filter(Boolean).join(sayCode('list.comma'));
    const topic = sayCode(`analysis.${run.analysis}`);
    return about === '' || run.analysis === 'candidate-sites' ? topic : sayCode('picture.topic', { topic, about });
  }).join(' · ');
}

function legendGroup(layer: Layer, { colourBy, opacity }: SheetView, sayCode: SayCode): LegendGroup {
  const symbology = shownSymbology(layer, colourBy[layer.id]);
  const rule = mainRule(symbology);
  const rows = rule ? legendRows(rule, layer.features, sayCode) : [];
  const column = rule && rule.kind !== 'single' && rows.length > 0 ? legendColumn(rule, layer, sayCode) : '';
  return { title: layerTitle(layer, sayCode), column, symbology, opacity: opacityOf(layer, opacity), rows };
}

/** The highest level on the sheet. A result is as secret as what it was made from. */
export function highestSecrecy(document: ProjectDocument, shown: readonly Layer[]): string {
  const sources = document.runs.filter((run) => Object.values(run.layers).some((layer) => shown.includes(layer))).flatMap((run) => Object.values(run.inputs));
  return inheritedSecrecy([...new Set([...shown, ...sources])].flatMap(({ features }) => features)).secrecy ?? 'none';
}
