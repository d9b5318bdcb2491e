export type { Drawing, GeoFrame, LeftOut, Mark } from './drawing.ts';
export type { SheetSource } from './context.ts';
export { drawnLayers, type DrawnLayer } from './map/drawn-layer.ts';
export { drawSheet } from './draw-sheet.ts';
export { loadFaces, type Faces, type FontFiles } from './font/faces.ts';
export { PAPERS, paperSize, type PaperId } from './papers.ts';
export { fittingScale, SCALES } from './scales.ts';
export { sheetFromTemplate, TEMPLATES, templatesFor, type SheetTemplate, type SheetWishes } from './templates.ts';
export type { Box as PaperBox, MapFrame, SheetElement, SheetLayout, TitleBlock } from './sheet.ts';
