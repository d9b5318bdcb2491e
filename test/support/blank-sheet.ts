import type { MapFrame, SheetLayout } from '../../geo/index.ts';

/** An A4 with one map in its middle, around 114° E, 30° N. */
export function blankSheet(frame: Partial<MapFrame> = {}, more: SheetLayout['elements'] = []): SheetLayout {
  const words = { project: '', sheetName: '试验图', sheetNumber: '', institute: '', designer: '', checker: '', approver: '', date: '2026-11-25', revision: '', stage: '', heightDatum: '', classification: '', reviewNumber: '' };
  const map: MapFrame = { id: 'map', kind: 'map', box: { x: 30, y: 20, width: 200, height: 150 }, centre: [114, 30], scale: 1000, rotation: 0, crs: null, layers: null, grid: null, labels: false, ...frame };
  return { id: 'blank', name: '试验图', language: 'zh', template: null, paper: { size: 'A4', landscape: true }, titleBlock: words, elements: [map, ...more] };
}
