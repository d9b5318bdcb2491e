import type { Inputs, PlanFeature } from '../../geo/model/index.ts';
import { numbers } from '../support/numbers.ts';
import { feature, layer, lineOf, point, rectangle } from './ground.ts';

/** A small town: 60 units, 8 car parks, 6 shelters, a road project, two parks, a zone and what stands in the way. */
export function town(seed: number): Inputs {
  const random = numbers(seed);
  const place = () => point(random() * 900, random() * 500);
  const many = (n: number, make: (i: number) => PlanFeature) => Array.from({ length: n }, (_, i) => make(i));
  return {
    'demand-units': layer('demand-unit', ...many(60, (i) => feature(`u${i}`, place(), { households: Math.floor(random() * 60), population: Math.floor(random() * 160), ownStalls: Math.floor(random() * 10), demandDay: Math.floor(random() * 30) }))),
    'parking-facilities': layer('parking-facility', ...many(8, (i) => feature(`p${i}`, place(), { stalls: Math.floor(random() * 120), access: 'public', kind: i % 3 === 0 ? 'on-street' : 'lot' }))),
    shelters: layer('shelter', ...many(6, (i) => feature(`s${i}`, place(), { capacity: Math.floor(random() * 400), openForParking: i % 2 === 0, stalls: i === 5 ? null : 40 }))),
    'road-projects': layer('road-project', feature('r1', lineOf([0, 250], [900, 250]), { redLineWidth: 40, scope: 'rebuilt', designFreeze: '2027-09-30', worksStart: '2028-02-15', worksEnd: '2029-10-31' }),
      feature('r2', lineOf([450, 0], [450, 500]), { redLineWidth: 30, scope: 'rebuilt', designFreeze: '2023-01-01', worksEnd: '2025-05-01' }), feature('r3', lineOf([0, 400], [300, 400]), { redLineWidth: 12 })),
    'land-parcels': layer('land-parcel', feature('g1', rectangle(50, 20, 120, 90), { landUse: 'G1' }), feature('s42', rectangle(600, 350, 90, 60), { landUse: 'S42' }), feature('r2', rectangle(700, 20, 90, 60), { landUse: 'R2' })),
    'underground-zones': layer('underground-zone', feature('z1', rectangle(-50, 150, 1000, 200), { suitability: 'suitable', use: '公共停车', topDepth: 0, bottomDepth: 15 }), feature('z2', rectangle(0, 0, 200, 120), { suitability: 'restricted', topDepth: 0, bottomDepth: 15 })),
    constraints: layer('constraint', feature('m1', rectangle(-100, 200, 20, 200), { kind: 'metro-structure', topDepth: 6, bottomDepth: 14 }), feature('e1', point(640, 430), { kind: 'explosives' })),
    'drawn-sites': layer('drawn-site', feature('d1', rectangle(720, 120, 90, 40), { levels: 3 })),
  };
}
