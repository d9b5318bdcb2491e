/**
 * The least that AutoCAD opens around entities: tables, the two spaces, a dictionary. Source: Autodesk DXF Reference (2018);
 * handles as AutoCAD gives them in an empty drawing (1F is the model space).
 */
type Rows = readonly (readonly [number, string | number])[];
const lines = (rows: Rows): string => rows.map(([code, value]) => `${code}\n${value}\n`).join('');

const table = (name: string, handle: string, entries: readonly string[]): string =>
  lines([[0, 'TABLE'], [2, name], [5, handle], [330, 0], [100, 'AcDbSymbolTable'], [70, entries.length], ...(name === 'DIMSTYLE' ? [[100, 'AcDbDimStyleTable']] as Rows : [])]) + entries.join('') + lines([[0, 'ENDTAB']]);
const entry = (type: string, handle: string, owner: string, marker: string, rows: Rows): string =>
  lines([[0, type], [type === 'DIMSTYLE' ? 105 : 5, handle], [330, owner], [100, 'AcDbSymbolTableRecord'], [100, marker], ...rows]);

const LINE_TYPES = ['ByBlock', 'ByLayer', 'Continuous'].map((name, i) => entry('LTYPE', ['14', '15', '16'][i], '5', 'AcDbLinetypeTableRecord', [[2, name], [70, 0], [3, ''], [72, 65], [73, 0], [40, '0.0']]));
const SPACES: readonly (readonly [string, string, string, string])[] = [['*Model_Space', '1F', '20', '21'], ['*Paper_Space', '1B', '1C', '1D']];
/** Colours of the layers in turn, by their number in AutoCAD: those that show on white and on black. */
const COLOURS = [1, 3, 5, 6, 30, 4, 140, 200];

function tables(layers: readonly string[]): string {
  const layer = (name: string, handle: string, colour: number) => entry('LAYER', handle, '2', 'AcDbLayerTableRecord', [[2, name], [70, 0], [62, colour], [6, 'Continuous'], [370, -3], [390, 'F']]);
  return lines([[0, 'SECTION'], [2, 'TABLES']])
    + table('VPORT', '8', []) + table('LTYPE', '5', LINE_TYPES)
    + table('LAYER', '2', [layer('0', '10', 7), ...layers.filter((name) => name !== '0').map((name, i) => layer(name, (0x100 + i).toString(16).toUpperCase(), COLOURS[i % COLOURS.length]))])
    // A font that has Chinese letters; its absence would show question marks.
    + table('STYLE', '3', [entry('STYLE', '11', '3', 'AcDbTextStyleTableRecord', [[2, 'Standard'], [70, 0], [40, '0.0'], [41, '1.0'], [50, '0.0'], [71, 0], [42, '2.5'], [3, 'simsun.ttc'], [4, '']])])
    + table('VIEW', '6', []) + table('UCS', '7', [])
    + table('APPID', '9', [entry('APPID', '12', '9', 'AcDbRegAppTableRecord', [[2, 'ACAD'], [70, 0]])])
    + table('DIMSTYLE', 'A', [entry('DIMSTYLE', '27', 'A', 'AcDbDimStyleTableRecord', [[2, 'Standard'], [70, 0]])])
    + table('BLOCK_RECORD', '1', SPACES.map(([name, handle]) => entry('BLOCK_RECORD', handle, '1', 'AcDbBlockTableRecord', [[2, name], [340, 0]])))
    + lines([[0, 'ENDSEC']]);
}
function blocks(): string {
  const block = ([name, record, begin, end]: readonly [string, string, string, string]) => lines([
    [0, 'BLOCK'], [5, begin], [330, record], [100, 'AcDbEntity'], [8, '0'], [100, 'AcDbBlockBegin'], [2, name], [70, 0], [10, '0.0'], [20, '0.0'], [30, '0.0'], [3, name], [1, ''],
    [0, 'ENDBLK'], [5, end], [330, record], [100, 'AcDbEntity'], [8, '0'], [100, 'AcDbBlockEnd'],
  ]);
  return lines([[0, 'SECTION'], [2, 'BLOCKS']]) + SPACES.map(block).join('') + lines([[0, 'ENDSEC']]);
}
const OBJECTS = lines([
  [0, 'SECTION'], [2, 'OBJECTS'],
  [0, 'DICTIONARY'], [5, 'C'], [330, 0], [100, 'AcDbDictionary'], [281, 1], [3, 'ACAD_GROUP'], [350, 'D'], [3, 'ACAD_PLOTSTYLENAME'], [350, 'E'],
  [0, 'DICTIONARY'], [5, 'D'], [330, 'C'], [100, 'AcDbDictionary'], [281, 1],
  [0, 'ACDBDICTIONARYWDFLT'], [5, 'E'], [330, 'C'], [100, 'AcDbDictionary'], [281, 1], [3, 'Normal'], [350, 'F'], [100, 'AcDbDictionaryWithDefault'], [340, 'F'],
  [0, 'ACDBPLACEHOLDER'], [5, 'F'], [330, 'E'],
  [0, 'ENDSEC'], [0, 'EOF'],
]);

const FIRST_HANDLE = 0x1000;
/** A whole file; the entities have `#` where their handle stands. */
export function dxfFile(version: string, layers: readonly string[], entities: readonly string[]): string {
  const hex = (n: number) => (FIRST_HANDLE + n).toString(16).toUpperCase();
  const header = lines([[0, 'SECTION'], [2, 'HEADER'], [9, '$ACADVER'], [1, version], [9, '$DWGCODEPAGE'], [3, 'ANSI_936'], [9, '$INSUNITS'], [70, 6], [9, '$MEASUREMENT'], [70, 1], [9, '$HANDSEED'], [5, hex(entities.length)], [0, 'ENDSEC']]);
  const body = entities.map((entity, i) => entity.replace('\n#\n', `\n${hex(i)}\n`)).join('');
  return `${header}${lines([[0, 'SECTION'], [2, 'CLASSES'], [0, 'ENDSEC']])}${tables(layers)}${blocks()}${lines([[0, 'SECTION'], [2, 'ENTITIES']])}${body}${lines([[0, 'ENDSEC']])}${OBJECTS}`;
}
