import { useWords } from '../../i18n/index.ts';
import { useVolumes } from '../../state/volumes.ts';
import { scaleLength } from './camera.ts';
import { projector, useCamera } from './camera-state.ts';

const words = (metres: number) => (metres >= 1000 ? `${metres / 1000} km` : `${metres} m`);

/** Where north is, how long a metre is in the middle of the view, and how much heights are stretched. */
export function Orientation() {
  const { say } = useWords();
  const state = useCamera(), exaggeration = useVolumes(({ exaggeration: times }) => times);
  const { camera: { target: [x, y, z], zoom } } = state, project = projector(state);
  const [here, north] = [project([x, y, z]), project([x, y + 40 / 2 ** zoom, z])];
  const angle = here && north ? Math.atan2(north[0] - here[0], here[1] - north[1]) * 180 / Math.PI : 0;
  const { metres, pixels } = scaleLength(zoom, 120);
  return (
    <div className="map-overlay orientation">
      <svg viewBox="-16 -16 32 32" role="img" aria-label={say('volumes.north')}>
        <g transform={`rotate(${angle.toFixed(1)})`}><path d="M0 -13 L5 6 L0 2.5 L-5 6 Z" /></g>
      </svg>
      <b>{say('volumes.north')}</b>
      <span className="scale-hint"><i style={{ width: `${pixels.toFixed(0)}px` }} />{say('volumes.scale', { metres: words(metres) })}</span>
      <span>{exaggeration === 1 ? say('volumes.statedTrue') : say('volumes.stated', { n: exaggeration })}</span>
    </div>
  );
}
