import type { SectionSource, SiteTry } from '../../geo/index.ts';
import { currentDocument, undergroundOf } from '../state/document.ts';
import { currentLooked, drawableIn } from '../state/scenarios.ts';
import { currentSection, FRESH_SECTION, setSection } from '../state/section.ts';
import { setView } from '../state/view.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { Latest } from './latest.ts';
import { askFigures } from './section-trial.ts';

/** Opens the section at the foot of the map, laid along something. */
export function openSection(source: SectionSource): void {
  setSection({ ...FRESH_SECTION, open: true, source });
  setView({ tableLayer: null });
  recut();
}
export function closeSection(): void {
  setSection(FRESH_SECTION);
}
/** The next clicks on the map are places of a line; a double click or Enter ends it. */
export function drawSectionLine(): void {
  setSection({ ...FRESH_SECTION, open: true, drawing: [] });
  setView({ tableLayer: null });
}
export function endSectionLine(): void {
  const { drawing } = currentSection();
  if (drawing && drawing.length >= 2) openSection({ kind: 'line', line: drawing });
}
/** Another place along the road that is cut across, m. */
export function moveAlongRoad(chainage: number): void {
  const { source } = currentSection();
  if (source?.kind !== 'across') return;
  setSection({ source: { ...source, chainage } });
  recut();
}

/** The layers that are looked at; what is hidden on the map lies under the ground all the same. */
export const layersNow = () => drawableIn(currentDocument(), currentLooked().scenario);
/** What is asked of the engine; the site whose box may be moved is the one that the section goes through. */
export const askedOf = (source: SectionSource, trial: SiteTry | null) => ({ source, focus: source.kind === 'site' ? source.site : null, trial, underground: undergroundOf(currentDocument()) });

const cutting = new Latest();
/** Cuts anew, and has the figures of the site follow. What is cut is the site as its layer says: a box that is moved is drawn over it at once. */
export function recut(): void {
  cutting.ask(async () => {
    const { source } = currentSection();
    if (!source) return;
    const answer = await attempt(() => engine.section(layersNow(), askedOf(source, null)));
    if (currentSection().source !== source) return;
    if (answer) {
      setSection({ laid: answer.laid, model: answer.model });
      askFigures();
    } else if (!currentSection().model) closeSection();
  });
}
