import { dxfDrawing } from '../io/index.ts';
import { shapesOfFrames, sheetFiles, type SheetEnding, type SheetFile, type SheetFiles, type SheetFileWishes } from '../layout/index.ts';

/**
 * Sheets as files of any kind: as pages, or as DXF, which has what their frames show and not the paper around them.
 * @throws UserError `layout.*`
 */
export function writeSheets(ending: SheetEnding, wishes: SheetFileWishes): Promise<SheetFiles> {
  return ending === 'dxf' ? drawings(wishes) : sheetFiles(ending, wishes);
}

/** A drawing for each frame, those after a sheet's first by their number. In GBK, which AutoCAD since 2004 and GDAL read as it is. */
async function drawings({ layouts, source, onPage }: SheetFileWishes): Promise<SheetFiles> {
  const files: SheetFile[] = [];
  for (const [sheet, layout] of layouts.entries()) {
    files.push(...shapesOfFrames(layout, source).map((shapes, i) => ({ sheet, ending: i === 0 ? 'dxf' : `${i + 1}.dxf`, bytes: dxfDrawing(shapes, 'gbk') })));
    await onPage?.(sheet + 1, layouts.length);
  }
  return { files, leftOut: [] };
}
