import { expect, test } from 'vitest';
import { findTable } from '../../../geo/io/table/grid.ts';

test('a title above, a total and a signature below are none of the data, and are named', () => {
  const table = findTable([
    ['某市人防工程台账（2026年）', '', '', ''],
    ['编号', '名称', '建筑面积', ''],
    ['R1', '云雀街', 1200, ''],
    ['', '', '', ''],
    ['R2', '', 800, 'x'],
    ['合计', '', 2000, ''],
    ['填表人：张三', '', '', ''],
  ])!;
  expect(table.columns).toEqual(['编号', '名称', '建筑面积']);
  expect(table.rows).toEqual([{ 编号: 'R1', 名称: '云雀街', 建筑面积: 1200 }, { 编号: 'R2', 名称: null, 建筑面积: 800 }]);
  expect([table.headerRow, table.rowNumbers]).toEqual([2, [3, 5]]);
  expect(table.junk).toEqual([{ row: 1, text: '某市人防工程台账（2026年）' }, { row: 6, text: '合计 2000' }, { row: 7, text: '填表人：张三' }]);
});
test('the first row is the header where there is nothing above it, and numbers below it are data', () => {
  expect(findTable([['a', 'b'], ['1', '2']])).toMatchObject({ columns: ['a', 'b'], rows: [{ a: '1', b: '2' }], junk: [] });
  expect(findTable([['名称'], ['x']])).toMatchObject({ columns: ['名称'], rows: [{ 名称: 'x' }] });
});
test('a subtotal in the middle is passed over, a name that only begins like one is not', () => {
  const table = findTable([['名称', '泊位'], ['东区', 1], ['小计', 1], ['合计大厦', 3], ['西区', 2], ['总计：', 6]])!;
  expect(table.rows.map((row) => row['名称'])).toEqual(['东区', '合计大厦', '西区']);
});
test('columns of the same name are told apart; what would change objects is left out', () => {
  expect(findTable([['名称', '名称', '__proto__'], ['a', 'b', 'c']])).toMatchObject({ columns: ['名称', '名称_2'], rows: [{ 名称: 'a', 名称_2: 'b' }] });
});
test('nothing but numbers is no table', () => {
  expect(findTable([[1, 2], [3, 4]])).toBeNull();
  expect(findTable([])).toBeNull();
});
