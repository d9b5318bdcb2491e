import type { Map as MapView } from 'maplibre-gl';
import { useEffect } from 'react';
import { showAgain } from '../commands/meeting-run.ts';
import { currentMeeting, currentMeetingState, useMeeting } from '../state/meeting.ts';
import { useScreenScale } from '../ui/use-screen-scale.ts';
import { flyToCamera, whenThere } from './map-access.ts';

/** While a meeting is held, the map shows the agenda's ground on a screen of any size. */
export function useMeetingMap(): void {
  const running = useMeeting((state) => state.running);
  useEffect(() => {
    if (!running) return undefined;
    // The page is laid out for the meeting by then.
    const frame = requestAnimationFrame(showAgain);
    let stop = () => {};
    whenThere((map) => {
      map.on('resize', followCamera);
      stop = () => map.off('resize', followCamera);
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [running]);
}
function followCamera(): void {
  const view = currentMeeting()?.views.find(({ id }) => id === currentMeetingState().viewId);
  if (view?.camera) flyToCamera(view.camera, true);
}

/** A style sheet draws the map of a meeting, with its letters and lines, as large as the screen asks: here it gets the pixels that there are, lest it is stretched. */
export function useMeetingPixels(withMap: (act: (map: MapView) => void) => void): void {
  const running = useMeeting((state) => state.running);
  const scale = useScreenScale(running);
  useEffect(() => {
    if (!running) return undefined;
    withMap((map) => map.setPixelRatio(window.devicePixelRatio * scale));
    return () => withMap((map) => map.setPixelRatio(window.devicePixelRatio));
  }, [running, scale, withMap]);
}
