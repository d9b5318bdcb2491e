import { GitCompareArrows, Plus } from 'lucide-react';
import { useState } from 'react';
import { addScenario } from '../../commands/scenarios.ts';
import { useWords } from '../../i18n/index.ts';
import { useDocument } from '../../state/document.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { MeasureMatrix } from './MeasureMatrix.tsx';
import { ScenarioFigures } from './ScenarioFigures.tsx';
import './scenarios.css';

/** Measures ticked into scenarios, and the figures of all of them lined up. */
export default function ScenariosPanel() {
  const { say } = useWords();
  const { measures, scenarios } = useDocument((state) => state.document);
  /** The measure whose form is open; `new` for one that is not there yet. */
  const [open, setOpen] = useState<string | null>(null);
  const edited = measures.find(({ id }) => id === open);
  return (
    <>
      <div className="panel-head">
        <h2>{say('scenario.title')}</h2>
        <Button size="small" onClick={() => setOpen('new')}><Plus />{say('measure.new')}</Button>
        <Button size="small" onClick={() => addScenario()}><Plus />{say('scenario.new')}</Button>
      </div>
      <div className="panel-body">
        {measures.length + scenarios.length === 0
          ? <Empty icon={<GitCompareArrows />} title={say('measure.none')} hint={say('measure.noneHint')} />
          : <><MeasureMatrix onEdit={setOpen} /><ScenarioFigures /></>}
      </div>
      {(open === 'new' || edited) && <MeasureDialog measure={edited ?? null} onClose={() => setOpen(null)} />}
    </>
  );
}
