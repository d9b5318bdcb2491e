import { useEffect, useRef } from 'react';
import { createMap } from './create-map.ts';
import { attachMap, whenThere } from './map-access.ts';
import { startScene } from './scene.ts';
import { useMeetingMap, useMeetingPixels } from './use-meeting-map.ts';

/** The one owner of the map. Everything else asks for camera moves and pictures through map-access. */
export function MapCanvas() {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = createMap(container.current!);
    const detach = attachMap(view);
    let endScene = () => {};
    view.once('load', () => { endScene = startScene(view); });
    return () => {
      endScene();
      detach();
      view.remove();
    };
  }, []);
  useMeetingMap();
  useMeetingPixels(whenThere);
  return <div ref={container} className="map-canvas" data-testid="map" />;
}
