import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { paperSize, type SheetLayout } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { useComposer } from '../state/composer.ts';
import { IconButton } from '../ui/Button.tsx';
import type { Pane } from '../workers/paint-sheet.ts';
import { ElementBoxes } from './ElementBoxes.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { usePainted } from './use-painted.ts';

/** Around the paper, CSS pixels. */
const EDGE = 24;
const STEP = 1.35, MOST = 40;

/** The sheet as it will be printed, at any zoom: only what is seen is painted, as finely as the screen shows it. */
export function SheetPreview({ sheet }: { sheet: SheetLayout }) {
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = paperSize(sheet);
  const [zoom, setZoom] = useState<number | null>(null);
  const fit = useFit(scroller, width, height);
  const scale = zoom ?? fit;
  const pane = usePane(scroller, scale, width, height);
  const { painted, busy } = usePainted(sheet, pane);
  const { leftOut } = useComposer();
  const zoomBy = (factor: number) => setZoom(Math.min(MOST, Math.max(0.3, scale * factor)));
  return (
    <>
      <div className="composer-tools">
        <IconButton label={say('sheet.zoomOut')} onClick={() => zoomBy(1 / STEP)}><ZoomOut /></IconButton>
        <IconButton label={say('sheet.zoomIn')} onClick={() => zoomBy(STEP)}><ZoomIn /></IconButton>
        <IconButton label={say('sheet.fit')} onClick={() => setZoom(null)}><Maximize2 /></IconButton>
        <span className="muted" role="status">{busy ? say('sheet.drawing') : `${Math.round(width)} × ${Math.round(height)} mm`}</span>
        <LeftOutList found={leftOut} />
      </div>
      <div className="composer-scroll" ref={scroller} tabIndex={-1}>
        <div className="composer-paper" style={{ width: width * scale, height: height * scale }}>
          {painted && <PaintedPane painted={painted} scale={scale} />}
          <ElementBoxes sheet={sheet} scale={scale} />
        </div>
      </div>
    </>
  );
}

function PaintedPane({ painted: { bitmap, pane }, scale }: { painted: NonNullable<ReturnType<typeof usePainted>['painted']>; scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current!.width = bitmap.width;
    canvas.current!.height = bitmap.height;
    canvas.current!.getContext('2d')!.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return <canvas ref={canvas} className="composer-pane" style={{ left: pane.x * scale, top: pane.y * scale, width: pane.width * scale, height: pane.height * scale }} />;
}

/** Pixels of a mm at which the whole sheet is seen. */
function useFit(scroller: RefObject<HTMLDivElement | null>, width: number, height: number): number {
  const [fit, setFit] = useState(1);
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth, clientHeight } = scroller.current!;
      setFit(Math.max(0.3, Math.min((clientWidth - 2 * EDGE) / width, (clientHeight - 2 * EDGE) / height)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller.current!);
    measure();
    return () => observer.disconnect();
  }, [scroller, width, height]);
  return fit;
}

/** The part of the paper that is seen, and a little around it. */
function usePane(scroller: RefObject<HTMLDivElement | null>, scale: number, width: number, height: number): Pane | null {
  const [pane, setPane] = useState<Pane | null>(null);
  useEffect(() => {
    const element = scroller.current!;
    const measure = () => {
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
      const left = Math.max(0, (scrollLeft - 2 * EDGE) / scale), top = Math.max(0, (scrollTop - 2 * EDGE) / scale);
      const right = Math.min(width, (scrollLeft + clientWidth + EDGE) / scale), bottom = Math.min(height, (scrollTop + clientHeight + EDGE) / scale);
      setPane({ x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top), pixelsPerMm: scale * Math.min(2, window.devicePixelRatio) });
    };
    let wait = window.setTimeout(measure, 0);
    const later = () => { clearTimeout(wait); wait = window.setTimeout(measure, 120); };
    element.addEventListener('scroll', later);
    const observer = new ResizeObserver(later);
    observer.observe(element);
    return () => { element.removeEventListener('scroll', later); observer.disconnect(); clearTimeout(wait); };
  }, [scroller, scale, width, height]);
  return pane;
}
