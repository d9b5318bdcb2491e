import { useEffect, useRef, useState } from 'react';
import type { SheetLayout } from '../../geo/index.ts';
import { attempt } from '../commands/attempt.ts';
import { setComposer, useComposer } from '../state/composer.ts';
import { picturedBasemaps } from '../state/basemaps.ts';
import { undergroundOf, useDocument } from '../state/document.ts';
import { drawableIn, sheetScenarios } from '../state/scenarios.ts';
import { engine } from '../workers/engine.ts';
import type { Pane } from '../workers/paint-sheet.ts';

export interface Painted { bitmap: ImageBitmap; pane: Pane }

/** The part of the sheet that is seen, painted anew when the sheet, its layers or the view change. Only the latest is waited for. */
export function usePainted(sheet: SheetLayout, pane: Pane | null): { painted: Painted | null; busy: boolean } {
  const { document } = useDocument();
  const { level } = useComposer();
  const [painted, setPainted] = useState<Painted | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  useEffect(() => {
    if (!pane) return;
    const own = ++turn.current;
    const wait = setTimeout(() => {
      setBusy(true);
      void attempt(() => engine.paintSheet(drawableIn(document, null), { level, scenarios: sheetScenarios(document), setAside: [], invented: document.invented, basemaps: picturedBasemaps(document), underground: undergroundOf(document) }, sheet, pane)).then((answer) => {
        if (own !== turn.current) return answer?.bitmap.close();
        setBusy(false);
        if (!answer) return;
        setPainted({ bitmap: answer.bitmap, pane });
        setComposer({ leftOut: answer.leftOut });
      });
    }, 30);
    return () => clearTimeout(wait);
    // The project's other parts do not show on the sheet.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sheet, pane, level, document.layers, document.runs, document.scenarios, document.measures, document.basemaps, document.invented, document.strata, document.grounds]);
  // What comes after the end is late, too.
  useEffect(() => () => { turn.current += 1; }, []);
  // By then the next one is drawn: effects end after the layout effects of what follows.
  useEffect(() => () => painted?.bitmap.close(), [painted]);
  return { painted, busy };
}
