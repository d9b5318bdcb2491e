import { useEffect, useState } from 'react';
import { attempt } from '../../commands/attempt.ts';
import { reckonWindows } from '../../commands/coordination.ts';
import { roadLayers, sitesRun, timesOf } from '../../commands/coordination-wishes.ts';
import { useCoordination } from '../../state/coordination.ts';
import { useShown } from '../../state/scenarios.ts';
import { loadAnalyses, todayIso, useForms } from '../../state/forms.ts';
import { useTasks } from '../../state/tasks.ts';

/** Keeps the windows to the roads, the sites, the lead times and what is tried. */
export function useWindows(): void {
  const document = useShown();
  const tried = useCoordination((state) => state.tried);
  const { date, params } = useTimes() ?? { date: null, params: null };
  const busy = useTasks((state) => state.task !== null);
  const layers = roadLayers(document), sites = sitesRun(document)?.layers['candidate-sites'] ?? null;
  const roads = useKept(layers, sameList), times = useKept(params, sameValues);
  useEffect(() => {
    if (date !== null && times !== null && !busy) reckonWindows({ roads, sites, params: times, date, tried });
  }, [roads, sites, times, date, tried, busy]);
}

/** Lead times as the form of the candidate sites has them: both reckon alike. */
export function useTimes() {
  const [today] = useState(todayIso);
  const analyses = useForms((forms) => forms.analyses), changed = useForms((forms) => forms.changed);
  useEffect(() => { if (analyses.length === 0) void attempt(loadAnalyses); }, [analyses]);
  return timesOf({ analyses, changed }, today);
}

/** The value as it was first, as long as a new one says the same. */
function useKept<T>(value: T, same: (a: T, b: T) => boolean): T {
  const [kept, setKept] = useState(value);
  if (kept === value || same(kept, value)) return kept;
  setKept(value);
  return value;
}
const sameList = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((one, i) => one === b[i]);
const sameValues = <T>(a: T, b: T) => JSON.stringify(a) === JSON.stringify(b);
