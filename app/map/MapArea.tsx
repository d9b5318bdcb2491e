import { lazy, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { Notices } from '../panels/Notices.tsx';
import { TaskBox } from '../panels/TaskBox.tsx';
import { useComposer } from '../state/composer.ts';
import { useEditing } from '../state/editing.ts';
import { useMeeting, useShownView } from '../state/meeting.ts';
import { useLooked } from '../state/scenarios.ts';
import { useView } from '../state/view.ts';
import { useVolumes } from '../state/volumes.ts';
import { EmptyMap } from './EmptyMap.tsx';
import { FeatureCard } from './FeatureCard.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapStatus } from './MapStatus.tsx';
import { TrialSwitch } from './TrialSwitch.tsx';
import { Later } from '../ui/Later.tsx';

const Comparison = lazy(() => import('./compare/Comparison.tsx'));
const FrameBar = lazy(() => import('./FrameBar.tsx'));
const PenOnMap = lazy(() => import('./pen/PenOnMap.tsx'));
const VolumesView = lazy(() => import('./volumes/VolumesView.tsx'));
const EditToolbar = lazy(() => import('./edit/EditToolbar.tsx'));

const hasWebgl = () => document.createElement('canvas').getContext('webgl2') !== null;

export function MapArea() {
  const { say } = useWords();
  const [drawable] = useState(hasWebgl);
  const onMap = useComposer((state) => state.onMap);
  const isShownByAgenda = useIsShownByAgenda();
  const comparing = useLooked().compare !== null;
  const drawing = useMeeting((state) => state.running && state.pen !== null);
  const editing = useEditing((state) => state.layerId !== null);
  const volumes = useVolumes((state) => state.open);
  return (
    <main className="map-area" aria-label={say('app.mapArea')} data-volumes={volumes || undefined}>
      {drawable ? <MapCanvas /> : !volumes && <p className="empty">{say('app.noWebgl')}</p>}
      {volumes && <Later><VolumesView drawable={drawable} /></Later>}
      {drawable && comparing && <Later><Comparison /></Later>}
      {drawable && <>{!editing && !volumes && <MapStatus />}{!volumes && <><MapLegend /><TrialSwitch /></>}{!editing && !isShownByAgenda && <FeatureCard />}{!volumes && <EmptyMap />}</>}
      {drawable && editing && <Later><EditToolbar /></Later>}
      {drawable && drawing && <Later><PenOnMap /></Later>}
      {drawable && onMap && <Later><FrameBar {...onMap} key={onMap.elementId} /></Later>}
      <TaskBox />
      <Notices />
    </main>
  );
}

/** What a point of the agenda highlights is told by the meeting; a card is for who clicks. */
function useIsShownByAgenda(): boolean {
  const running = useMeeting((state) => state.running), highlight = useShownView()?.highlight;
  return useView(({ selection }) => running && highlight?.featureId === selection?.featureId && highlight?.layerId === selection?.layerId);
}
