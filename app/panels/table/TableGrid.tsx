import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { Layer, PlanFeature } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { CellEditor } from './CellEditor.tsx';
import { DepthCell } from './DepthCell.tsx';
import { UNKNOWN, type Column, type Sorting } from './columns.ts';

const ROW = 28;
/** Columns that stay in sight while the others are scrolled. */
const PINNED = ['id', 'name'];

interface TableGridProps {
  label: string;
  schema: Layer['schema'];
  columns: readonly Column[];
  rows: readonly PlanFeature[];
  selected: string | null;
  /** Rows that are picked for a change of many. */
  picked: ReadonlySet<string>;
  /** The layer whose cells may be written in; null where they may not. */
  editable: string | null;
  sorting: Sorting | null;
  onSort: (key: string) => void;
  onSelect: (feature: PlanFeature, zoom: boolean, keys: { ctrl: boolean; shift: boolean }) => void;
}

/** The rows that are in sight, under a heading that stays. Arrow keys move the selected row, Enter brings it onto the map. */
export function TableGrid({ label, schema, columns, rows, selected, picked, editable, sorting, onSort, onSelect }: TableGridProps) {
  const { language } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 12, scrollPaddingStart: ROW + 4 });
  const at = useMemo(() => (selected === null ? -1 : rows.findIndex((feature) => feature.id === selected)), [rows, selected]);
  const [writing, setWriting] = useState<{ id: string; key: string } | null>(null);
  const lastColumn = useRef<string | null>(null);
  /** The row that was clicked is in sight already; moving it would send the second click of a double click to another row. */
  const clicked = useRef(-1);
  useEffect(() => {
    if (at >= 0 && at !== clicked.current) virtual.scrollToIndex(at, { align: 'auto' });
    clicked.current = -1;
  }, [at, virtual]);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'F2' && editable && at >= 0) {
      event.preventDefault();
      setWriting({ id: rows[at].id, key: lastColumn.current ?? columns.find(({ key, reckoned }) => key !== 'id' && !reckoned)?.key ?? 'id' });
      return;
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW) - 2);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.length - 1, Enter: at }[event.key];
    if (to === undefined || rows.length === 0 || (event.target as HTMLElement).closest('button')) return;
    event.preventDefault();
    onSelect(rows[Math.min(rows.length - 1, Math.max(0, to))], event.key === 'Enter', { ctrl: false, shift: event.shiftKey });
  };
  const left = pinnedLefts(columns);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div
      ref={box} className="table-grid" role="grid" tabIndex={0} aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={columns.length} lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-activedescendant={at >= 0 ? `table-row-${at}` : undefined} onKeyDown={move} style={{ '--columns': columnTracks(columns), '--width': `${width}px` } as CSSProperties}
    >
      <div className="table-row table-heading" role="row" aria-rowindex={1}>
        {columns.map((column) => <Heading key={column.key} column={column} left={left.get(column.key)} sorting={sorting} onSort={onSort} />)}
      </div>
      <div role="presentation" className="table-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div
            key={rows[index].id} id={`table-row-${index}`} className="table-row" role="row" aria-rowindex={index + 2} aria-selected={index === at || picked.has(rows[index].id)}
            style={{ transform: `translateY(${start}px)` }} onClick={(event) => { clicked.current = index; onSelect(rows[index], !editable, { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey }); }} onMouseDown={keepText}
          >
            {columns.map((column) => (column.reckoned ? <DepthCell key={column.key} schema={schema} feature={rows[index]} /> : (
              <Cell
                key={column.key} column={column} left={left.get(column.key)} text={column.show(rows[index].properties[column.key])}
                onTouch={() => { lastColumn.current = column.key; }} onWrite={editable ? () => setWriting({ id: rows[index].id, key: column.key }) : undefined}
                editor={editable && writing?.id === rows[index].id && writing.key === column.key
                  ? <CellEditor layerId={editable} featureId={rows[index].id} field={column.key} label={column.label} value={rows[index].properties[column.key]} onEnd={() => { setWriting(null); box.current?.focus(); }} />
                  : undefined}
              />
            )))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A double click means the row, not the word under it; dragging still marks text to be copied. */
function keepText(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

function Heading({ column: { key, label, unit, numeric, reckoned }, left, sorting, onSort }: { column: Column; left: number | undefined; sorting: Sorting | null; onSort: (key: string) => void }) {
  const sorted = sorting?.key === key ? sorting : null;
  if (reckoned) return <div role="columnheader" className="table-cell"><span>{label}</span></div>;
  return (
    <div role="columnheader" className="table-cell" data-numeric={numeric} data-pinned={left !== undefined} style={{ left }} aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => onSort(key)} title={unit ? `${label}（${unit}）` : label}>
        <span>{label}{unit && <small>{unit}</small>}</span>
        {sorted && (sorted.down ? <ArrowDown size={12} /> : <ArrowUp size={12} />)}
      </button>
    </div>
  );
}

interface CellProps {
  column: Column;
  left: number | undefined;
  text: string;
  onTouch: () => void;
  onWrite: (() => void) | undefined;
  editor: ReactNode;
}
function Cell({ column, left, text, onTouch, onWrite, editor }: CellProps) {
  return (
    <div role="gridcell" className="table-cell" data-writing={editor !== undefined} onPointerDown={onTouch} onDoubleClick={onWrite} data-numeric={column.numeric} data-pinned={left !== undefined} data-unknown={text === UNKNOWN} style={{ left }} title={text.length > 18 ? text : undefined}>
      {editor ?? text}
    </div>
  );
}

/** The last column takes what room is left. */
function columnTracks(columns: readonly Column[]): string {
  return columns.map(({ width }, i) => (i === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');
}

function pinnedLefts(columns: readonly Column[]): Map<string, number> {
  const lefts = new Map<string, number>();
  let left = 0;
  for (const { key, width } of columns) {
    if (!PINNED.includes(key)) break;
    lefts.set(key, left);
    left += width;
  }
  return lefts;
}
