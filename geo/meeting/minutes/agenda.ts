import { BASELINE } from '../../scenario/index.ts';
import { thousands, type Layer } from '../../model/index.ts';
import { drawnLayers, type SheetSource } from '../../layout/index.ts';
import { baselineId, symbologyOf } from '../../style/index.ts';
import type { AgendaView } from '../types.ts';
import type { Block, MapBlock } from './blocks.ts';
import type { MinutesContext } from './context.ts';
import { placeOfView } from './place-of-view.ts';
import { layersIn } from './source.ts';
import { paragraphs, sentence } from './text.ts';

/** Point by point: its map, what was noted, what was decided under it. A comparison has a map of either side. */
export function agendaBlocks(context: MinutesContext): Block[] {
  const { meeting, say } = context;
  let maps = 0;
  return meeting.views.flatMap((view, i): Block[] => {
    const decided = meeting.decisions.filter((one) => one.view === view.id).map(({ text }) => sentence(text));
    const scenarios = [view.scenario, ...(view.compare && view.compare.with !== view.scenario ? [view.compare.with] : [])];
    return [
      { kind: 'heading', level: 2, text: say('minutes.point', { n: i + 1, title: sentence(view.title) }) },
      ...scenarios.flatMap((scenario) => { const map = mapOf(view, scenario, maps + 1, context); if (map) maps++; return map ? [map] : []; }),
      ...paragraphs(view.notes),
      ...(decided.length > 0 ? [{ kind: 'paragraph' as const, text: say('minutes.decided') }, { kind: 'list' as const, lines: decided }] : []),
    ];
  });
}

/** Null where there is nothing to show. */
function mapOf(view: AgendaView, scenario: string, n: number, context: MinutesContext): MapBlock | null {
  const { source, language, level, say } = context;
  const layers = layersIn(source, scenario);
  const place = placeOfView(view.camera, layers);
  if (!place) return null;
  const known = source.scenarios.find(({ id }) => id === scenario);
  const isHidden = ({ id, schema }: Layer) => view.hidden[id] ?? view.hidden[baselineId(id)] ?? symbologyOf(schema).hidden;
  const shown = drawnLayers(layers.filter((layer) => !isHidden(layer)), language);
  const sheet: SheetSource = { layers: shown, scenarios: new Map(), hidden: new Set(), level, withheld: 0, mayCarryProject: false, invented: source.invented };
  const caption = say('minutes.map', { n, title: sentence(view.title), scenario: scenario === BASELINE || !known ? say('minutes.baseline') : sentence(known.name), scale: thousands(place.scale) });
  return { kind: 'map', frame: { ...place, layers: null, grid: null, labels: true }, source: sheet, highlight: view.highlight, drawing: view.drawing, caption };
}
