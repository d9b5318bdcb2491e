import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { currentShown } from '../state/scenarios.ts';
import { notify } from '../state/tasks.ts';
import { currentView } from '../state/view.ts';
import { currentMap } from './map-access.ts';
import { drawSheet, sheetLetters } from './picture/draw-sheet.ts';
import { photograph } from './picture/photograph.ts';
import { scaleBar } from './picture/scale-bar.ts';
import { sheetContent } from './picture/sheet-content.ts';

/** Pixels of the picture for one of the page: sharp when it is pasted into a report. */
const DETAIL = 2;

/** A picture of the map as it stands, with title, legend, scale, north, CRS and secrecy, for a report. */
export async function exportPicture(): Promise<void> {
  const map = currentMap();
  if (!map) return notify('warning', 'picture.noMap');
  const language = currentLanguage();
  const { lng, lat } = map.getCenter();
  const date = isoDay(new Date());
  const content = sheetContent(currentShown(), currentView(), { language, sayCode: sayNow, date, centre: [lng, lat] });
  const { width } = map.getContainer().getBoundingClientRect();
  const { x, y } = map.project([lng, lat]);
  const [a, b] = [x - 50, x + 50].map((at) => map.unproject([at, y]));
  const scale = scaleBar([a.lng, a.lat], [b.lng, b.lat], 100, Math.min(160, width / 4));
  // The fonts come in slices by character; nothing is written before the slices are there.
  const letters = sheetLetters(content);
  await Promise.all(['400 12px "Noto Sans SC"', '600 12px "Noto Sans SC"'].map((font) => document.fonts.load(font, letters)));
  const sheet = drawSheet(await photograph(map, Math.max(DETAIL, window.devicePixelRatio)), content, scale);
  const file = `${content.title}-${date}.png`;
  download(file, 'image/png', await pngOf(sheet));
  notify('info', 'picture.done', { file });
}

function isoDay(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG'))), 'image/png');
  });
}
