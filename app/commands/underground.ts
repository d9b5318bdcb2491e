import { checkGround, checkStrata, extentOf, type GroundSource, type Stratum } from '../../geo/index.ts';
import { commit, currentDocument, type ProjectDocument } from '../state/document.ts';
import { withTask } from '../state/tasks.ts';
import { engine } from '../workers/engine.ts';
import type { TerrainRead } from '../workers/depth-api.ts';
import { answer, type Answer } from './answer.ts';

/** Strata and ground as one step; null stands for those of the standard, and for a ground that nobody knows. What is refused is said in the dialogue. */
export function setUnderground(strata: readonly Stratum[] | null, ground: GroundSource | null): Promise<Answer<void>> {
  return answer(async () => {
    const next = strata ? checkStrata(strata).map(({ code, name, from, to }) => ({ id: code, code, name, from, to })) : [], grounds = ground ? [checkGround(ground)] : [];
    commit('step.underground', (document) => {
      const same = JSON.stringify(document.strata) === JSON.stringify(next) && document.grounds.at(0) === grounds.at(0);
      return same ? document : { ...document, strata: next, grounds };
    });
  });
}

/** Looks into a terrain file; nothing is changed by it. */
export function readTerrain(file: File, crs: string | null): Promise<Answer<TerrainRead>> {
  return answer(async () => withTask({ title: 'underground.reading', step: '', done: 0, cancel: () => engine.cancel() }, () => engine.readTerrain(file, crs, placeOf(currentDocument()))));
}
/** The boundary where there is one, else the first layer that holds something: any of them tells where the project lies. */
function placeOf({ layers }: ProjectDocument) {
  const entry = layers.find(({ layer }) => layer.schema === 'boundary' && layer.features.length > 0) ?? layers.find(({ layer }) => layer.features.length > 0);
  return entry ? extentOf(entry.layer.features) : null;
}
