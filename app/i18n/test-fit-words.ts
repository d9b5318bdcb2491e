import type { MessageTable } from '../../geo/index.ts';

/** The test fit in the panel of a site. */
export const testFitWords = {
  'fit.title': { zh: '排车位', en: 'Test fit' },
  'fit.start': { zh: '开始排布', en: 'Lay out' },
  'fit.again': { zh: '重新排', en: 'Again' },
  'fit.hint': { zh: '在这处选址下画出柱网、通道、坡道和每个车位，数一数实际能停多少辆', en: 'Draws columns, aisles, ramps and every stall under this site, and counts the cars that really go in' },
  'fit.old': { zh: '选址已变化，请重新排', en: 'The sites have changed since; lay it out again' },
  'fit.variant': { zh: '方案', en: 'Variant' },
  'fit.stalls': { zh: '车位', en: 'Stalls' },
  'fit.levels': { zh: '各层', en: 'By level' },
  'fit.perStall': { zh: '平方米/位', en: 'm² each' },
  'fit.ramps': { zh: '坡道', en: 'Ramps' },
  'fit.units': { zh: '单元', en: 'Units' },
  'fit.rule': { zh: '图上方案绘出 {drawn} 个，面积指标 {rule} 个；该方案面积上限 {bound} 个', en: 'Variant on the map: {drawn} drawn, {rule} by the rule of area; its area holds {bound} at most' },
  'fit.level': { zh: '图上的楼层', en: 'Level on the map' },
  'fit.export': { zh: '导出图纸', en: 'Export drawing' },
} satisfies MessageTable;
