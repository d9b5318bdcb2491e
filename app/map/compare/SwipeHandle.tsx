import { MoveHorizontal } from 'lucide-react';
import { useRef } from 'react';
import { useWords } from '../../i18n/index.ts';

const STEP = 0.02, LEAST = 0.02;

/** The edge of the curtain: dragged, or moved by arrow keys, Home and End. */
export function SwipeHandle({ split, onChange }: { split: number; onChange: (split: number) => void }) {
  const { say } = useWords();
  const handle = useRef<HTMLDivElement>(null);
  const to = (share: number) => onChange(Math.min(1 - LEAST, Math.max(LEAST, share)));
  const drag = (clientX: number) => { const { left, width } = handle.current!.parentElement!.getBoundingClientRect(); to((clientX - left) / width); };
  const KEYS: Readonly<Record<string, () => void>> = { ArrowLeft: () => to(split - STEP), ArrowRight: () => to(split + STEP), Home: () => to(0), End: () => to(1) };
  return (
    <div
      ref={handle} className="swipe-handle" role="slider" tabIndex={0} aria-label={say('compare.edge')} aria-orientation="horizontal" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(100 * split)} style={{ left: `${100 * split}%` }}
      onPointerDown={(event) => { event.preventDefault(); event.currentTarget.focus(); event.currentTarget.setPointerCapture(event.pointerId); }}
      onPointerMove={(event) => { if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event.clientX); }}
      onKeyDown={(event) => { const act = KEYS[event.key]; if (act) { event.preventDefault(); event.stopPropagation(); act(); } }}
    >
      <span><MoveHorizontal /></span>
    </div>
  );
}
