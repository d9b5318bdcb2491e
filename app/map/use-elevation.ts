import { useEffect, useState } from 'react';
import { undergroundOf, useDocument } from '../state/document.ts';
import { engine } from '../workers/engine.ts';

/** So long the pointer rests before the engine is asked, ms: it reads a whole terrain the first time. */
const REST = 120;

/**
 * How high the ground lies at a place, metres in the 1985 national datum: null where the project's ground ends, undefined while that is not known and
 * in a project that says nothing of its ground.
 */
export function useElevation(place: readonly [lon: number, lat: number] | null): number | null | undefined {
  const grounds = useDocument(({ document }) => document.grounds), ground = grounds.at(0);
  const [found, setFound] = useState<{ place: typeof place; grounds: typeof grounds; elevation: number | null } | null>(null);
  const isTerrain = ground?.kind === 'terrain';
  useEffect(() => {
    if (!place || !isTerrain) return;
    let gone = false;
    const timer = setTimeout(() => {
      // Where the engine is gone nobody hears: the next rest asks again.
      void engine.elevation(place[0], place[1], undergroundOf({ strata: [], grounds })).then((elevation) => { if (!gone) setFound({ place, grounds, elevation }); }).catch(() => {});
    }, REST);
    return () => { gone = true; clearTimeout(timer); };
  }, [place, grounds, isTerrain]);
  if (!place || !ground) return undefined;
  if (ground.kind === 'level') return ground.elevation;
  return found?.place === place && found.grounds === grounds ? found.elevation : undefined;
}
