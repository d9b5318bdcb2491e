import { transaction, type Database } from '../io/index.ts';
import type { SheetLayout } from '../layout/index.ts';
import { jsonOf, putRecords, recordsOf } from './records.ts';

/** All sheets of the project, in their order; they are few and small. */
export function putLayouts(db: Database, layouts: readonly SheetLayout[]): void {
  transaction(db, () => {
    db.run('DELETE FROM undercroft_layouts');
    putRecords(db, 'undercroft_layouts', layouts.map((layout, position) => ({ layout_id: layout.id, position, name: layout.name, document: JSON.stringify(layout) })));
  });
}

/** Sheets as they were written, and how many records somebody else changed, which are not read. */
export function layoutsOf(db: Database): { layouts: SheetLayout[]; lost: number } {
  const records = recordsOf(db, 'undercroft_layouts');
  const sound = records.filter((record) => record.sound);
  return { layouts: sound.map(({ cells }) => jsonOf<SheetLayout>(cells['document'])), lost: records.length - sound.length };
}
