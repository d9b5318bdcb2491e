import { useCallback, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useComposer } from '../../state/composer.ts';
import { useEditing } from '../../state/editing.ts';
import { useLooked } from '../../state/scenarios.ts';
import { setVolumes } from '../../state/volumes.ts';
import { Empty } from '../../ui/Empty.tsx';
import { DepthPanel } from './DepthPanel.tsx';
import { NoVolumes } from './NoVolumes.tsx';
import { Orientation } from './Orientation.tsx';
import { StageCanvas } from './StageCanvas.tsx';
import { StrataLabels } from './StrataLabels.tsx';
import { useScene } from './use-scene.ts';
import { VolumesBar } from './VolumesBar.tsx';
import { VolumesLegend } from './VolumesLegend.tsx';
import './volumes.css';

/** The ground as glass, in place of the map: the same layers, the same selection. Loaded when it is first opened. */
export default function VolumesView({ drawable }: { drawable: boolean }) {
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  useGiveWay();
  return (
    <section className="volumes">
      {drawable && !failed ? <Volumes onFail={fail} /> : <NoVolumes />}
    </section>
  );
}

function Volumes({ onFail }: { onFail: () => void }) {
  const { say } = useWords();
  const shown = useScene();
  const { scene, busy, meshes } = shown;
  const isEmpty = !busy && meshes.every(({ ids }) => ids.length === 0);
  return (
    <>
      <VolumesBar shown={shown} />
      <div className="volumes-body">
        <StageCanvas shown={shown} onFail={onFail} />
        <StrataLabels scene={scene} />
        <Orientation />
        {isEmpty && <div className="volumes-empty map-overlay"><Empty title={say('volumes.empty')} hint={say('volumes.emptyHint')} /></div>}
        {busy && <div className="map-overlay volumes-busy" role="status"><i className="spinner" aria-hidden="true" />{say('volumes.loading')}</div>}
        <div className="volumes-side">
          <DepthPanel floor={shown.reach} strata={scene.filter.strata} />
          <VolumesLegend scene={scene} />
        </div>
      </div>
    </>
  );
}

/** What is done on the map itself needs the map. */
function useGiveWay(): void {
  const editing = useEditing((state) => state.layerId !== null), framing = useComposer((state) => state.onMap !== null), comparing = useLooked().compare !== null;
  const [wasBusy, setWasBusy] = useState(editing || framing || comparing), isBusy = editing || framing || comparing;
  if (isBusy !== wasBusy) {
    setWasBusy(isBusy);
    if (isBusy) queueMicrotask(() => setVolumes({ open: false }));
  }
}
