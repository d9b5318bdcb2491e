import { useMemo } from 'react';
import { serviceOf } from '../commands/live.ts';
import { runWords } from '../commands/run-analysis.ts';
import { formatFigure, formatMove, formatNumber, formatPercent, formatWhole } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useLive } from '../state/live.ts';
import { useLooked } from '../state/scenarios.ts';
import { useView } from '../state/view.ts';
import { meetingFigures, type MeetingFigure } from './figures.ts';

/** The figures of what is shown, to be read from across a room. */
export function MeetingFigures() {
  const { say, sayCode } = useWords();
  const document = useDocument((state) => state.document);
  const { scenario } = useLooked(), shownRun = useView((view) => view.shownRun);
  const answer = useLive((live) => live.answer);
  const found = useMemo(() => meetingFigures(document, { scenario, shownRun }, answer), [document, scenario, shownRun, answer]);
  const { run, against, figures } = found;
  if (figures.length === 0) return <p className="meeting-no-figures">{say(scenario === null ? 'meeting.noFigures' : 'meeting.noFiguresHere')}</p>;
  const unit = sayCode(run && serviceOf(run) === 'sheltering' ? 'unit.person' : 'unit.stall');
  return (
    <div className="meeting-figures" role="group" aria-label={run ? sayCode(runWords(run)) : say('meeting.figures')} aria-live="polite">
      {figures.map((figure) => (
        <div className="meeting-figure" key={figure.key} data-testid={`meeting-${figure.key}`}>
          <span>{sayCode(`indicator.${figure.key}`)}{run && figure.key === 'totalUnmet' && ` · ${sayCode(runWords(run))}`}</span>
          <b>{valueOf(figure)}{figure.key === 'totalUnmet' && <small>{unit}</small>}</b>
          <Difference figure={figure} words={against && say(against === 'run' ? 'meeting.overRun' : 'meeting.overBaseline')} />
        </div>
      ))}
      {!run && <p className="meeting-not-run">{say('meeting.noFiguresHere')}</p>}
    </div>
  );

  function valueOf({ key, value }: MeetingFigure): string {
    if (key === 'measuresCost') return formatFigure(key, value, '10k yuan', sayCode);
    if (value === null) return '—';
    return key === 'servedRatio' ? formatPercent(value) : key === 'totalUnmet' ? formatWhole(value) : formatNumber(value);
  }
}

/** Sign, arrow and colour say the same. */
function Difference({ figure: { key, difference, direction }, words }: { figure: MeetingFigure; words: string | null }) {
  const { sayCode } = useWords();
  if (difference === null || words === null) return null;
  const size = key === 'servedRatio' ? Math.abs(difference) : Math.round(Math.abs(difference));
  const text = key === 'servedRatio' ? formatMove(key, size, 'ratio', sayCode) : formatWhole(size);
  if (size < 0.0005) return <em>{words} ±0</em>;
  return <em data-kind={difference * direction > 0 ? 'good' : 'bad'}>{difference > 0 ? '▲ +' : '▼ −'}{text}<small>{words}</small></em>;
}
