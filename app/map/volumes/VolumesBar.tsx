import { ArrowDownToLine, ArrowUpFromLine, Map as MapIcon, Minus, PanelTop, Plus, RotateCcw } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { useCoordination } from '../../state/coordination.ts';
import { useShown } from '../../state/scenarios.ts';
import { useView } from '../../state/view.ts';
import { EXAGGERATIONS, ISOLATIONS, setVolumes, useVolumes, type Isolation } from '../../state/volumes.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { VIEWPOINTS, zoomed, type Viewpoint } from './camera.ts';
import { setCamera, useCamera } from './camera-state.ts';
import { hasConflicts } from './isolated.ts';
import { look } from './look.ts';
import type { ShownScene } from './use-scene.ts';

const ICONS: Readonly<Record<Viewpoint, typeof RotateCcw>> = { oblique: RotateCcw, above: ArrowDownToLine, side: PanelTop, below: ArrowUpFromLine };
const POINTS = Object.keys(VIEWPOINTS) as Viewpoint[];

export function VolumesBar({ shown }: { shown: ShownScene }) {
  const { say } = useWords();
  const exaggeration = useVolumes((state) => state.exaggeration);
  const zoom = (by: number) => setCamera(zoomed(useCamera.getState().camera, by));
  return (
    <div className="volumes-bar" role="toolbar" aria-label={say('volumes.title')}>
      <span className="volumes-label">{say('volumes.exaggeration')}</span>
      <Segmented
        label={say('volumes.exaggeration')} value={String(exaggeration)} options={EXAGGERATIONS.map((n) => ({ value: String(n), label: say('volumes.times', { n }) }))}
        onChange={(value) => setVolumes({ exaggeration: EXAGGERATIONS.find((n) => String(n) === value)! })}
      />
      <span className="volumes-group">
        {POINTS.map((point) => { const Icon = ICONS[point]; return <IconButton key={point} size="small" label={say(`volumes.view.${point}`)} onClick={() => look(shown.scene.extent, point, shown)}><Icon /></IconButton>; })}
        <IconButton size="small" label={say('volumes.zoomIn')} onClick={() => zoom(0.5)}><Plus /></IconButton>
        <IconButton size="small" label={say('volumes.zoomOut')} onClick={() => zoom(-0.5)}><Minus /></IconButton>
      </span>
      <IsolationSelect />
      <span className="bar-space" />
      <Button size="small" onClick={() => setVolumes({ open: false })}><MapIcon />{say('volumes.back')}</Button>
    </div>
  );
}

/** What cannot be isolated now is there, and says why. */
function IsolationSelect() {
  const { say } = useWords();
  const isolation = useVolumes((state) => state.isolation), selection = useView((view) => view.selection), conflicts = useCoordination((state) => state.conflicts), document = useShown();
  const isPossible: Readonly<Record<Isolation, boolean>> = { all: true, feature: selection !== null, layer: selection !== null, conflicts: hasConflicts(selection, document, conflicts) };
  const hint = !selection ? say('volumes.isolate.select') : isPossible.conflicts ? '' : say('volumes.isolate.noConflicts');
  return (
    <label className="volumes-isolate" title={hint}>
      <span className="volumes-label">{say('volumes.isolate')}</span>
      <select className="select" value={isPossible[isolation] ? isolation : 'all'} onChange={(event) => setVolumes({ isolation: ISOLATIONS.find((one) => one === event.target.value)! })}>
        {ISOLATIONS.map((one) => <option key={one} value={one} disabled={!isPossible[one]}>{say(`volumes.isolate.${one}`)}</option>)}
      </select>
    </label>
  );
}
