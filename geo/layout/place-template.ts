import { planeForLayers } from '../crs/index.ts';
import type { Layer } from '../model/index.ts';
import { MARGIN_OF_GROUND, wholeGround } from './ground.ts';
import { fittingScale } from './scales.ts';
import type { SheetElement, SheetLayout } from './sheet.ts';

/** A template on the ground of a project: its frames at the largest scale that shows the whole, the project's name in title and title block. */
export function sheetOnGround(sheet: SheetLayout, layers: readonly Layer[], project: string): SheetLayout {
  const full = layers.filter(({ features }) => features.length > 0);
  const plane = full.length > 0 ? planeForLayers(full) : null;
  const ground = plane && wholeGround(full, plane);
  const elements = sheet.elements.map((element): SheetElement => {
    if (element.kind === 'title' && project !== '' && !element.text.startsWith(project)) return { ...element, text: element.text === '' ? project : `${project} · ${element.text}` };
    if (element.kind !== 'map' || !plane || !ground) return element;
    const size = { width: ground.width * MARGIN_OF_GROUND, height: ground.height * MARGIN_OF_GROUND };
    return { ...element, crs: plane.code, centre: plane.inverse(ground.east, ground.north), scale: fittingScale(size, element.box) };
  });
  return { ...sheet, elements, titleBlock: { ...sheet.titleBlock, project: sheet.titleBlock.project || project } };
}
