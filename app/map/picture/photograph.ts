import type { Map as MapView } from 'maplibre-gl';

/** The map's pixels, and how many of them stand for one of the page. */
export interface Photograph {
  canvas: HTMLCanvasElement;
  width: number;
  height: number;
  detail: number;
}
/** A slow machine may take long to draw; a picture that is almost there beats none. */
const PATIENCE = 8000;

/** What marks the selection on the page says nothing on paper. */
const NOT_ON_PAPER = ['highlight/fill', 'highlight/line', 'highlight/point'];

/** Draws the map once at a finer grain and copies it. The map on the page is left as it was. */
export async function photograph(map: MapView, detail: number): Promise<Photograph> {
  const before = map.getPixelRatio();
  const { width, height } = map.getContainer().getBoundingClientRect();
  try {
    showMarks(map, false);
    map.setPixelRatio(detail);
    await drawn(map);
    const source = map.getCanvas();
    const canvas = document.createElement('canvas');
    canvas.width = source.width;
    canvas.height = source.height;
    canvas.getContext('2d')!.drawImage(source, 0, 0);
    return { canvas, width, height, detail: source.width / width };
  } finally {
    map.setPixelRatio(before);
    showMarks(map, true);
  }
}

function showMarks(map: MapView, shown: boolean): void {
  for (const id of NOT_ON_PAPER) if (map.getLayer(id)) map.setLayoutProperty(id, 'visibility', shown ? 'visible' : 'none');
}

function drawn(map: MapView): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    void map.once('idle', () => {
      clearTimeout(timer);
      resolve();
    });
    map.triggerRepaint();
  });
}
