import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { MapFrame } from '../../geo/index.ts';
import { changeElement } from '../commands/sheets.ts';
import { useWords } from '../i18n/index.ts';
import { centredOn } from '../layout/drag.ts';
import { setComposer } from '../state/composer.ts';
import { currentDocument, useDocument, type ProjectDocument } from '../state/document.ts';
import { Button } from '../ui/Button.tsx';
import { showFrameOnMap, type FrameOnMap } from './frame-on-map.ts';
import { whenThere } from './map-access.ts';

/** While a sheet's frame is moved on the map: what to do, and the way back to the sheet. */
export default function FrameBar({ sheetId, elementId }: { sheetId: string; elementId: string }) {
  const { say } = useWords();
  const sheet = useDocument(({ document }) => document.layouts.find(({ id }) => id === sheetId));
  const frame = useDocument(({ document }) => frameIn(document, sheetId, elementId));
  const isThere = frame !== undefined;
  const onMap = useRef<FrameOnMap | null>(null);
  const back = () => setComposer({ onMap: null, open: true, sheetId, chosen: [elementId] });
  useEffect(() => {
    let last = frameIn(currentDocument(), sheetId, elementId), ended = false;
    if (!isThere || !last) return undefined;
    const current = (): MapFrame => (last = frameIn(currentDocument(), sheetId, elementId) ?? last!);
    whenThere((map) => {
      const begin = () => {
        if (!ended) onMap.current = showFrameOnMap(map, current, (centre) => changeElement(sheetId, elementId, (before) => (before.kind === 'map' ? centredOn(before, centre) : before)));
      };
      if (map.isStyleLoaded()) begin();
      else map.once('idle', begin);
    });
    return () => {
      ended = true;
      onMap.current?.end();
      onMap.current = null;
    };
  }, [isThere, sheetId, elementId]);
  useEffect(() => onMap.current?.follow(), [frame]);
  if (!frame) return null;
  return (
    <div className="map-overlay map-top frame-bar" role="status">
      <span>{say('sheet.onMapHint', { name: sheet!.name, scale: frame.scale.toLocaleString('en') })}</span>
      <Button size="small" kind="primary" autoFocus onClick={back}><Check />{say('sheet.backToSheet')}</Button>
    </div>
  );
}

function frameIn({ layouts }: ProjectDocument, sheetId: string, elementId: string): MapFrame | undefined {
  const element = layouts.find(({ id }) => id === sheetId)?.elements.find(({ id }) => id === elementId);
  return element?.kind === 'map' ? element : undefined;
}
