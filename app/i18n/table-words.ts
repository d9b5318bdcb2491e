import type { MessageTable } from '../../geo/index.ts';

export const tableWords = {
  'table.title': { zh: '属性表', en: 'Attribute table' },
  'table.filter': { zh: '筛选：任意列包含…', en: 'Filter: any column contains …' },
  'table.rows': { zh: '{n} 行', en: '{n} rows' },
  'table.rowsOf': { zh: '{n} / {all} 行', en: '{n} of {all} rows' },
  'table.exportCsv': { zh: '导出 CSV', en: 'Export CSV' },
  'table.exportGeojson': { zh: '导出 GeoJSON', en: 'Export GeoJSON' },
  'table.height': { zh: '表格高度', en: 'Height of the table' },
  'table.empty': { zh: '图层没有要素', en: 'The layer has no features' },
  'table.noMatch': { zh: '没有包含“{text}”的行', en: 'No row contains “{text}”' },
  'table.yes': { zh: '是', en: 'yes' },
  'table.no': { zh: '否', en: 'no' },
  'table.points': { zh: '{n} 处', en: '{n} places' },
  'table.asDelivered': { zh: '{field}（原值）', en: '{field} (as delivered)' },
} satisfies MessageTable;
