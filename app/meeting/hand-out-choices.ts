import { layerTitle, runOfResult, type SayWord } from '../../geo/index.ts';
import { drawableLayers, type ProjectDocument } from '../state/document.ts';

/** Layers of one origin that may be handed out: what was delivered, results in the baseline (scenario null), or results in a scenario. */
export interface HandOutGroup {
  of: 'delivered' | 'results';
  scenario: string | null;
  rows: { id: string; title: string }[];
}

/** Everything that may be handed out, told apart: scenarios have results of the same names, and two files may hold the same kind of layer. */
export function handOutGroups(document: ProjectDocument, say: SayWord): HandOutGroup[] {
  const delivered = new Map(document.layers.map(({ layer, fileName }) => [layer.id, fileName]));
  const groups = new Map<string, HandOutGroup>();
  for (const layer of drawableLayers(document)) {
    const of = delivered.has(layer.id) ? 'delivered' : 'results', scenario = of === 'results' ? document.scenarios.find(({ id }) => id === runOfResult(layer.id)?.scenario)?.name ?? null : null;
    const group = groups.get(`${of} ${scenario ?? ''}`) ?? { of, scenario, rows: [] };
    groups.set(`${of} ${scenario ?? ''}`, { ...group, rows: [...group.rows, { id: layer.id, title: layerTitle(layer, say) }] });
  }
  return [...groups.values()].map((group) => ({ ...group, rows: toldApart(group.rows, delivered) }));
}

/** Rows of one title say also of which file they are, or their id. */
function toldApart(rows: HandOutGroup['rows'], files: ReadonlyMap<string, string>): HandOutGroup['rows'] {
  const alike = (title: string) => rows.filter((row) => row.title === title);
  return rows.map((row) => {
    const others = alike(row.title), file = files.get(row.id) ?? '';
    if (others.length < 2) return row;
    const isTold = file !== '' && others.filter(({ id }) => files.get(id) === file).length === 1;
    return { ...row, title: `${row.title} · ${isTold ? file : row.id}` };
  });
}
