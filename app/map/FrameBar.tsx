import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { changeElement } from '../commands/sheets.ts';
import { useWords } from '../i18n/index.ts';
import { setComposer } from '../state/composer.ts';
import { useDocument } from '../state/document.ts';
import { Button } from '../ui/Button.tsx';
import { showFrameOnMap } from './frame-on-map.ts';
import { whenThere } from './map-access.ts';

/** While a sheet's frame is moved on the map: what to do, and the way back to the sheet. */
export default function FrameBar({ sheetId, elementId }: { sheetId: string; elementId: string }) {
  const { say } = useWords();
  const sheet = useDocument(({ document }) => document.layouts.find(({ id }) => id === sheetId));
  const frame = sheet?.elements.find((element) => element.kind === 'map' && element.id === elementId);
  const back = () => setComposer({ onMap: null, open: true, sheetId, elementId });
  useEffect(() => {
    if (frame?.kind !== 'map') return undefined;
    let end = () => {};
    whenThere((map) => { end = showFrameOnMap(map, frame, (centre) => changeElement(sheetId, elementId, (before) => ({ ...before, centre }))); });
    return () => end();
  }, [frame, sheetId, elementId]);
  if (frame?.kind !== 'map') return null;
  return (
    <div className="map-overlay map-top frame-bar" role="status">
      <span>{say('sheet.onMapHint', { name: sheet!.name, scale: frame.scale.toLocaleString('en') })}</span>
      <Button size="small" kind="primary" autoFocus onClick={back}><Check />{say('sheet.backToSheet')}</Button>
    </div>
  );
}
