import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { BENEFITS } from '../../../geo/index.ts';
import { formatScore, formatWhole } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { zoomToFeatures } from '../../map/map-access.ts';
import { select } from '../../state/view.ts';
import type { SiteRow } from './sites-shown.ts';

const ROW = 62;

/** The sites in order; only the rows in sight are in the page. A click zooms there and opens the site. */
export function SiteList({ layerId, rows }: { layerId: string; rows: readonly SiteRow[] }) {
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 8 });
  return (
    <div ref={scroller} className="site-scroller" role="list" aria-label={say('panel.sites')}>
      {rows.length === 0 && <p className="section-empty">{say('sites.noneShown')}</p>}
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div key={rows[index].site.id} role="listitem" className="site-slot" style={{ transform: `translateY(${start}px)`, height: ROW }}>
            <SiteLine layerId={layerId} {...rows[index]} />
          </div>
        ))}
      </div>
    </div>
  );
}

function SiteLine({ layerId, site, ranked }: SiteRow & { layerId: string }) {
  const { say, sayCode } = useWords();
  const p = site.properties;
  return (
    <button type="button" className="site-row" onClick={() => { select({ layerId, featureId: site.id }); zoomToFeatures([site]); }}>
      <span className="rank" title={p['locked'] === true ? say('sites.heldLast') : undefined}>{ranked.rank}</span>
      <span className="site-name">
        {String(p['name'])}
        <span className="muted">{sayCode(`choice.source.${p['source']}`)}　{say('sites.reliefLine', { night: formatWhole(Number(p['reliefNight'])), shelter: formatWhole(Number(p['reliefShelter'])) })}</span>
      </span>
      <span className="site-side">
        <b className="numeric">{formatScore(ranked.score)}</b>
        {p['status'] !== 'ok' && <StatusTag status={String(p['status'])} />}
      </span>
      <ScoreBar factors={BENEFITS.map((benefit) => ({ benefit, part: ranked.parts[benefit] }))} />
    </button>
  );
}

/** The score as what its four parts give. */
export function ScoreBar({ factors }: { factors: readonly { benefit: string; part: number }[] }) {
  return <span className="score-bar" aria-hidden="true">{factors.map(({ benefit, part }) => <i key={benefit} data-benefit={benefit} style={{ width: `${100 * part}%` }} />)}</span>;
}
export function StatusTag({ status }: { status: string }) {
  const { sayCode } = useWords();
  return <span className="tag" data-kind={status === 'consult' ? 'confirm' : 'bad'}>{sayCode(`choice.status.${status}`)}</span>;
}
