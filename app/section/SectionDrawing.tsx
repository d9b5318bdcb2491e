import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { chainage, depthWords, sectionFigures, sectionShapes, withTrial, type SectionModel, type SectionShape } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { setSection, useSection } from '../state/section.ts';
import { select, useView } from '../state/view.ts';
import { Axes, Figures } from './Axes.tsx';
import { Legend } from './Legend.tsx';
import { LOOKS, SITE } from './looks.ts';
import { Names } from './Names.tsx';
import { scalesFor, type Scales } from './scales.ts';
import { SiteHandles } from './SiteHandles.tsx';

/** The section as SVG, from the same shapes that sheets and CAD take. */
export function SectionDrawing({ model: given, onFits }: { model: SectionModel; onFits: (times: number) => void }) {
  const { say, language } = useWords();
  const frame = useRef<HTMLDivElement>(null), [size, setSize] = useState({ width: 900, height: 240 });
  const { trial, exaggeration, zones, pointer } = useSection(), selection = useView((view) => view.selection);
  useEffect(() => {
    const element = frame.current!, observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const model = useMemo(() => withTrial(given, trial), [given, trial]);
  const scales = useMemo(() => scalesFor(given, model, size.width, size.height, exaggeration), [given, model, size, exaggeration]);
  const shapes = useMemo(() => sectionShapes(model, scales.depth).filter(({ role }) => zones || role !== 'zone'), [model, scales.depth, zones]);
  useEffect(() => onFits(scalesFor(given, model, size.width, size.height, null).times), [given, model, size, onFits]);
  const isChosen = ({ feature }: SectionShape) => feature !== null && selection?.featureId === model.features[feature].id && selection.layerId === model.features[feature].layer;
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const at = scales.chainage(event.clientX - event.currentTarget.getBoundingClientRect().left);
    setSection({ pointer: at >= 0 && at <= model.length ? at : null });
  };
  return (
    <div className="section-frame" ref={frame}>
      <svg className="section-drawing" width={size.width} height={size.height} role="group" aria-label={say('section.panel')} onPointerMove={follow} onPointerLeave={() => setSection({ pointer: null })}>
        <defs><pattern id="section-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="#1d2733" strokeOpacity="0.35" /></pattern>
          <clipPath id="section-clip"><rect x={scales.x(0)} y={0} width={scales.perMetre * model.length} height={scales.y(-scales.depth)} /></clipPath></defs>
        <g clipPath="url(#section-clip)">{shapes.map((shape, i) => <Shape key={i} shape={shape} model={model} scales={scales} chosen={isChosen(shape)} />)}</g>
        <Axes model={model} scales={scales} />
        <Names model={model} scales={scales} zones={zones} />
        <Figures model={model} figures={sectionFigures(model)} scales={scales} />
        <SiteHandles model={model} scales={scales} />
        {pointer !== null && <g className="section-pointer" aria-hidden="true"><line x1={scales.x(pointer)} x2={scales.x(pointer)} y1={18} y2={scales.y(-scales.depth)} /><text x={scales.x(pointer)} y={scales.y(-scales.depth) + 28} textAnchor="middle">{chainage(pointer, 1)}</text></g>}
      </svg>
      <Legend model={model} zones={zones} />
      <span className="visually-hidden">{model.features.filter(({ cuts }) => cuts.length > 0).map((feature) => `${feature.name} ${depthWords(feature, language)}`).join('; ')}</span>
    </div>
  );
}

const DASHES = { known: undefined, assumed: '8 3 2 3', unknown: '4 3' } as const;
function Shape({ shape, model, scales, chosen }: { shape: SectionShape; model: SectionModel; scales: Scales; chosen: boolean }) {
  const { language } = useWords();
  const { role, fill, lines, sure, feature } = shape, look = LOOKS[role], of = feature === null ? null : model.features[feature];
  const isFocus = role === 'site' && feature === model.focus, color = role === 'site' || role === 'slab' || role === 'ramp' ? SITE.line : shape.color;
  const points = (metres: readonly number[]) => Array.from({ length: metres.length / 2 }, (_, k) => `${scales.x(metres[2 * k]).toFixed(1)},${scales.y(metres[2 * k + 1]).toFixed(1)}`).join(' ');
  return (
    <g className="section-shape" data-role={role} data-sure={sure} data-chosen={chosen || undefined} onClick={of ? () => select({ layerId: of.layer, featureId: of.id }) : undefined}>
      {of && <title>{[of.name, depthWords(of, language)].filter(Boolean).join(' · ')}</title>}
      {fill && look.fill > 0 && <polygon points={points(fill)} fill={role === 'site' ? SITE.fill : shape.color} fillOpacity={sure === 'known' ? (role === 'site' && !isFocus && model.focus !== null ? 0.3 : look.fill) : look.fill * 0.4} />}
      {fill && sure === 'assumed' && role !== 'zone' && <polygon points={points(fill)} fill="url(#section-hatch)" />}
      {lines.map((line, i) => (line.closed
        ? <polygon key={i} points={points(line.points)} fill="none" stroke={color} strokeWidth={chosen ? look.line + 1.6 : look.line} strokeDasharray={DASHES[role === 'red-line' ? 'assumed' : line.sure]} />
        : <polyline key={i} points={points(line.points)} fill="none" stroke={color} strokeWidth={chosen ? look.line + 1.6 : look.line} strokeDasharray={DASHES[role === 'red-line' ? 'assumed' : line.sure]} />))}
    </g>
  );
}
