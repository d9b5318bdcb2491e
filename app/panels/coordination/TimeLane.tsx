import { ListPlus, RotateCcw } from 'lucide-react';
import { ROAD_DATES, statedDates, withTried, type PlanFeature, type RoadDates, type Window } from '../../../geo/index.ts';
import { triedToMeasures } from '../../commands/tried-dates.ts';
import { useWords } from '../../i18n/index.ts';
import { setCoordination, useCoordination } from '../../state/coordination.ts';
import { currentShown } from '../../state/scenarios.ts';
import { IconButton } from '../../ui/Button.tsx';
import { PhaseTag } from './PhaseTag.tsx';
import { TimeHandle } from './TimeHandle.tsx';
import { stretch, xOf, type TimeScale } from './time-scale.ts';
import { showWindow } from './WindowList.tsx';
import { featureOfWindow } from './windows-shown.ts';

interface TimeLaneProps {
  row: Window;
  scale: TimeScale;
  isShown: boolean;
  /** A handle has the focus: rows stay where they are. */
  onHold: (held: boolean) => void;
}

/** One road project or site over time. The dates of a road project can be moved; a site goes with its project. */
export function TimeLane({ row, scale, isShown, onHold }: TimeLaneProps) {
  const { say } = useWords();
  const tried = useCoordination((state) => (row.kind === 'road-project' ? state.tried[row.id] : undefined));
  const feature = featureOfWindow(currentShown(), row)?.feature;
  const isRoad = row.kind === 'road-project' && feature !== undefined;
  const reset = () => { if (feature) setCoordination(({ tried: before }) => ({ tried: withTried(before, feature, statedDates(feature)) })); };
  return (
    <div className="time-lane" data-shown={isShown || undefined} data-phase={row.phase} data-row={row.id}>
      <div className="time-label">
        <button type="button" className="time-name" aria-pressed={isShown} onClick={() => showWindow(row)}>{row.name}</button>
        {tried && <IconButton size="small" label={say('windows.toMeasure', { name: row.name })} onClick={() => triedToMeasures({ [row.id]: tried })}><ListPlus /></IconButton>}
        {tried && <IconButton size="small" label={say('windows.reset', { name: row.name })} onClick={reset}><RotateCcw /></IconButton>}
        <PhaseTag row={row} />
      </div>
      <div className="time-track">
        <Bars row={row} scale={scale} />
        {isRoad && tried && <Ghosts feature={feature} scale={scale} />}
        {isRoad && <Handles row={row} feature={feature} tried={tried} scale={scale} onHold={onHold} />}
        {row.deadline !== null && <Deadline row={row} scale={scale} />}
      </div>
    </div>
  );
}

function Bars({ row, scale }: Pick<TimeLaneProps, 'row' | 'scale'>) {
  const bars = { lead: stretch(scale, row.deadline, row.designFreeze), design: stretch(scale, row.designFreeze, row.worksStart), works: stretch(scale, row.worksStart, row.worksEnd), lock: stretch(scale, row.worksEnd, row.lockUntil) };
  return <>{Object.entries(bars).map(([bar, place]) => place && <span key={bar} className="time-bar" data-bar={bar} aria-hidden="true" style={place} />)}</>;
}

/** The last day to take part: a filled diamond while it is to come, a crossed one once it is over. */
function Deadline({ row, scale }: Pick<TimeLaneProps, 'row' | 'scale'>) {
  const { say } = useWords();
  const x = xOf(scale, row.deadline!);
  if (x < 0 || x > scale.width) return null;
  return <span className="time-deadline" data-phase={row.phase} style={{ left: x }} role="img" aria-label={`${say('windows.deadline')} ${row.deadline}`} title={`${say('windows.deadline')} ${row.deadline}`} />;
}

/** Where the dates stand in the data. */
function Ghosts({ feature, scale }: { feature: PlanFeature; scale: TimeScale }) {
  return <>{Object.entries(statedDates(feature)).map(([field, date]) => { const x = xOf(scale, date); return x >= 0 && x <= scale.width && <span key={field} className="time-ghost" aria-hidden="true" style={{ left: x }} />; })}</>;
}

function Handles({ row, feature, tried, scale, onHold }: { row: Window; feature: PlanFeature; tried: RoadDates | undefined; scale: TimeScale; onHold: (held: boolean) => void }) {
  const dates = { ...statedDates(feature), ...tried };
  const take = (next: RoadDates) => setCoordination(({ tried: before }) => ({ tried: withTried(before, feature, next) }));
  const works = stretch(scale, dates.worksStart ?? null, dates.worksEnd ?? null);
  return (
    <>
      {works && <TimeHandle name={row.name} what="all" dates={dates} place={works} scale={scale} onDates={take} onHold={onHold} />}
      {ROAD_DATES.map((field) => {
        const x = dates[field] === undefined ? NaN : xOf(scale, dates[field]);
        return x >= 0 && x <= scale.width && <TimeHandle key={field} name={row.name} what={field} dates={dates} place={{ left: x }} scale={scale} onDates={take} onHold={onHold} />;
      })}
    </>
  );
}
