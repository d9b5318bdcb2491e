import { useRef } from 'react';
import { dayNumber, movedDates, type Movable, type RoadDates } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { daysOf, type TimeScale } from './time-scale.ts';

interface TimeHandleProps {
  name: string;
  what: Movable;
  dates: RoadDates;
  place: { left: number; width?: number };
  scale: TimeScale;
  onDates: (dates: RoadDates) => void;
  onHold: (held: boolean) => void;
}
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 };
const WITH_SHIFT = 30;

/** A date that is tried out: dragged, or moved by the arrow keys. Nothing of the project changes. */
export function TimeHandle({ name, what, dates, place, scale, onDates, onHold }: TimeHandleProps) {
  const { say, sayCode } = useWords();
  const from = useRef<{ x: number; dates: RoadDates } | null>(null);
  const date = dates[what === 'all' ? 'worksStart' : what]!;
  const words = what === 'all' ? say('windows.all') : sayCode(`window.${what}`);
  const text = what === 'all' ? `${date} – ${dates.worksEnd}` : date;
  return (
    <span
      className="time-handle" data-what={what} style={place} role="slider" tabIndex={0} aria-label={say('windows.handle', { name, what: words })} title={`${words} ${text}`}
      aria-valuenow={dayNumber(date)} aria-valuemin={scale.from} aria-valuemax={scale.to} aria-valuetext={text}
      onFocus={() => onHold(true)} onBlur={() => onHold(false)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, dates };
      }}
      onPointerMove={(event) => { if (from.current) onDates(movedDates(from.current.dates, what, daysOf(scale, event.clientX - from.current.x))); }}
      onPointerUp={() => { from.current = null; }}
      onPointerCancel={() => { from.current = null; }}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onDates(movedDates(dates, what, event.shiftKey ? Math.sign(step) * WITH_SHIFT : step));
      }}
    />
  );
}
