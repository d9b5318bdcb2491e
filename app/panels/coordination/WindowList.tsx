import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Window } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { zoomToFeatures } from '../../map/map-access.ts';
import { useCoordination } from '../../state/coordination.ts';
import { currentShown } from '../../state/scenarios.ts';
import { select, useView } from '../../state/view.ts';
import { PhaseTag } from './PhaseTag.tsx';
import { featureOfWindow, rowKey, sitesOfRoads, windowsShown } from './windows-shown.ts';

const ROW = 48;

/** The rows by urgency; only those in sight are in the page. A click selects and zooms there. */
export function WindowList({ windows }: { windows: readonly Window[] }) {
  const { say } = useWords();
  const kind = useCoordination((state) => state.kind), phase = useCoordination((state) => state.phase);
  const rows = useMemo(() => windowsShown(windows, { kind, phase }), [windows, kind, phase]);
  const sites = useMemo(() => sitesOfRoads(windows), [windows]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 8 });
  return (
    <div ref={scroller} className="coordination-scroller" role="list" aria-label={say('coordination.windows')}>
      {rows.length === 0 && <p className="section-empty">{say('windows.none')}</p>}
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div key={rowKey(rows[index])} role="listitem" className="coordination-slot" style={{ transform: `translateY(${start}px)`, height: ROW }}>
            <WindowLine row={rows[index]} sites={rows[index].kind === 'road-project' ? sites.get(rows[index].id) ?? 0 : 0} />
          </div>
        ))}
      </div>
    </div>
  );
}

function WindowLine({ row, sites }: { row: Window; sites: number }) {
  const { say, sayCode } = useWords();
  const isShown = useView(({ selection }) => selection?.featureId === row.id);
  return (
    <button type="button" className="window-row" aria-pressed={isShown} onClick={() => showWindow(row)}>
      <span className="window-name">
        <span>{row.name}{row.tried && <span className="tag" data-kind="accent">{say('windows.tried')}</span>}</span>
        <span className="muted">{[sayCode(`window.kind.${row.kind}`), sites > 0 && say('windows.withSites', { n: sites }), row.deadline !== null && say('windows.until', { date: row.deadline })].filter(Boolean).join(' · ')}</span>
      </span>
      <PhaseTag row={row} />
    </button>
  );
}

/** Selects what a row is about, and zooms there. */
export function showWindow(row: Window): void {
  const found = featureOfWindow(currentShown(), row);
  if (!found) return;
  select({ layerId: found.layer.id, featureId: found.feature.id });
  zoomToFeatures([found.feature]);
}
