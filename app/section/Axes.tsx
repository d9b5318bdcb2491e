import { chainageMark, depthMark, levelMark, stepFor, type SectionFigure, type SectionModel } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import type { Scales } from './scales.ts';

/** Depths at the left, chainages below. */
export function Axes({ model, scales }: { model: SectionModel; scales: Scales }) {
  const down = stepFor(scales.down, 16), across = stepFor(scales.perMetre, 56), { datum } = model.ground, foot = scales.y(-scales.depth), left = scales.x(0);
  const depths = Array.from({ length: Math.floor(scales.depth / down) + 1 }, (_, i) => i * down), places = Array.from({ length: Math.floor(model.length / across) + 1 }, (_, i) => i * across);
  return (
    <g className="section-axes" aria-hidden="true">
      {depths.map((depth) => <g key={depth}><line x1={left - 4} x2={left} y1={scales.y(-depth)} y2={scales.y(-depth)} /><text x={left - 7} y={scales.y(-depth) + 4} textAnchor="end">{depthMark(depth, datum)}</text></g>)}
      {places.map((at) => <g key={at}><line x1={scales.x(at)} x2={scales.x(at)} y1={foot} y2={foot + 4} /><text x={scales.x(at)} y={foot + 15} textAnchor="middle">{chainageMark(at, across)}</text></g>)}
    </g>
  );
}

/** Dimensions of the site and what is clear around it, m. */
export function Figures({ model, figures, scales }: { model: SectionModel; figures: readonly SectionFigure[]; scales: Scales }) {
  const { sayCode } = useWords();
  const words = ({ what, of, metres, from }: SectionFigure) => (what === 'cover' ? `${sayCode('section.cover')} ${metres.toFixed(1)}` : what === 'level' ? `B${of} ${metres.toFixed(1)}` : what === 'bottom' ? levelMark(from[1], model.ground.datum) : metres.toFixed(1));
  return (
    <g className="section-figures" aria-hidden="true">
      {figures.map((figure, i) => {
        const beside = figure.what === 'cover' || figure.what === 'level' ? 9 : 0, above = figure.what === 'width' ? 7 : 0;
        const [x1, y1, x2, y2] = [scales.x(figure.from[0]) + beside, scales.y(figure.from[1]) - above, scales.x(figure.to[0]) + beside, scales.y(figure.to[1]) - above];
        const isLevel = y1 === y2 && x1 !== x2, [x, y] = figure.what === 'bottom' ? [x1 + 13, y1 + 13] : isLevel ? [(x1 + x2) / 2, y1 - 4] : [x1 + 5, (y1 + y2) / 2 + 4];
        return <g key={i} data-what={figure.what}><line x1={x1} y1={y1} x2={x2} y2={y2} /><text x={x} y={y} textAnchor={isLevel ? 'middle' : 'start'}>{words(figure)}</text></g>;
      })}
    </g>
  );
}
