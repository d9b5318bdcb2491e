import { byFeatureId, shelterOf, type PlanFeature } from '../model/index.ts';
import { isPolygonal, nameOf, numberIn, planarOf, polygonsIn, textIn } from './ground.ts';
import { isoDate } from './dates.ts';
import { dig } from './footprint.ts';
import { listOf } from './parameters.ts';
import { planeArea } from '../crs/index.ts';
import { depthOf } from '../depth/index.ts';
import type { SiteContext, SiteDraft, SiteSource, SitesFound } from './types.ts';

/** Why a feature cannot be looked into at all. */
const failed = (reason: string): SitesFound => ({ sites: [], reasons: [reason], area: null, length: null });

/** Where candidate sites come from (METHODS 5 a-e). A new source is a new row. */
export const SITE_SOURCES: readonly SiteSource[] = [
  {
    id: 'road-project', input: 'road-projects', schema: 'road-project', cover: 'cover', cost: 'costRoad',
    sites(feature, context) {
      const road = context.roads.of(feature);
      if (!road?.corridor) return failed(isLine(feature) ? 'red-line-unknown' : 'no-ground');
      return dig(this, feature, { polygon: road.corridor, axis: road.axis, assumed: road.assumedWidth ? ['red-line-width'] : [] }, context);
    },
  },
  {
    id: 'public-land', input: 'land-parcels', schema: 'land-parcel', cover: 'coverPlot', cost: 'costPlot',
    sites(feature, context) {
      const codes = [textIn(feature, 'landUse'), textIn(feature, 'landUse2023')].flatMap((code) => (code === null ? [] : [code.trim().toUpperCase()]));
      const wanted = listOf(context.params, 'landUses').map((code) => code.toUpperCase());
      return codes.some((code) => wanted.some((prefix) => code.startsWith(prefix))) ? plot(this, feature, context) : null;
    },
  },
  {
    // Marked for development: suitable, and for a use among those of the parameter.
    id: 'plan-zone', input: 'underground-zones', schema: 'underground-zone', cover: 'coverPlot', cost: 'costPlot',
    sites(feature, context) {
      const use = (textIn(feature, 'use') ?? '').toLowerCase();
      const marked = feature.properties['suitability'] === 'suitable' && listOf(context.params, 'zoneUses').some((word) => use.includes(word.toLowerCase()));
      return marked ? plot(this, feature, context) : null;
    },
  },
  {
    id: 'existing-shelter', input: 'shelters', schema: 'shelter', cover: 'coverPlot', cost: 'costOpening',
    sites(feature, context) {
      return feature.properties['openForParking'] === true ? null : opened(this, feature, context);
    },
  },
  {
    id: 'drawn', input: 'drawn-sites', schema: 'drawn-site', cover: 'coverPlot', cost: 'costPlot',
    sites(feature, context) { return plot(this, feature, context); },
  },
];
const isLine = ({ geometry }: PlanFeature) => geometry?.type === 'LineString' || geometry?.type === 'MultiLineString';

function plot(source: SiteSource, feature: PlanFeature, context: SiteContext): SitesFound {
  const shape = planarOf(feature, context.plane, context.kernel);
  return isPolygonal(shape) ? dig(source, feature, { polygon: shape, axis: null, assumed: [] }, context) : failed('no-ground');
}

/** Wartime uses whose works would have to be cleared first: cars cannot stand in them. */
const KEPT_FREE = ['rescue-station', 'first-aid-hospital', 'centre-hospital', 'power', 'water', 'food', 'passage'];

/** A shelter not yet open for parking: nothing is dug; what it takes is permits. It adds stalls, no shelter places. */
function opened(source: SiteSource, feature: PlanFeature, context: SiteContext): SitesFound {
  const shape = planarOf(feature, context.plane, context.kernel);
  if (!shape) return failed('no-ground');
  const polygonal = isPolygonal(shape);
  const area = polygonal ? polygonsIn(shape).reduce((sum, part) => sum + planeArea(part), 0) : null;
  const fail = (reason: string): SitesFound => ({ sites: [], reasons: [reason], area, length: null });
  const stalls = numberIn(feature, 'stalls'), deep = depthOf(feature, 'shelter', context.depths);
  if (listedAsCarPark(feature, context)) return fail('counted-as-car-park');
  if (KEPT_FREE.includes(String(feature.properties['wartimeFunction']))) return fail('wartime-function');
  if (stalls === null || stalls < 0) return fail('stalls-unknown');
  if (stalls === 0) return fail('no-stalls');
  const site: SiteDraft = {
    source, feature, id: `${source.id}-${feature.id}-1`, name: nameOf(feature), shape, area, length: null, minWidth: null, levels: null,
    topDepth: deep.assumed.includes('top') ? null : deep.top, bottomDepth: deep.assumed.includes('bottom') ? null : deep.bottom, grossFloorArea: numberIn(feature, 'floorArea'),
    stalls, shelterPlaces: 0, protectiveUnits: null, vehicleRamps: null, personEntrances: null, ground: null,
    hits: [],
    assumed: feature.properties['openForParking'] === false ? [] : ['closed-for-parking'], steps: openingSteps(feature, context.date), notes: [],
  };
  return { sites: [site], reasons: [], area, length: null };
}
function openingSteps(feature: PlanFeature, date: string | null): string[] {
  const due = isoDate(feature.properties['nextInspection']);
  return [
    'peacetime-use-registration',
    ...(textIn(feature, 'useCertificate') === null ? ['use-certificate'] : []),
    ...(due !== null && date !== null && due < date ? ['inspection'] : []),
    'conversion-plan',
  ];
}
function listedAsCarPark(shelter: PlanFeature, { inputs }: SiteContext): boolean {
  const only = byFeatureId([shelter]);
  return (inputs['parking-facilities']?.features ?? []).some((facility) => shelterOf(facility, only) !== null);
}
