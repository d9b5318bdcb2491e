import { useEffect, useMemo, useState } from 'react';
import type { DepthInterval, Layer, PlanFeature } from '../../geo/index.ts';
import type { Say, SayCode } from '../i18n/index.ts';
import { formatNumber } from '../i18n/format.ts';
import { undergroundOf, useDocument } from '../state/document.ts';
import { askDepth, knownDepth } from './ask-depths.ts';

/** Layers whose features lie at a depth. */
const DEEP: readonly Layer['schema'][] = ['constraint', 'shelter', 'underground-zone', 'parking-facility', 'drawn-site'];
export const hasDepth = (schema: Layer['schema']): boolean => DEEP.includes(schema);

/** How deep a feature lies, from the engine, for a terrain is too much to unpack here; null until it answers, and where the layer has no depth. */
export function useDepth(schema: Layer['schema'] | null | undefined, feature: PlanFeature | null | undefined): DepthInterval | null {
  const strata = useDocument(({ document }) => document.strata), grounds = useDocument(({ document }) => document.grounds);
  const underground = useMemo(() => undergroundOf({ strata, grounds }), [strata, grounds]);
  const [, hear] = useState<DepthInterval | null>(null);
  const deep = schema && hasDepth(schema) ? schema : null, depth = deep && feature ? knownDepth(feature, underground) : null;
  const asks = deep !== null && depth === null;
  useEffect(() => {
    if (!deep || !feature || !asks) return;
    let gone = false;
    askDepth(feature, deep, underground, (found) => { if (!gone) hear(found); });
    return () => { gone = true; };
  }, [deep, feature, underground, asks]);
  return depth;
}

/** In words, an assumed end marked as one; unknown is never a number. */
export function sayDepth({ top, bottom, basis, assumed }: DepthInterval, say: Say, sayCode: SayCode): string {
  const end = (value: number, which: 'top' | 'bottom') => `${formatNumber(Math.round(value * 100) / 100)}${assumed.includes(which) ? say('depth.mark') : ''}`;
  if (top === null && bottom === null) return say('depth.unknown');
  const words = top === null ? say('depth.bottom', { bottom: end(bottom!, 'bottom') }) : bottom === null ? say('depth.top', { top: end(top, 'top') }) : say('depth.between', { top: end(top, 'top'), bottom: end(bottom, 'bottom') });
  return `${words} · ${sayCode(`depth.basis.${basis}`)}`;
}
