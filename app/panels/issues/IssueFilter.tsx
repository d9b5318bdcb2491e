import { layerTitle, type Severity } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { SEVERITIES, type ProjectIssue } from '../../state/checks.ts';
import { Segmented } from '../../ui/Segmented.tsx';

export interface Shown {
  severity: Severity | null;
  /** Empty for all layers. */
  layerId: string;
}

export function IssueFilter({ issues, counts, shown, onShow }: { issues: readonly ProjectIssue[]; counts: Record<Severity, number>; shown: Shown; onShow: (shown: Shown) => void }) {
  const { say, sayCode } = useWords();
  const layers = new Map(issues.flatMap(({ layer }) => (layer ? [[layer.id, layer] as const] : [])));
  return (
    <div className="issues-filter">
      <Segmented
        label={say('issues.severity')} value={shown.severity ?? 'all'} onChange={(value) => onShow({ ...shown, severity: value === 'all' ? null : value })}
        options={[{ value: 'all' as const, label: say('issues.allSeverities', { n: issues.length }) }, ...SEVERITIES.map((severity) => ({ value: severity, label: `${say(`issues.${severity}`)} ${counts[severity]}` }))]}
      />
      <select className="select" aria-label={say('issues.layer')} value={shown.layerId} onChange={(event) => onShow({ ...shown, layerId: event.target.value })}>
        <option value="">{say('issues.allLayers')}</option>
        {[...layers.values()].map((layer) => <option key={layer.id} value={layer.id}>{layerTitle(layer, sayCode)}</option>)}
      </select>
    </div>
  );
}
