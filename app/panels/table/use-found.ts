import { useEffect, useMemo, useState } from 'react';
import type { Layer, PlanFeature, UserError } from '../../../geo/index.ts';
import type { Column, Sorting } from './columns.ts';
import { findSteps, rowsAt, type FindMode, type Found } from './find-rows.ts';
import { inSlices, toEnd } from './slices.ts';

/** Up to so many features the rows are there at once. */
const AT_ONCE = 4000;

interface Asked {
  layer: Layer;
  columns: readonly Column[];
  mode: FindMode;
  text: string;
  sorting: Sorting | null;
}

/** The rows of a table as they were asked for. Those of a large layer come in slices; until then the rows that were there before stay, with the values of now. */
export function useFound({ layer, columns, mode, text, sorting }: Asked): { rows: readonly PlanFeature[]; wrong: UserError | null; busy: boolean } {
  const asked = useMemo(() => ({ layer, columns, mode, text, sorting }), [layer, columns, mode, text, sorting]);
  const atOnce = useMemo(() => (asked.layer.features.length <= AT_ONCE || isPlain(asked) ? toEnd(stepsOf(asked)) : null), [asked]);
  const [late, setLate] = useState<{ asked: Asked; found: Found } | null>(null);
  useEffect(() => {
    if (atOnce) return;
    let isWanted = true;
    void inSlices(stepsOf(asked), () => isWanted).then((found) => { if (found && isWanted) setLate({ asked, found }); });
    return () => { isWanted = false; };
  }, [asked, atOnce]);
  const found = atOnce ?? (late?.asked.layer.features.length === layer.features.length ? late.found : null);
  const rows = useMemo(() => (found ? rowsAt(layer, found.at) : layer.features), [found, layer]);
  return { rows, wrong: found?.wrong ?? null, busy: atOnce === null && late?.asked !== asked };
}
const stepsOf = ({ layer, columns, mode, text, sorting }: Asked) => findSteps(layer, columns, mode, text, sorting);
/** All rows as the layer has them. */
const isPlain = ({ mode, text, sorting }: Asked) => sorting === null && (mode === 'find' || text.trim() === '');
