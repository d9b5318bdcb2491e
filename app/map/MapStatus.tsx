import { useEffect, useState } from 'react';
import { planeFor } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { whenThere } from './map-access.ts';

/** The pointer's place in the planning CRS, as it stands on the drawings. */
export function MapStatus() {
  const { say } = useWords();
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
  if (!place || Math.abs(place[1]) > 80) return <div className="map-overlay map-status">{say('map.noBasemap')}</div>;
  const plane = planeFor(...place);
  const [x, y] = plane.forward(...place);
  return <div className="map-overlay map-status numeric">{plane.name}　{say('map.coordinates', { x: x.toFixed(1), y: y.toFixed(1) })}</div>;
}
