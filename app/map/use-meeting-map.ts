import { useEffect, type CSSProperties } from 'react';
import { showAgain } from '../commands/meeting-run.ts';
import { currentMeeting, currentMeetingState, useMeeting } from '../state/meeting.ts';
import { useScreenScale } from '../ui/use-screen-scale.ts';
import { flyToCamera, whenThere } from './map-access.ts';

/** While a meeting is held, the map with its letters and lines is drawn as large as the screen asks, and shows the agenda's ground at any size. */
export function useMeetingMap(): CSSProperties | undefined {
  const running = useMeeting((state) => state.running);
  const scale = useScreenScale(running);
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
  // Drawn at the pixels that there are, not stretched.
  useEffect(() => {
    if (!running) return undefined;
    whenThere((map) => map.setPixelRatio(window.devicePixelRatio * scale));
    return () => whenThere((map) => map.setPixelRatio(window.devicePixelRatio));
  }, [running, scale]);
  if (scale === 1) return undefined;
  return { width: `${100 / scale}%`, height: `${100 / scale}%`, transform: `scale(${scale})` };
}
function followCamera(): void {
  const view = currentMeeting()?.views.find(({ id }) => id === currentMeetingState().viewId);
  if (view?.camera) flyToCamera(view.camera, true);
}
