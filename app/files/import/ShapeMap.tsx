import { useEffect, useMemo, useRef, useState } from 'react';
import { extentOf, groundDistance, planeFor, type CrsRef, type Extent, type Geometry } from '../../../geo/index.ts';
import { shapesIn } from '../../commands/import-layer.ts';
import { useWords } from '../../i18n/index.ts';
import { currentDocument } from '../../state/document.ts';
import type { OpenedSource } from '../../workers/import-api.ts';
import { drawShapes } from './draw-shapes.ts';

interface ShapeMapProps {
  source: OpenedSource;
  index: number;
  crs: CrsRef;
  swapped: boolean;
}
/** Features of the project drawn as background, evenly taken. */
const BACKGROUND = 1500;

/** The file's shapes over what the project holds, in the CRS that is chosen: a wrong one shows at once. */
export function ShapeMap({ source, index, crs, swapped }: ShapeMapProps) {
  const [shapes, setShapes] = useState<readonly Geometry[] | null>(null);
  useEffect(() => {
    let open = true;
    void shapesIn(source, index, crs, swapped).then((answer) => { if (open) setShapes(answer.ok ? answer.value : []); });
    return () => { open = false; };
  }, [source, index, crs, swapped]);
  return shapes && <ShapePreview shapes={shapes} />;
}

/** Shapes over what the project holds, and whether they lie there. */
export function ShapePreview({ shapes }: { shapes: readonly Geometry[] }) {
  const { say } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  // One row with its coordinates mixed up says nothing of the CRS of the others.
  const placed = useMemo(() => shapes.filter(isOnEarth), [shapes]), extent = extentOf(placed.map((geometry) => ({ geometry }))), onEarth = extent !== null, lost = shapes.length - placed.length;
  useEffect(() => {
    if (canvas.current && onEarth) drawShapes(canvas.current, placed, background(), extent);
  }, [placed, onEarth, extent]);
  const relation = onEarth ? relationOf(extent) : 'nowhere';
  const isBad = relation === 'nowhere' || (typeof relation === 'number');
  return (
    <section className="shape-map">
      {onEarth && <canvas ref={canvas} role="img" aria-label={say('import.shapes')} />}
      <div>
        <h3>{say('import.shapes')}</h3>
        <p className={isBad ? 'import-away' : 'muted'}>{typeof relation === 'number' ? say('import.shapesAway', { km: relation.toLocaleString(undefined, { maximumFractionDigits: relation < 10 ? 1 : 0 }) }) : say(WORDS[relation])}</p>
        {onEarth && lost > 0 && <p className="import-away">{say('import.shapesLost', { n: lost, all: shapes.length })}</p>}
        {onEarth && <dl><dt>E</dt><dd>{extent[0].toFixed(5)}° … {extent[2].toFixed(5)}°</dd><dt>N</dt><dd>{extent[1].toFixed(5)}° … {extent[3].toFixed(5)}°</dd></dl>}
      </div>
    </section>
  );
}
/** Longitudes and latitudes that there are. */
function isOnEarth(geometry: Geometry): boolean {
  const extent = extentOf([{ geometry }]);
  return extent !== null && extent.every(Number.isFinite) && Math.abs(extent[0]) <= 180 && Math.abs(extent[2]) <= 180 && Math.abs(extent[1]) <= 90 && Math.abs(extent[3]) <= 90;
}
const WORDS = { nowhere: 'import.shapesNowhere', inside: 'import.shapesInside', alone: 'import.shapesAlone' } as const;

function background(): Geometry[] {
  const features = currentDocument().layers.flatMap(({ layer }) => layer.features);
  const step = Math.max(1, Math.ceil(features.length / BACKGROUND));
  return features.filter((_, i) => i % step === 0).map(({ geometry }) => geometry);
}

/** Whether the shapes meet the extent of the project; else how far off they are, in km. */
function relationOf([west, south, east, north]: Extent): 'inside' | 'alone' | number {
  const there = extentOf(background().map((geometry) => ({ geometry })));
  if (!there) return 'alone';
  const gap = (low: number, high: number, otherLow: number, otherHigh: number) => (low > otherHigh ? [otherHigh, low] : otherLow > high ? [otherLow, high] : null);
  const across = gap(west, east, there[0], there[2]), along = gap(south, north, there[1], there[3]);
  if (!across && !along) return 'inside';
  const [lonA, lonB] = across ?? [west, west], [latA, latB] = along ?? [south, south];
  const plane = planeFor(lonA, latA);
  return groundDistance(plane, ...plane.forward(lonA, latA), ...plane.forward(lonB, latB)) / 1000;
}
