import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { groundAt, type SectionModel } from '../../geo/index.ts';
import { backToSite, DEEPEST, moveBox, SHALLOWEST, siteAsIs, siteInSection } from '../commands/section-trial.ts';
import { useWords } from '../i18n/index.ts';
import { currentSection } from '../state/section.ts';
import type { Scales } from './scales.ts';

type Grip = 'top' | 'bottom' | 'whole';
const KEYS: Readonly<Record<string, (box: { top: number; levels: number }) => Partial<{ top: number; levels: number }>>> = {
  ArrowUp: ({ top }) => ({ top: top - 0.1 }), ArrowDown: ({ top }) => ({ top: top + 0.1 }), '+': ({ levels }) => ({ levels: levels + 1 }), '=': ({ levels }) => ({ levels: levels + 1 }), '-': ({ levels }) => ({ levels: levels - 1 }),
};

/** What the hand takes of the site's box: its upper edge and its whole for the cover, its lower edge for the levels. */
export function SiteHandles({ model, scales }: { model: SectionModel; scales: Scales }) {
  const { say } = useWords();
  const held = useRef<{ grip: Grip; y: number; top: number; levels: number } | null>(null);
  const site = model.focus === null ? null : model.features[model.focus], cut = site?.cuts.find((one) => one.kind === 'stretch'), found = siteInSection();
  if (!found || !site || cut?.kind !== 'stretch' || site.depth.top === null || site.depth.bottom === null) return null;
  const now = () => currentSection().trial ?? siteAsIs(found), base = groundAt(model.ground, (cut.from + cut.to) / 2);
  const [left, right, top, bottom] = [scales.x(cut.from), scales.x(cut.to), scales.y(base - site.depth.top), scales.y(base - site.depth.bottom)];
  const take = (which: Grip, event: PointerEvent<SVGElement>) => { event.stopPropagation(); event.currentTarget.setPointerCapture(event.pointerId); const { top: depth, levels } = now(); held.current = { grip: which, y: event.clientY, top: depth, levels }; };
  const move = (event: PointerEvent<SVGElement>) => {
    if (!held.current) return;
    const metres = (event.clientY - held.current.y) / scales.down;
    moveBox(held.current.grip === 'bottom' ? { levels: Math.round(held.current.levels + metres / now().levelHeight) } : { top: held.current.top + metres });
  };
  const release = () => { held.current = null; };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && currentSection().trial) { event.stopPropagation(); backToSite(); }
    const change = KEYS[event.key];
    if (!change) return;
    event.preventDefault();
    moveBox(change(now()));
  };
  const grip = { onPointerMove: move, onPointerUp: release, onPointerCancel: release };
  const { top: cover, levels } = now();
  return (
    <g className="section-handles" tabIndex={0} role="slider" aria-orientation="vertical" aria-valuenow={cover} aria-valuemin={SHALLOWEST} aria-valuemax={DEEPEST} aria-label={say('section.box', { name: site.name, cover: cover.toFixed(1), levels })} onKeyDown={press}>
      <rect className="section-grip" data-grip="whole" x={left} y={top} width={right - left} height={bottom - top} onPointerDown={(event) => take('whole', event)} {...grip} />
      {(['top', 'bottom'] as const).map((which) => <rect key={which} className="section-grip" data-grip={which} x={left} y={(which === 'top' ? top : bottom) - 5} width={right - left} height={10} onPointerDown={(event) => take(which, event)} {...grip} />)}
    </g>
  );
}
