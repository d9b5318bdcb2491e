import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import type { Run } from '../../state/document.ts';
import { setView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';

/** Which sources were really looked into, and why they gave no site. */
export function FailedSites({ run }: { run: Run }) {
  const { say, sayCode } = useWords();
  const layer = run.layers['failed-sites'];
  if (!layer || layer.features.length === 0) return null;
  const reasons = new Map<string, number>();
  for (const { properties } of layer.features) for (const code of String(properties['reasons'] ?? '').split(',').filter(Boolean)) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  const total = [...reasons.values()].reduce((sum, n) => sum + n, 0);
  const rows = [...reasons].sort((a, b) => b[1] - a[1]);
  return (
    <details className="section failed-sites">
      <summary>{say('sites.failed', { n: layer.features.length })}</summary>
      {total > layer.features.length && <p className="section-note">{say('sites.failedSum', { n: formatNumber(total), sources: formatNumber(layer.features.length) })}</p>}
      <dl className="factors">{rows.map(([code, n]) => <div className="factor" key={code}><dt>{sayCode(`factor.reason.${code}`, {}, sayCode(`reason.${code}`, {}, code))}</dt><dd>{n}</dd></div>)}</dl>
      <Button size="small" onClick={() => setView((view) => ({ tableLayer: layer.id, hidden: { ...view.hidden, [layer.id]: false } }))}>{say('sites.failedTable')}</Button>
    </details>
  );
}
