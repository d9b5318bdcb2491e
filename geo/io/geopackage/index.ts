export { fromBlob, toBlob } from './blob.ts';
export { columnsOf, EXACT, FID, freeName, GEOMETRY, MOST_COLUMNS, RESERVED, type Column } from './columns.ts';
export { createGeoPackage, DEGREES, ensureSpatialRef, hasTable, isGeoPackage } from './core.ts';
export { createFeatureTable, dropTable, geometryTypeOf, insertSql, type TableHead } from './feature-table.ts';
export { eachRow, isKeepable, propertiesOf, RowNotes, tablesOf, type TableInfo, type TableRow } from './read-tables.ts';
export { kindFor, kindOfDeclared, KINDS, type ColumnKind } from './values.ts';
