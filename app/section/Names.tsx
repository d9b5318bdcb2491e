import type { SectionModel } from '../../geo/index.ts';
import { placedNames } from './name-places.ts';
import type { Scales } from './scales.ts';

/** Names where they have room. The others are told by the pointer. */
export function Names({ model, scales, zones }: { model: SectionModel; scales: Scales; zones: boolean }) {
  return (
    <g className="section-names" aria-hidden="true">
      {placedNames(model, scales, zones).map(({ x, y, text, color }, i) => <text key={i} x={x} y={y} textAnchor="middle" fill={color}>{text}</text>)}
    </g>
  );
}
