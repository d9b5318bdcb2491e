import './pen.css';
import { useEffect } from 'react';
import { whenThere } from '../map-access.ts';
import { Pen } from './pen.ts';

/** While it is on the page, the pointer draws. */
export default function PenOnMap() {
  useEffect(() => {
    let pen: Pen | null = null, ended = false;
    whenThere((map) => { if (!ended) pen = new Pen(map); });
    return () => {
      ended = true;
      pen?.end();
    };
  }, []);
  return null;
}
