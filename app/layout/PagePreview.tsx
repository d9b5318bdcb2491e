import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { paperSize, type SheetLayout } from '../../geo/index.ts';
import { usePainted } from './use-painted.ts';

/** A whole page as wide as there is room, to be read; nothing of it can be moved. */
export function PagePreview({ sheet, label }: { sheet: SheetLayout; label: string }) {
  const frame = useRef<HTMLDivElement>(null), canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = paperSize(sheet);
  const [wide, setWide] = useState<number | null>(null);
  useLayoutEffect(() => {
    const measure = () => setWide(frame.current!.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current!);
    measure();
    return () => observer.disconnect();
  }, []);
  const pane = useMemo(() => (wide === null || wide === 0 ? null : { x: 0, y: 0, width, height, pixelsPerMm: wide / width * Math.min(2, window.devicePixelRatio) }), [wide, width, height]);
  const { painted } = usePainted(sheet, pane);
  useLayoutEffect(() => {
    if (!painted) return;
    canvas.current!.width = painted.bitmap.width;
    canvas.current!.height = painted.bitmap.height;
    canvas.current!.getContext('2d')!.drawImage(painted.bitmap, 0, 0);
  }, [painted]);
  return <div ref={frame} className="page-preview" style={{ aspectRatio: `${width} / ${height}` }}><canvas ref={canvas} role="img" aria-label={label} data-painted={painted ? '' : undefined} /></div>;
}
