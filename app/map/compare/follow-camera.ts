import type { Map as MapView } from 'maplibre-gl';

/** One camera for two maps: whichever is moved, the other follows in the same frame. Returns the end of it. */
export function followEachOther(a: MapView, b: MapView): () => void {
  let following = false;
  const follow = (from: MapView, to: MapView) => () => {
    if (following) return;
    following = true;
    to.jumpTo({ center: from.getCenter(), zoom: from.getZoom(), bearing: from.getBearing(), pitch: from.getPitch() });
    following = false;
  };
  const [ab, ba] = [follow(a, b), follow(b, a)];
  ab();
  a.on('move', ab);
  b.on('move', ba);
  return () => {
    a.off('move', ab);
    b.off('move', ba);
  };
}
