import type { Layer } from '../../../geo/index.ts';
import type { ProjectDocument } from '../../state/document.ts';
import type { Selection } from '../../state/view.ts';
import type { Isolation } from '../../state/volumes.ts';
import type { Only } from './scene-layers.ts';

type Conflicts = { rows: readonly { site: string; layer: string; id: string }[] } | null;

/** The run whose site is selected; null where it is another thing. */
const runOf = ({ runs }: Pick<ProjectDocument, 'runs'>, { layerId }: Selection) => runs.find(({ layers }) => layers['candidate-sites']?.id === layerId) ?? null;

/** What is left when all else is put away, by layer; null where nothing is. Without a selection there is nothing to isolate. */
export function isolated(isolation: Isolation, selection: Selection | null, document: Pick<ProjectDocument, 'runs'>, conflicts: Conflicts): Only {
  if (!selection || isolation === 'all') return null;
  const { layerId, featureId } = selection;
  if (isolation === 'feature') return new Map([[layerId, new Set([featureId])]]);
  if (isolation === 'layer') return new Map([[layerId, 'all' as const]]);
  const run = runOf(document, selection);
  if (!run || !conflicts) return null;
  const found = new Map<string, Set<string>>([[layerId, new Set([featureId])]]);
  for (const { site, layer, id } of conflicts.rows) {
    const of = site === featureId ? run.inputs[layer]?.id : undefined;
    if (of !== undefined) found.set(of, (found.get(of) ?? new Set()).add(id));
  }
  return found;
}

/** Conflicts are known for what is selected. */
export const hasConflicts = (selection: Selection | null, document: Pick<ProjectDocument, 'runs'>, conflicts: Conflicts): boolean => selection !== null && conflicts !== null && runOf(document, selection) !== null;

/** A feature that is selected, in a table or a list, is shown even where its layer is hidden: alone of its layer. */
export function aloneIfHidden(only: Only, selection: Selection | null, visible: readonly Layer[]): Only {
  if (only !== null || !selection || visible.some(({ id }) => id === selection.layerId)) return only;
  return new Map<string, ReadonlySet<string> | 'all'>([...visible.map(({ id }) => [id, 'all'] as const), [selection.layerId, new Set([selection.featureId])]]);
}
