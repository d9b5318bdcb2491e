import { useEffect, useState } from 'react';
import type { Factor } from '../../geo/index.ts';
import type { Run } from '../state/document.ts';
import { readFactors } from '../workers/reckoning.ts';

const NONE: readonly Factor[] = [];

/** The reckoning behind a feature of a run's result layer; none until it is read, and none without a run. */
export function useFactors(run: Run | undefined, layer: string, id: string): readonly Factor[] {
  const [read, setRead] = useState<{ run: Run; id: string; factors: readonly Factor[] } | null>(null);
  useEffect(() => {
    if (!run) return;
    let wanted = true;
    void readFactors(run.reckoning, layer, id).then((factors) => { if (wanted) setRead({ run, id, factors }); });
    return () => { wanted = false; };
  }, [run, layer, id]);
  return read?.run === run && read?.id === id ? read.factors : NONE;
}
