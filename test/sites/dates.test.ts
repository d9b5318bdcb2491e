import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, addYears, dateOfDay, dayNumber, daysBetween, isoDate, timingOf } from '../../geo/sites/index.ts';
import { defaults, feature, lineOf } from './ground.ts';

describe('dates', () => {
  it('count days as UTC does, over four centuries', () => {
    for (let day = -80_000; day < 80_000; day += 37) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dayNumber(date)).toBe(day);
      expect(dateOfDay(day)).toBe(date);
    }
  });
  it('add months as a calendar does, the last day where the month is too short', () => {
    expect(addMonths('2027-09-30', -6)).toBe('2027-03-30');
    expect(addMonths('2027-08-31', -6)).toBe('2027-02-28');
    expect(addMonths('2028-08-31', -6)).toBe('2028-02-29');
    expect(addMonths('2027-01-15', -1)).toBe('2026-12-15');
    expect(addYears('2024-02-29', 5)).toBe('2029-02-28');
    fc.assert(fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 1, max: 28 }), (months, day) => {
      const date = `2026-11-${String(day).padStart(2, '0')}`;
      expect(addMonths(addMonths(date, months), -months)).toBe(date);
    }), { seed: 4 });
  });
  it('take only what is a date', () => {
    expect(isoDate('2026-02-30')).toBeNull();
    expect(isoDate('2026-13-01')).toBeNull();
    expect(isoDate('soon')).toBeNull();
    expect(isoDate(null)).toBeNull();
    expect(isoDate('2028-02-29T08:00:00Z')).toBe('2028-02-29');
  });
});

describe('windows and locks (road regulation, article 33)', () => {
  const road = (properties: Record<string, string>) => feature('r', lineOf([0, 0], [400, 0]), properties);
  it('locks a rebuilt road for five years', () => {
    const rebuilt = road({ scope: 'rebuilt', worksStart: '2009-08-01', worksEnd: '2010-06-30' });
    expect(timingOf(rebuilt, defaults, '2010-06-30')).toMatchObject({ lockUntil: '2015-06-30', locked: true, phase: 'locked' });
    expect(timingOf(rebuilt, defaults, '2015-06-29').locked).toBe(true);
    expect(timingOf(rebuilt, defaults, '2015-06-30')).toMatchObject({ locked: false, phase: 'over', deadline: null });
    expect(timingOf(rebuilt, defaults, '2010-06-29').locked).toBe(false);
  });
  it('locks an overhauled one for three, a road whose scope is not stated for the longer time', () => {
    expect(timingOf(road({ scope: 'overhaul', worksEnd: '2012-03-01' }), defaults, '2014-01-01')).toMatchObject({ lockUntil: '2015-03-01', locked: true });
    expect(timingOf(road({ worksEnd: '2012-03-01' }), defaults, '2014-01-01').lockUntil).toBe('2017-03-01');
  });
  it('counts the deadline back from the design freeze, else from the start of works', () => {
    const date = '2026-11-24';
    expect(timingOf(road({ designFreeze: '2027-09-30', worksStart: '2028-02-15' }), defaults, date)).toMatchObject({ deadline: '2027-03-30', deadlineFrom: 'design-freeze', daysLeft: 126, phase: 'window' });
    expect(timingOf(road({ worksStart: '2028-02-15' }), defaults, date)).toMatchObject({ deadline: '2027-02-15', deadlineFrom: 'works-start', daysLeft: 83 });
    expect(timingOf(road({ designFreeze: '2027-05-23' }), defaults, date)).toMatchObject({ daysLeft: -1, phase: 'missed' });
    expect(timingOf(road({}), defaults, date)).toMatchObject({ deadline: null, daysLeft: null, phase: null });
    expect(daysBetween('2026-11-24', '2027-03-30')).toBe(126);
  });
  it('without a date gives the dates and leaves the reckoning open', () => {
    expect(timingOf(road({ scope: 'rebuilt', designFreeze: '2009-03-01', worksEnd: '2010-06-30' }), defaults, null)).toEqual({
      deadline: '2008-09-01', deadlineFrom: 'design-freeze', daysLeft: null, lockFrom: '2010-06-30', lockUntil: '2015-06-30', locked: null, phase: null,
    });
  });
});
