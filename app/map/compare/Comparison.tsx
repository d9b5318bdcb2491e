import type { Map as MapView } from 'maplibre-gl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLooked } from '../../state/scenarios.ts';
import { createMap } from '../create-map.ts';
import { whenThere } from '../map-access.ts';
import { useMeetingPixels } from '../use-meeting-map.ts';
import { CompareBar } from './CompareBar.tsx';
import { followEachOther } from './follow-camera.ts';
import { startOtherScene } from './other-scene.ts';
import { SwipeHandle } from './SwipeHandle.tsx';
import './compare.css';

/** The scenario that the shown one is compared with: beside it, under a curtain, or through it. A difference needs no second map. */
export default function Comparison() {
  const way = useLooked().compare?.way ?? 'swipe';
  /** Share of the width that the first map has; how much of the second is seen. */
  const [split, setSplit] = useState(0.5), [seen, setSeen] = useState(0.5);
  return (
    <>
      {way !== 'difference' && <OtherMap way={way} split={split} seen={seen} />}
      {way === 'swipe' && <SwipeHandle split={split} onChange={setSplit} />}
      <CompareBar seen={seen} onSeen={setSeen} />
    </>
  );
}

function OtherMap({ way, split, seen }: { way: 'swipe' | 'side' | 'overlay'; split: number; seen: number }) {
  const container = useRef<HTMLDivElement>(null), made = useRef<MapView | null>(null);
  useEffect(() => {
    const view = made.current = createMap(container.current!, { controls: false });
    let endScene = () => {}, endFollowing = () => {}, gone = false;
    view.once('load', () => { if (!gone) endScene = startOtherScene(view); });
    whenThere((first) => { if (!gone) endFollowing = followEachOther(first, view); });
    return () => {
      gone = true;
      made.current = null;
      endScene();
      endFollowing();
      view.remove();
    };
  }, []);
  useMeetingPixels(useCallback((act) => { if (made.current) act(made.current); }, []));
  // Both maps take the room that they have now.
  useEffect(() => {
    const area = container.current!.parentElement!;
    area.dataset['compare'] = way;
    return () => { delete area.dataset['compare']; };
  }, [way]);
  const style = way === 'swipe' ? { clipPath: `inset(0 0 0 ${100 * split}%)` } : way === 'overlay' ? { opacity: seen } : {};
  return <div ref={container} className="map-canvas other-map" data-way={way} data-testid="other-map" style={style} />;
}
