import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Window } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useCoordination } from '../../state/coordination.ts';
import { useView } from '../../state/view.ts';
import { TimeLane } from './TimeLane.tsx';
import { scaleOf, ticksOf, xOf } from './time-scale.ts';
import { useWidth } from './use-width.ts';
import { heldOrder, rowKey, windowsShown } from './windows-shown.ts';

const ROW = 30, HEAD = 24;

/** A lane for each road project and site: what leads up to its works, the works, and how long the road may not be dug up after them. */
export function Timeline({ windows, date }: { windows: readonly Window[]; date: string }) {
  const { say } = useWords();
  const kind = useCoordination((state) => state.kind), phase = useCoordination((state) => state.phase), span = useCoordination((state) => state.span);
  const { held, hold } = useHeldOrder(`${kind} ${phase}`);
  const rows = useMemo(() => heldRows(windows, { kind, phase }, held), [windows, kind, phase, held]);
  const { ref, width } = useWidth<HTMLDivElement>();
  const scale = useMemo(() => scaleOf(span, date, rows, width), [span, date, rows, width]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 6, scrollMargin: HEAD });
  const selected = useView(({ selection }) => selection?.featureId ?? null);
  useEffect(() => {
    const at = rows.findIndex(({ id }) => id === selected);
    if (at >= 0 && !held) virtual.scrollToIndex(at, { align: 'auto' });
    // Only where another feature was selected: not whenever the rows change their order.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);
  const today = xOf(scale, date);
  return (
    <div ref={scroller} className="timeline" role="list" aria-label={say('coordination.timeline')}>
      <div className="time-head" aria-hidden="true">
        <span className="time-corner">{say('windows.today', { date })}</span>
        <div className="time-axis" ref={ref}>{ticksOf(scale).map(({ x, text, major }) => <span key={text} className="time-tick" data-major={major} style={{ left: x }}>{text}</span>)}</div>
      </div>
      {rows.length === 0 && <p className="table-none muted">{say('windows.none')}</p>}
      <div className="time-lanes" style={{ height: virtual.getTotalSize() }}>
        <div className="time-grid" aria-hidden="true">
          {ticksOf(scale).map(({ x, text, major }) => <i key={text} data-major={major} style={{ left: x }} />)}
          {today >= 0 && today <= width && <i className="time-today" style={{ left: today }} />}
        </div>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div key={rowKey(rows[index])} role="listitem" className="time-slot" style={{ transform: `translateY(${start - HEAD}px)`, height: ROW }}>
            <TimeLane row={rows[index]} scale={scale} isShown={rows[index].id === selected} onHold={(isHeld) => hold(isHeld, rows)} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Rows stay in their order while a handle has the focus or dates are tried: one that jumped to its new place would be out of sight. */
function useHeldOrder(filter: string) {
  const tried = useCoordination((state) => Object.keys(state.tried).length > 0);
  const [focused, setFocused] = useState(false);
  const [order, setOrder] = useState<{ filter: string; keys: readonly string[] } | null>(null);
  const held = order?.filter === filter && (tried || focused) ? order.keys : null;
  const hold = (isHeld: boolean, rows: readonly Window[]) => {
    setFocused(isHeld);
    if (isHeld && !held) setOrder({ filter, keys: rows.map(rowKey) });
  };
  return { held, hold };
}

/** A row that is being moved stays although its phase no longer matches. */
function heldRows(windows: readonly Window[], filter: Parameters<typeof windowsShown>[1], held: readonly string[] | null): Window[] {
  if (!held) return windowsShown(windows, filter);
  const kept = new Set(held);
  return heldOrder(windows.filter((row) => kept.has(rowKey(row))), held);
}
