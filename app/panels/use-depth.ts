import { useEffect, useState } from 'react';
import type { DepthInterval, Layer, PlanFeature } from '../../geo/index.ts';
import type { Say, SayCode } from '../i18n/index.ts';
import { formatNumber } from '../i18n/format.ts';
import { undergroundOf, useDocument } from '../state/document.ts';
import { engine } from '../workers/engine.ts';

/** Layers whose features lie at a depth. */
const DEEP: readonly Layer['schema'][] = ['constraint', 'shelter', 'underground-zone', 'parking-facility', 'drawn-site'];
export const hasDepth = (layer: Pick<Layer, 'schema'>): boolean => DEEP.includes(layer.schema);

/** How deep a feature lies, from the engine, for a terrain is too much to unpack here; null until it answers, and where the layer has no depth. */
export function useDepth(layer: Layer | null | undefined, feature: PlanFeature | null | undefined): DepthInterval | null {
  const strata = useDocument(({ document }) => document.strata), grounds = useDocument(({ document }) => document.grounds);
  const [known, setKnown] = useState<{ feature: PlanFeature; strata: unknown; grounds: unknown; depth: DepthInterval } | null>(null);
  const schema = layer && hasDepth(layer) ? layer.schema : null;
  useEffect(() => {
    if (!schema || !feature) return;
    let gone = false;
    void engine.depths([feature], schema, undergroundOf({ strata, grounds })).then(([depth]) => { if (!gone) setKnown({ feature, strata, grounds, depth }); }).catch(() => {});
    return () => { gone = true; };
  }, [schema, feature, strata, grounds]);
  return schema && known?.feature === feature && known?.strata === strata && known?.grounds === grounds ? known?.depth ?? null : null;
}

/** In words, an assumed end marked as one; unknown is never a number. */
export function sayDepth({ top, bottom, basis, assumed }: DepthInterval, say: Say, sayCode: SayCode): string {
  const end = (value: number, which: 'top' | 'bottom') => `${formatNumber(Math.round(value * 100) / 100)}${assumed.includes(which) ? say('depth.mark') : ''}`;
  if (top === null && bottom === null) return say('depth.unknown');
  const words = top === null ? say('depth.bottom', { bottom: end(bottom!, 'bottom') }) : bottom === null ? say('depth.top', { top: end(top, 'top') }) : say('depth.between', { top: end(top, 'top'), bottom: end(bottom, 'bottom') });
  return `${words} · ${sayCode(`depth.basis.${basis}`)}`;
}
