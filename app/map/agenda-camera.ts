import type { Map as MapView } from 'maplibre-gl';
import type { Camera } from '../../geo/index.ts';

/** Of the flight from one view to the next (milliseconds): long enough to see where one goes. */
const FLIGHT = 1200;

export function agendaCameraOf(map: MapView): Camera {
  const { clientWidth, clientHeight } = map.getContainer();
  return { center: map.getCenter().toArray(), zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch(), size: [clientWidth, clientHeight] };
}

/** Shows at least the ground that the camera saw, below what a meeting writes at the top. */
export function fly(map: MapView, { center, zoom, bearing, pitch, size }: Camera, instant: boolean): void {
  const { clientWidth, clientHeight } = map.getContainer(), top = coveredAtTop(map);
  const wider = size ? Math.log2(Math.min(clientWidth / size[0], (clientHeight - top) / size[1])) : 0;
  map.flyTo({ center, zoom: zoom + wider, bearing, pitch, offset: [0, top / 2], curve: 1.2, ...(instant ? { animate: false } : { duration: FLIGHT }) });
}
function coveredAtTop(map: MapView): number {
  const frame = map.getContainer().getBoundingClientRect(), head = document.querySelector('.meeting-head')?.getBoundingClientRect();
  // The map may be drawn larger than it is laid out.
  return head ? Math.max(0, head.bottom - frame.top) * map.getContainer().clientHeight / frame.height : 0;
}
