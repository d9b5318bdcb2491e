import { useWords } from '../i18n/index.ts';
import { featureOf } from '../map/highlight.ts';
import { drawableLayers, useDocument } from '../state/document.ts';
import { useMeeting, useShownMeeting, useShownView } from '../state/meeting.ts';
import { useShown } from '../state/scenarios.ts';
import { useView } from '../state/view.ts';
import { MeetingFigures } from './MeetingFigures.tsx';

/** Over the map: what is spoken of, in which scenario, and its figures. */
export function MeetingHead() {
  const { say } = useWords();
  const meeting = useShownMeeting(), view = useShownView();
  const figures = useMeeting((state) => state.figures);
  const scenario = useView((state) => state.scenario);
  const name = useDocument(({ document }) => document.scenarios.find(({ id }) => id === scenario)?.name) ?? say('scenario.baseline');
  const highlighted = useHighlighted();
  return (
    <header className="meeting-head">
      <div className="meeting-caption" role="status">
        <h1>{view?.title ?? meeting?.title}</h1>
        <p><b>{name}</b>{highlighted && <span>{say('meeting.highlighted', { name: highlighted })}</span>}</p>
      </div>
      {figures && <MeetingFigures />}
    </header>
  );
}

/** The name of what is highlighted, where it is not the title already. */
function useHighlighted(): string | null {
  const shown = useShown(), view = useShownView();
  const selection = useView((state) => state.selection);
  const name = selection && featureOf(drawableLayers(shown), selection)?.properties['name'];
  return typeof name === 'string' && name !== '' && name !== view?.title ? name : null;
}
