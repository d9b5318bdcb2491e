import { choice, count, date, flag, number, text } from './common.ts';
import type { FieldDef, LayerSchema } from './types.ts';

/** The layers that analyses write. */
type ResultSchema = Omit<LayerSchema, 'input' | 'nameHints'>;
const ratio = (name: string): FieldDef => number(name, 'ratio', {});

/** Where a site comes from: a row of the source table. */
const SOURCE_KIND = choice('source', { 'road-project': [], 'public-land': [], 'plan-zone': [], 'existing-shelter': [], drawn: [] });

/** Ways to lay out a garage. */
const VARIANT = choice('variant', { straight: [], offset: [], 'one-way': [], mechanical: [] });

export const RESULT_SCHEMAS: readonly ResultSchema[] = [
  { id: 'demand-result', geometry: ['point', 'line', 'polygon'], fields: [
    count('demand', ''), ratio('servedRatio'), count('shortage', ''), count('tier', ''), count('tierDemand', ''), count('tierCapacity', ''),
    count('reachableFacilities', 'count'), count('reachableCapacity', ''), number('nearestDistance', 'm', {}),
    ratio('accessibility'), ratio('accessibility2sfca'), ratio('accessibility3sfca'), count('shortage2sfca', ''), number('lossByChoice', '', {}),
    choice('demandSource', { explicit: [], households: [], 'floor-area': [], population: [] }), flag('assumed'),
  ] },
  { id: 'supply-result', geometry: ['point', 'line', 'polygon'], fields: [
    text('sourceLayer'), count('capacity', ''), count('used', ''), count('free', ''), count('unitsInReach', 'count'), count('demandInReach', ''), ratio('supplyRatio'), flag('assumed'),
  ] },
  { id: 'district-result', geometry: ['polygon'], fields: [
    count('units', 'count'), count('demandUnknown', 'count'), count('demand', ''), count('facilities', 'count'), count('capacity', ''), ratio('supplyRatio'), count('districtGap', ''), count('shortage', ''), ratio('servedRatio'),
  ] },
  { id: 'shortage-area', geometry: ['polygon'], fields: [
    count('shortage', ''), ratio('servedRatio'), count('units', 'count'), count('households', 'household'), count('population', 'person'), count('demand', ''),
    count('reachableCapacity', ''), number('worstTier', '', {}), ratio('worstRatio'), count('tierDemand', ''), count('tierCapacity', ''), count('area', 'm2'),
  ] },
  { id: 'candidate-site', geometry: ['point', 'line', 'polygon'], fields: siteFields() },
  { id: 'failed-site', geometry: ['point', 'line', 'polygon'], fields: [
    SOURCE_KIND, text('sourceId'), text('reasons'), choice('status', { failed: [] }), count('area', 'm2'), number('length', 'm', {}),
  ] },
  { id: 'portfolio-site', geometry: ['point', 'line', 'polygon'], fields: [
    choice('portfolioState', { chosen: [], must: [], 'must-not': [], locked: [], rival: [], 'no-relief': [], left: [] }), number('buildPhase', '', {}), SOURCE_KIND, text('sourceId'), text('rivals'),
    count('capacity', ''), count('cost', '10k yuan'), count('reliefAlone', ''), count('reliefLost', ''), flag('greedyChosen'),
  ] },
  { id: 'fit-site', geometry: ['polygon'], fields: [
    VARIANT, count('stalls', 'stall'), count('ruleStalls', 'stall'), number('stallsLess', 'stall', {}), number('areaPerStall', 'm2/stall', {}), count('stallBound', 'stall'), number('levels', 'level', {}), text('stallsByLevel'),
    count('vehicleRamps', 'count'), number('rampLength', 'm', {}), count('stairs', 'count'), count('protectiveUnits', 'count'), count('largestUnit', 'm2'), count('area', 'm2'), text('fitNotes'),
  ] },
  { id: 'fit-part', geometry: ['polygon'], fields: [
    choice('fitKind', { unit: [], aisle: [], ramp: [], room: [], stair: [], stall: [], column: [] }), number('level', '', {}), text('siteId'), VARIANT, choice('stallKind', { perpendicular: [], parallel: [], angled: [] }),
    count('cars', 'car'), count('area', 'm2'), number('length', 'm', {}),
  ] },
  { id: 'scenario-change', geometry: ['point', 'line', 'polygon'], fields: [choice('change', { added: [], removed: [], changed: [] }), text('ofLayer'), text('fields')] },
  { id: 'demand-change', geometry: ['point', 'line', 'polygon'], fields: [
    count('shortageBefore', ''), count('shortageAfter', ''), number('shortageFall', '', {}), ratio('servedBefore'), ratio('servedAfter'), ratio('servedChange'),
  ] },
];

function siteFields(): FieldDef[] {
  return [
    number('rank', '', {}), ratio('score'), SOURCE_KIND, text('sourceId'),
    choice('status', { ok: [], consult: [], locked: [], missed: [] }),
    count('reliefNight', 'stall'), count('reliefDay', 'stall'), count('reliefShelter', 'person'), count('personsNewlyCovered', 'person'),
    count('stalls', 'stall'), count('shelterPlaces', 'person'), count('cost', '10k yuan'), count('costLow', '10k yuan'), count('costHigh', '10k yuan'), count('costPerReliefStall', '10k yuan'), count('costPerShelterPlace', '10k yuan'),
    ratio('social'), ratio('economic'), ratio('environmental'), ratio('warReadiness'), ratio('topsis'), number('topsisRank', '', {}),
    ratio('firstShare'), ratio('top3Share'), ratio('top10Share'),
    count('residentsInReach', 'person'), number('meanWalk', 'm', {}), count('jointSavingAmount', '10k yuan'), count('onStreetFreed', 'stall'), count('greenDisturbed', 'm2'), count('groundOpened', 'm2'), number('worksDistance', 'm', {}),
    count('area', 'm2'), count('ellipsoidalArea', 'm2'), number('length', 'm', {}), number('minWidth', 'm', {}), number('levels', 'level', {}), count('grossFloorArea', 'm2'),
    number('topDepth', 'm', {}), number('bottomDepth', 'm', {}), text('stratum'), text('suitability'), text('zoneId'),
    count('vehicleRamps', 'count'), count('personEntrances', 'count'), count('protectiveUnits', 'count'),
    date('deadline'), text('deadlineFrom'), number('daysLeft', 'day', {}), date('lockUntil'), flag('locked'), text('consult'), text('relieves'), text('steps'), text('notes'), text('assumed'),
  ];
}
