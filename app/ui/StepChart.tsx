import { useState, type KeyboardEvent } from 'react';

export interface ChartPoint {
  key: string;
  x: number;
  y: number;
  /** The whole point in words: read out, and shown while it is the one walked to. */
  text: string;
}
interface StepChartProps {
  label: string;
  xTitle: string;
  yTitle: string;
  /** By rising x, which starts at 0. */
  points: readonly ChartPoint[];
  /** Where a mark stands on the x axis; null = none. */
  marked: { x: number; text: string } | null;
  format: (value: number) => string;
  /** A point was clicked, or Enter pressed on it. */
  onTake: (point: ChartPoint) => void;
}

/** Until one is walked to: the point of what is marked, of all that there is where nothing is. */
const nearestBelow = (points: readonly ChartPoint[], x: number) => Math.max(0, points.findLastIndex((point) => point.x <= x));
const WIDTH = 400, HEIGHT = 230, LEFT = 58, RIGHT = 18, TOP = 26, BOTTOM = 44;

/** What is reached (y) for what is spent (x): points on a line, large enough for a wall. Arrow keys walk, Enter takes. Its table stands beside it. */
export function StepChart({ label, xTitle, yTitle, points, marked, format, onTake }: StepChartProps) {
  const [at, setAt] = useState<number | null>(null);
  const mostX = Math.max(marked?.x ?? 0, ...points.map(({ x }) => x)) || 1, mostY = Math.max(0, ...points.map(({ y }) => y)) || 1;
  const across = (x: number) => LEFT + (WIDTH - LEFT - RIGHT) * x / mostX, up = (y: number) => HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * y / mostY;
  const here = Math.min(at ?? nearestBelow(points, marked?.x ?? Infinity), points.length - 1);
  const press = (event: KeyboardEvent) => {
    const to = { ArrowRight: here + 1, ArrowUp: here + 1, ArrowLeft: here - 1, ArrowDown: here - 1, Home: 0, End: points.length - 1 }[event.key];
    if (to !== undefined) setAt(Math.max(0, Math.min(points.length - 1, to)));
    else if (event.key === 'Enter' || event.key === ' ') onTake(points[here]);
    else return;
    event.preventDefault();
  };
  return (
    <figure className="step-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="listbox" tabIndex={0} aria-label={label} aria-activedescendant={`step-${points[here].key}`} onKeyDown={press}>
        <path className="step-axis" d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} />
        <text x={6} y={14}>{yTitle}</text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">{xTitle}</text>
        <text x={LEFT - 6} y={up(mostY) + 5} textAnchor="end">{format(mostY)}</text>
        <text x={LEFT - 6} y={up(0) + 5} textAnchor="end">0</text>
        <text x={across(mostX)} y={HEIGHT - BOTTOM + 18} textAnchor="end">{format(mostX)}</text>
        {marked && <path className="step-mark" d={`M${across(marked.x)} ${TOP}V${HEIGHT - BOTTOM}`}><title>{marked.text}</title></path>}
        <path className="step-line" d={`M${across(0)} ${up(0)}${points.map(({ x, y }) => `L${across(x)} ${up(y)}`).join('')}`} />
        {points.map((point, i) => (
          <g key={point.key} id={`step-${point.key}`} role="option" aria-selected={i === here} aria-label={point.text} className="step-point" data-here={i === here} onClick={() => { setAt(i); onTake(point); }}>
            <circle className="step-reach" cx={across(point.x)} cy={up(point.y)} r={16} />
            <circle className="step-dot" cx={across(point.x)} cy={up(point.y)} r={i === here ? 8 : 6} />
            <title>{point.text}</title>
          </g>
        ))}
      </svg>
      <figcaption>{points[here].text}</figcaption>
    </figure>
  );
}
