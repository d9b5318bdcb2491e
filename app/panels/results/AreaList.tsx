import { MapPinOff } from 'lucide-react';
import { useState } from 'react';
import type { PlanFeature } from '../../../geo/index.ts';
import { serviceOf } from '../../commands/live.ts';
import { formatWhole, formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { zoomToFeatures } from '../../map/map-access.ts';
import type { Run } from '../../state/document.ts';
import { select, useView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import type { SessionAnswer } from '../../workers/session-api.ts';

const FIRST = 12;

/** Shortage areas, the worst first. A click goes there; the certificate opens below the row. */
export function AreaList({ run, answer }: { run: Run; answer: SessionAnswer | null }) {
  const { say, sayCode } = useWords();
  const [all, setAll] = useState(false);
  const areas = answer?.areas ?? run.layers['shortage-areas'].features;
  const unit = serviceOf(run) === 'sheltering' ? 'unit.person' : 'unit.stall';
  const unmet = answer?.totalUnmet ?? run.indicators.find(({ key }) => key === 'totalUnmet')?.value ?? 0;
  const rest = unmet - areas.reduce((sum, { properties }) => sum + Number(properties['shortage']), 0);
  const most = areas.reduce((high, { properties }) => Math.max(high, Number(properties['shortage'])), 1);
  return (
    <section>
      <div className="section-head"><h3>{say('areas.title')}</h3><span className="muted">{say('areas.sorted')}</span></div>
      {areas.length === 0 && <p className="section-empty"><MapPinOff />{say('areas.none')}</p>}
      <ol className="area-list">{(all ? areas : areas.slice(0, FIRST)).map((area, index) => <AreaRow key={area.id} area={area} rank={index + 1} most={most} run={run} />)}</ol>
      {rest >= 1 && <p className="area-rest muted">{say('areas.rest', { n: formatWhole(rest), unit: sayCode(unit) })}</p>}
      {areas.length > FIRST && <Button kind="plain" size="small" onClick={() => setAll(!all)}>{all ? say('areas.fewer') : say('areas.all', { n: areas.length })}</Button>}
    </section>
  );
}

function AreaRow({ area, rank, most, run }: { area: PlanFeature; rank: number; most: number; run: Run }) {
  const { say, sayCode } = useWords();
  const layerId = run.layers['shortage-areas'].id;
  const selected = useView((view) => view.selection?.layerId === layerId && view.selection.featureId === area.id);
  const { name, shortage, servedRatio, units, households } = area.properties;
  const unit = sayCode(serviceOf(run) === 'sheltering' ? 'unit.person' : 'unit.stall');
  return (
    <li>
      <button type="button" className="area-row" aria-pressed={selected} onClick={() => { select(selected ? null : { layerId, featureId: area.id }); if (!selected) zoomToFeatures([area]); }}>
        <span className="rank">{rank}</span>
        <span className="area-name">{String(name)}<span className="muted">{say('areas.sub', { units: Number(units), households: formatWhole(Number(households ?? 0)) })}</span></span>
        <span className="area-figure"><span><b>{formatWhole((Number(shortage)))}</b> {unit}</span><span className="muted">{say('areas.ratio', { ratio: formatPercent(Number(servedRatio)) })}</span></span>
        <span className="bar-track"><i style={{ width: `${(100 * Number(shortage)) / most}%` }} /></span>
      </button>
      {selected && <Certificate area={area} unit={unit} />}
    </li>
  );
}

/** The sum that anyone can check by hand. */
function Certificate({ area: { properties: p }, unit }: { area: PlanFeature; unit: string }) {
  const { say } = useWords();
  const of = (key: string) => Number(p[key] ?? 0);
  const n = (key: string) => formatWhole(of(key));
  // Rounded so that the sum adds up as it is read.
  const served = formatWhole(Math.round(of('demand')) - Math.round(of('shortage')));
  return (
    <div className="certificate">
      <p><b>{say('areas.sum', { demand: n('demand'), served, shortage: n('shortage'), unit })}</b></p>
      <p>{say('areas.balance', { capacity: n('reachableCapacity'), unit })}</p>
      <p>{say('areas.certificate', { tierDemand: n('tierDemand'), tierCapacity: n('tierCapacity'), ratio: formatPercent(Number(p['worstRatio'])), unit })}</p>
    </div>
  );
}
