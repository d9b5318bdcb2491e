import type { MessageTable } from './types.ts';

/** What stands behind a number. A ratio, a date and (in English) a count stand alone: their word is empty. */
export const unitMessages = {
  'unit.m': { zh: '米', en: 'm' },
  'unit.m2': { zh: '平方米', en: 'm²' },
  'unit.m2/person': { zh: '平方米/人', en: 'm²/person' },
  'unit.m2/stall': { zh: '平方米/泊位', en: 'm²/stall' },
  'unit.stall': { zh: '个泊位', en: 'stalls' },
  'unit.person': { zh: '人', en: 'persons' },
  'unit.household': { zh: '户', en: 'households' },
  'unit.car': { zh: '辆', en: 'cars' },
  'unit.car/household': { zh: '辆/户', en: 'cars/household' },
  'unit.stall/100m2': { zh: '泊位/百平方米', en: 'stalls/100 m²' },
  'unit.yuan/stall': { zh: '元/泊位', en: 'yuan/stall' },
  'unit.yuan/m2': { zh: '元/平方米', en: 'yuan/m²' },
  'unit.yuan/person': { zh: '元/人', en: 'yuan/person' },
  'unit.10k yuan': { zh: '万元', en: '× 10k yuan' },
  'unit.month': { zh: '个月', en: 'months' },
  'unit.year': { zh: '年', en: 'years' },
  'unit.s': { zh: '秒', en: 's' },
  'unit.day': { zh: '天', en: 'days' },
  'unit.hundred': { zh: '百分制', en: 'of 100' },
  'unit.ratio': { zh: '', en: '' },
  'unit.%': { zh: '%', en: '%' },
  'unit.count': { zh: '个', en: '' },
  'unit.level': { zh: '层', en: 'levels' },
  'unit.date': { zh: '', en: '' },
} satisfies MessageTable;
