import { Tooltip } from 'radix-ui';
import { lazy, type CSSProperties } from 'react';
import { DropZone } from './files/DropZone.tsx';
import { MapArea } from './map/MapArea.tsx';
import { LayersPanel } from './panels/LayersPanel.tsx';
import { SidePanels } from './panels/SidePanels.tsx';
import { StoreStrip } from './panels/StoreStrip.tsx';
import { TopBar } from './panels/TopBar.tsx';
import { useShortcuts } from './panels/use-shortcuts.ts';
import { useComposer } from './state/composer.ts';
import { useCoordination } from './state/coordination.ts';
import { drawableLayers } from './state/document.ts';
import { useMeeting } from './state/meeting.ts';
import { useShown } from './state/scenarios.ts';
import { useSection } from './state/section.ts';
import { usePicking } from './state/site-terms.ts';
import { useView } from './state/view.ts';
import { useScreenScale } from './ui/use-screen-scale.ts';
import { Later } from './ui/Later.tsx';

// Not on the first screen, so not in the first download.
const AttributeTable = lazy(() => import('./panels/AttributeTable.tsx'));
const WindowsDock = lazy(() => import('./panels/coordination/WindowsDock.tsx'));
const SectionDock = lazy(() => import('./section/SectionDock.tsx'));
const ExportDialog = lazy(() => import('./files/ExportDialog.tsx'));
const ProjectsDialog = lazy(() => import('./panels/projects/ProjectsDialog.tsx'));
const MeetingPlanner = lazy(() => import('./meeting/MeetingPlanner.tsx'));
const MeetingScreen = lazy(() => import('./meeting/MeetingScreen.tsx'));
const SheetComposer = lazy(() => import('./layout/SheetComposer.tsx'));
const UndergroundDialog = lazy(() => import('./panels/underground/UndergroundDialog.tsx'));
const BasemapDialog = lazy(() => import('./files/BasemapDialog.tsx'));
const SiteTermsDialog = lazy(() => import('./panels/sites/SiteTermsDialog.tsx'));
const ImportDialog = lazy(() => import('./files/ImportDialog.tsx'));

export function App() {
  const tableLayer = useView((view) => view.tableLayer);
  const section = useSection(({ open }) => open) && !tableLayer;
  const timeline = useTimeline() && !tableLayer && !section;
  const importing = useView((view) => view.importing);
  const pictures = useView((view) => view.importingPictures);
  const listing = useView((view) => view.listing);
  const underground = useView((view) => view.underground);
  const picking = usePicking((state) => state.ticked);
  const composing = useComposer(({ open }) => open);
  const planning = useMeeting((state) => state.planning);
  const meeting = useMeeting((state) => state.running);
  const scale = useScreenScale(meeting);
  useShortcuts();
  return (
    <Tooltip.Provider>
      <DropZone>
        <div className="shell" inert={composing} data-meeting={meeting || undefined} style={{ '--screen-scale': scale } as CSSProperties}>
          <TopBar />
          {!meeting && <StoreStrip />}
          {!meeting && <LayersPanel />}
          <MapArea />
          {!meeting && <div className="table-area">
            {tableLayer && <Later><AttributeTable layerId={tableLayer} /></Later>}
            {section && <Later><SectionDock /></Later>}
            {timeline && <Later><WindowsDock /></Later>}
          </div>}
          {!meeting && (planning ? <Later fallback={<aside className="side" />}><MeetingPlanner /></Later> : <SidePanels />)}
          {meeting && <Later><MeetingScreen /></Later>}
        </div>
      </DropZone>
      {composing && <Later><SheetComposer /></Later>}
      <ExportedLayer />
      {listing && <Later><ProjectsDialog /></Later>}
      {underground && <Later><UndergroundDialog /></Later>}
      {picking && <Later><SiteTermsDialog ticked={picking} /></Later>}
      {importing.length > 0 && <Later><ImportDialog files={importing[0]} key={importing[0][0].name + importing.length} /></Later>}
      {importing.length === 0 && pictures.length > 0 && <Later><BasemapDialog files={pictures[0]} key={pictures[0][0].name + pictures.length} /></Later>}
    </Tooltip.Provider>
  );
}

/** The timeline goes with the windows; an attribute table takes its place. */
function useTimeline() {
  const shown = useView((view) => view.panel === 'coordination');
  return useCoordination(({ view, timeline }) => view === 'windows' && timeline) && shown;
}
/** Beside the page and not in it: the page itself is not drawn anew with each change of the document. */
function ExportedLayer() {
  const id = useView((view) => view.exporting);
  const shown = useShown();
  const exporting = id === null ? undefined : drawableLayers(shown).find((layer) => layer.id === id);
  return exporting && <Later><ExportDialog layer={exporting} /></Later>;
}
