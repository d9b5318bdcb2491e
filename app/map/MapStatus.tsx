import { useEffect, useState } from 'react';
import { planeFor } from '../../geo/index.ts';
import { crsWords } from '../files/crs-name.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useDrawing } from './drawing.ts';
import { whenThere } from './map-access.ts';
import { useElevation } from './use-elevation.ts';

/** What is drawn sooner than this (milliseconds) needs no word. */
const PATIENCE = 350, MOMENT = 200;

/** The pointer's place in the planning CRS, as it stands on the drawings, and how high the ground lies there where the project says so. */
export function MapStatus() {
  const { say, sayCode } = useWords();
  const [place, setPlace] = useState<[number, number] | null>(null);
  useEffect(() => {
    let stop = () => {};
    whenThere((map) => {
      const follow = ({ lngLat }: { lngLat: { lng: number; lat: number } }) => setPlace([lngLat.lng, lngLat.lat]);
      map.on('mousemove', follow);
      stop = () => map.off('mousemove', follow);
    });
    return () => stop();
  }, []);
  const elevation = useElevation(place);
  const hasBasemap = useDocument(({ document }) => document.basemaps.length > 0);
  const drawing = useLate(useDrawing(({ layers, map }) => layers || map), PATIENCE);
  if (drawing) return <div className="map-overlay map-status" role="status"><i className="spinner" aria-hidden="true" />{say('map.drawing')}</div>;
  if (!place || Math.abs(place[1]) > 80) return <div className="map-overlay map-status">{say(hasBasemap ? 'map.ownBasemap' : 'map.noBasemap')}</div>;
  const plane = planeFor(...place);
  const [x, y] = plane.forward(...place);
  return <div className="map-overlay map-status numeric">{crsWords(plane.code, sayCode) ?? plane.name}　{say('map.coordinates', { x: x.toFixed(1), y: y.toFixed(1) })}{elevation !== undefined && <span data-ground>　{elevation === null ? say('map.noTerrain') : say('map.elevation', { h: elevation.toFixed(1) })}</span>}</div>;
}

/** True once the state has been true for a while, and until it has been false for a moment: between one kind of drawing and the next it is. */
function useLate(state: boolean, patience: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(state), state ? patience : MOMENT);
    return () => clearTimeout(timer);
  }, [state, patience]);
  return late;
}
