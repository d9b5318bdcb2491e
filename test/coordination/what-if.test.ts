import { describe, expect, it } from 'vitest';
import { fillParams, movedDates, statedDates, WINDOW_PARAMS, windowsOf, withTried } from '../../geo/index.ts';
import { feature, layer, lineOf } from '../sites/ground.ts';

const DATES = { designFreeze: '2027-09-30', worksStart: '2028-02-15', worksEnd: '2029-10-31' };
const road = feature('r', lineOf([0, 0], [100, 0]), DATES);

describe('dates that are tried', () => {
  it('move by days, one alone no further than its neighbours', () => {
    expect(movedDates(DATES, 'worksStart', 15)).toEqual({ ...DATES, worksStart: '2028-03-01' });
    expect(movedDates(DATES, 'worksStart', -1000)).toEqual({ ...DATES, worksStart: '2027-09-30' });
    expect(movedDates(DATES, 'worksStart', 10_000)).toEqual({ ...DATES, worksStart: '2029-10-31' });
    expect(movedDates({ worksStart: '2028-02-15' }, 'worksStart', -1000)).toEqual({ worksStart: '2025-05-21' });
    expect(movedDates({ worksStart: '2028-02-15' }, 'designFreeze', 5)).toEqual({ worksStart: '2028-02-15' });
  });
  it('move as a whole over leap days and keep their distances', () => {
    expect(movedDates(DATES, 'all', 366)).toEqual({ designFreeze: '2028-09-30', worksStart: '2029-02-15', worksEnd: '2030-11-01' });
  });
  it('are free where they stood in the wrong order from the start', () => {
    expect(movedDates({ designFreeze: '2029-01-01', worksStart: '2028-06-01', worksEnd: '2028-07-01' }, 'worksStart', 1).worksStart).toBe('2028-06-02');
  });
  it('keep only what differs from the data, and nothing once all is back', () => {
    const tried = withTried({}, road, { ...DATES, worksStart: '2028-03-01' });
    expect(tried).toEqual({ r: { worksStart: '2028-03-01' } });
    expect(withTried({ ...tried, other: { worksEnd: '2030-01-01' } }, road, statedDates(road))).toEqual({ other: { worksEnd: '2030-01-01' } });
  });
  it('a freeze that comes sooner is a window missed', () => {
    const phase = (days: number) => windowsOf(layer('road-project', road), null, fillParams({ params: WINDOW_PARAMS }, {}), '2026-11-25', withTried({}, road, movedDates(DATES, 'designFreeze', days)))[0];
    expect([phase(0).phase, phase(0).daysLeft]).toEqual(['window', 125]);
    expect([phase(-128).phase, phase(-128).daysLeft]).toEqual(['window', 0]);
    expect([phase(-129).phase, phase(-129).deadline]).toEqual(['missed', '2026-11-24']);
  });
});
