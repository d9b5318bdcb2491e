import { planeForLayers, type Plane } from '../crs/index.ts';
import { DEFAULT_DEPTHS, depthOf } from '../depth/index.ts';
import { loadKernel, type Kernel } from '../geometry/index.ts';
import { byId, type DepthContext, type Inputs, type Layer, type Params, type PlanFeature, type SchemaId } from '../model/index.ts';
import { barrierOf, Barriers, withWidth, type Barrier } from './constraints.ts';
import { isPolygonal, planarOf } from './ground.ts';
import { numberOf } from './parameters.ts';
import { Roads } from './roads.ts';
import type { SiteContext } from './types.ts';
import { Zones, type Zone } from './zones.ts';

/** Reads the layers once: what stands in the way, what the plan says, where roads are rebuilt. */
export async function contextOf(given: Inputs, params: Params, date: string | null, depths: DepthContext = DEFAULT_DEPTHS): Promise<Omit<SiteContext, 'need'>> {
  const kernel = await loadKernel();
  const inputs = Object.fromEntries(Object.entries(given).map(([name, layer]) => [name, layer && byId(layer)]));
  const plane = planeForLayers(given['demand-units'] ? [given['demand-units']] : Object.values(given).filter((layer) => layer !== undefined), String(params['crs'] ?? 'auto'));
  const zones = zonesOf(inputs['underground-zones'], plane, kernel, depths);
  return {
    plane, kernel, params, date, inputs, depths,
    barriers: new Barriers(barriersOf(inputs, zones, plane, kernel, depths).map((barrier) => withWidth(barrier, numberOf(params, 'leastWidth'))), kernel), zones: new Zones(zones, kernel),
    roads: new Roads(inputs['road-projects'], inputs['walking-network'], plane, kernel, params, date),
  };
}

function zonesOf(layer: Layer | undefined, plane: Plane, kernel: Kernel, depths: DepthContext): Zone[] {
  return (layer?.features ?? []).flatMap((feature) => {
    const shape = planarOf(feature, plane, kernel);
    return isPolygonal(shape) ? [{ feature, shape, ...depthOf(feature, 'underground-zone', depths) }] : [];
  });
}

/** Zone suitability as a constraint: forbidden ground is taken off, restricted ground has to be asked for. */
const ZONE_KINDS: Readonly<Record<string, string>> = { forbidden: 'forbidden-zone', restricted: 'restricted-zone', caution: 'restricted-zone' };

function barriersOf(inputs: Inputs, zones: readonly Zone[], plane: Plane, kernel: Kernel, depths: DepthContext): Barrier[] {
  const deep = (feature: PlanFeature, schema: SchemaId, kind: string | null, shape: Barrier['shape'], clearance?: null) => barrierOf(feature, kind, shape, depthOf(feature, schema, depths), clearance);
  const from = (name: string, make: (feature: PlanFeature, shape: Barrier['shape']) => Barrier | null) => (inputs[name]?.features ?? []).flatMap((feature) => {
    const shape = planarOf(feature, plane, kernel);
    const barrier = shape && make(feature, shape);
    return barrier ? [barrier] : [];
  });
  return [
    ...from('constraints', (feature, shape) => deep(feature, 'constraint', typeof feature.properties['kind'] === 'string' ? feature.properties['kind'] : null, shape)),
    // An inventory point stands at the entrance, not over the works: it asks, but takes no ground.
    ...from('shelters', (feature, shape) => ({ ...deep(feature, 'shelter', 'existing-shelter', shape, null), ...(isPolygonal(shape) ? {} : { exclude: null }) })),
    ...from('parking-facilities', (feature, shape) => (feature.properties['kind'] === 'basement' && isPolygonal(shape) ? deep(feature, 'parking-facility', 'existing-basement', shape, null) : null)),
    ...zones.flatMap(({ feature, shape }) => {
      const kind = ZONE_KINDS[String(feature.properties['suitability'])];
      return kind ? [deep(feature, 'underground-zone', kind, shape, null)] : [];
    }),
  ];
}
