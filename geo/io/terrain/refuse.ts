import { UserError } from '../../model/index.ts';
import { MOST_CELLS, type TerrainGrid } from './types.ts';

/** Said by the head alone, before a height is read. @throws UserError `terrain.header`, `terrain.too-large` */
export function refuseGrid({ columns, rows, dx, dy }: Pick<TerrainGrid, 'columns' | 'rows' | 'dx' | 'dy'>): void {
  const whole = (n: number) => Number.isInteger(n) && n > 0;
  if (!whole(columns) || !whole(rows) || !(dx > 0 && dy > 0)) throw new UserError('terrain.header', { what: `${columns} x ${rows}, ${dx}` });
  if (columns * rows > MOST_CELLS) throw new UserError('terrain.too-large', { columns, rows, most: MOST_CELLS, factor: Math.ceil(Math.sqrt(columns * rows / MOST_CELLS)) });
}
