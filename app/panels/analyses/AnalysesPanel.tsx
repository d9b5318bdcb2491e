import { Building2, LayoutGrid, Puzzle, ShieldCheck, SquareParking } from 'lucide-react';
import { useEffect } from 'react';
import { attempt } from '../../commands/attempt.ts';
import { useWords } from '../../i18n/index.ts';
import { useShown } from '../../state/scenarios.ts';
import { loadAnalyses, openForm, useForms } from '../../state/forms.ts';
import { AnalysisForm } from './AnalysisForm.tsx';

const ICONS: Readonly<Record<string, typeof Building2>> = { 'parking-shortage': SquareParking, 'shelter-coverage': ShieldCheck, 'candidate-sites': Building2, 'site-portfolio': Puzzle, 'test-fit': LayoutGrid };

/** The analyses there are, and the form of the one that is open. */
export function AnalysesPanel() {
  const { say, sayCode } = useWords();
  const { analyses, open } = useForms();
  const { runs } = useShown();
  useEffect(() => { if (useForms.getState().analyses.length === 0) void attempt(loadAnalyses); }, []);
  const row = analyses.find(({ id }) => id === open);
  return (
    <>
      <div className="analysis-cards" role="radiogroup" aria-label={say('analyses.choose')}>
        {analyses.map(({ id }) => {
          const Icon = ICONS[id] ?? Building2;
          const done = runs.some(({ analysis }) => analysis === id);
          return (
            <button key={id} type="button" role="radio" aria-checked={id === open} className="analysis-card" onClick={() => openForm(id)}>
              <Icon aria-hidden="true" />
              <b>{sayCode(`analysis.${id}`)}</b>
              {done && <span className="tag" data-kind="good">{say('analyses.done')}</span>}
            </button>
          );
        })}
      </div>
      {row && <AnalysisForm row={row} key={row.id} />}
    </>
  );
}
