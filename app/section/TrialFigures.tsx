import { Check, Undo2 } from 'lucide-react';
import { areOf, backToSite, keepTrial, siteAsIs, siteInSection } from '../commands/section-trial.ts';
import { formatWhole } from '../i18n/format.ts';
import { useWords, type WordKey } from '../i18n/index.ts';
import { useSection, type TrialFigures as Known } from '../state/section.ts';
import { Button } from '../ui/Button.tsx';

/** `better`: which way is. */
const ROWS: readonly { key: WordKey; better: 1 | -1 | 0; of: (known: Known) => number; digits?: number }[] = [
  { key: 'section.stalls', better: 1, of: ({ site }) => site.stalls }, { key: 'section.places', better: 1, of: ({ site }) => site.shelterPlaces }, { key: 'section.cost', better: -1, of: ({ site }) => site.cost.base },
  { key: 'section.night', better: 1, of: ({ site }) => site.relief.night }, { key: 'section.day', better: 1, of: ({ site }) => site.relief.day }, { key: 'section.shelter', better: 1, of: ({ site }) => site.relief.shelter },
  { key: 'section.meets', better: -1, of: ({ conflicts }) => conflicts.filter(({ nature }) => nature === 'meets').length }, { key: 'section.near', better: -1, of: ({ conflicts }) => conflicts.filter(({ nature }) => nature === 'near').length },
];

/** What the box is while it is moved, and by how much that differs from the site as it is. */
export function TrialFigures() {
  const { say } = useWords();
  const { before, now, trial, model } = useSection(), found = siteInSection();
  if (!found || model?.focus == null) return null;
  const own = siteAsIs(found), box = trial ?? own, met = now?.conflicts.filter(({ nature }) => nature === 'meets' || nature === 'near') ?? [];
  return (
    <aside className="section-trial" aria-live="polite">
      {trial
        ? <div className="section-trial-buttons"><Button size="small" kind="primary" disabled={!areOf(now, trial)} onClick={keepTrial}><Check />{say('section.kept')}</Button><Button size="small" onClick={backToSite}><Undo2 />{say('section.back')}</Button></div>
        : <p className="muted section-drag-hint">{say('section.dragHint')}</p>}
      <dl className="section-figures-list">
        <Row label={say('section.cover2')} value={`${box.top.toFixed(1)} m`} difference={box.top - own.top} better={0} digits={1} />
        <Row label={say('section.levels2')} value={String(box.levels)} difference={box.levels - own.levels} better={0} />
        <Row label={say('section.bottom2')} value={`${(box.top + box.levels * box.levelHeight).toFixed(1)} m`} difference={null} better={0} />
        {before && now && ROWS.map(({ key, better, of }) => <Row key={key} label={say(key)} value={formatWhole(of(now))} difference={of(now) - of(before)} better={better} />)}
      </dl>
      {trial && <p className="muted">{say('section.costHint')}</p>}
      {!now && <p className="muted">{say('section.reckoning')}</p>}
      {met.length > 0 && <ul className="section-met">{met.slice(0, 4).map(({ id, name, kind }) => <li key={kind + id}>{name}</li>)}</ul>}
    </aside>
  );
}
function Row({ label, value, difference, better, digits = 0 }: { label: string; value: string; difference: number | null; better: 1 | -1 | 0; digits?: number }) {
  const shown = difference === null ? 0 : Number(difference.toFixed(digits)), sign = shown > 0 ? '+' : '−';
  return <div><dt>{label}</dt><dd>{value}{shown !== 0 && <small data-good={better === 0 ? undefined : Math.sign(shown) === better}>{sign}{digits > 0 ? Math.abs(shown).toFixed(digits) : formatWhole(Math.abs(shown))}</small>}</dd></div>;
}
