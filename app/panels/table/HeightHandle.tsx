import { useRef } from 'react';
import { useWords } from '../../i18n/index.ts';

const LEAST = 140;
const most = () => Math.round(window.innerHeight * 0.7);
const within = (height: number) => Math.min(most(), Math.max(LEAST, height));

/** The upper edge of the table: dragged, or moved with the arrow keys. */
export function HeightHandle({ height, onHeight }: { height: number; onHeight: (height: number) => void }) {
  const { say } = useWords();
  const from = useRef<{ y: number; height: number } | null>(null);
  return (
    <div
      className="table-handle" role="separator" aria-orientation="horizontal" aria-label={say('table.height')} aria-valuenow={height} aria-valuemin={LEAST} aria-valuemax={most()} tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { y: event.clientY, height };
      }}
      onPointerMove={(event) => { if (from.current) onHeight(within(from.current.height + from.current.y - event.clientY)); }}
      onPointerUp={() => { from.current = null; }}
      onPointerCancel={() => { from.current = null; }}
      onKeyDown={(event) => {
        const by = { ArrowUp: 24, ArrowDown: -24 }[event.key];
        if (by) { event.preventDefault(); onHeight(within(height + by)); }
      }}
    />
  );
}
