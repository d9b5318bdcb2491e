import type { Map as MapView } from 'maplibre-gl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useLooked } from '../../state/scenarios.ts';
import { createMap } from '../create-map.ts';
import { whenThere } from '../map-access.ts';
import { useMeetingPixels } from '../use-meeting-map.ts';
import { CompareBar } from './CompareBar.tsx';
import { followEachOther } from './follow-camera.ts';
import { startOtherScene } from './other-scene.ts';
import { SwipeHandle } from './SwipeHandle.tsx';
import { useScenarioName } from './use-scenario-name.ts';
import './compare.css';

/** The scenario that the shown one is compared with: beside it, under a curtain, or through it. A difference needs no second map. */
export default function Comparison() {
  const way = useLooked().compare?.way ?? 'swipe';
  /** Share of the width that the first map has; how much of the second is seen. */
  const [split, setSplit] = useState(0.5), [seen, setSeen] = useState(0.5), [isDrawn, setDrawn] = useState(false);
  const edge = way === 'swipe' ? split : 0.5;
  return (
    <>
      {way !== 'difference' && <OtherMap way={way} split={split} seen={seen} onDrawn={setDrawn} />}
      {(way === 'swipe' || way === 'side') && <SideNames edge={edge} isDrawn={isDrawn} />}
      {way === 'swipe' && <SwipeHandle split={split} onChange={setSplit} />}
      <CompareBar seen={seen} onSeen={setSeen} />
    </>
  );
}

/** Which scenario lies on which side; a side that is not drawn yet says so, or it would look like one without shortage. */
function SideNames({ edge, isDrawn }: { edge: number; isDrawn: boolean }) {
  const { say } = useWords();
  const nameOf = useScenarioName();
  const { scenario, compare } = useLooked();
  if (!compare) return null;
  return (
    <>
      <div className="map-overlay compare-name" data-side="first" style={{ left: `${50 * edge}%` }}>{nameOf(scenario)}</div>
      <div className="map-overlay compare-name" data-side="other" role="status" style={{ left: `${50 + 50 * edge}%` }}>{!isDrawn && <i className="spinner" aria-hidden="true" />}{nameOf(compare.with)}{!isDrawn && <span className="muted">{say('map.drawing')}</span>}</div>
    </>
  );
}

function OtherMap({ way, split, seen, onDrawn }: { way: 'swipe' | 'side' | 'overlay'; split: number; seen: number; onDrawn: (isDrawn: boolean) => void }) {
  const container = useRef<HTMLDivElement>(null), made = useRef<MapView | null>(null);
  useEffect(() => {
    const view = made.current = createMap(container.current!, { controls: false });
    let endScene = () => {}, endFollowing = () => {}, gone = false;
    onDrawn(false);
    view.once('load', () => { if (!gone) endScene = startOtherScene(view, () => view.once('idle', () => { if (!gone) onDrawn(true); })); });
    whenThere((first) => { if (!gone) endFollowing = followEachOther(first, view); });
    return () => {
      gone = true;
      made.current = null;
      endScene();
      endFollowing();
      view.remove();
    };
  }, [onDrawn]);
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
