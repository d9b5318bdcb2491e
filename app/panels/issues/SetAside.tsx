import { layerTitle } from '../../../geo/index.ts';
import { FileDown } from 'lucide-react';
import { exportSetAside } from '../../commands/export-layer.ts';
import { useWords } from '../../i18n/index.ts';
import type { ProjectLayer } from '../../state/document.ts';
import { Button } from '../../ui/Button.tsx';

/** What was not taken in: counted as the sum it is, and to be had as a file. */
export function SetAside({ layers, layerId }: { layers: readonly ProjectLayer[]; layerId: string }) {
  const { say, sayCode } = useWords();
  const rows = layers.filter(({ layer, setAside }) => setAside.length > 0 && (layerId === '' || layer.id === layerId));
  if (rows.length === 0) return null;
  return (
    <section className="set-aside">
      <h3>{say('issues.setAside')}</h3>
      <ul>
        {rows.map(({ layer, counts }) => (
          <li key={layer.id}>
            <div><b>{layerTitle(layer, sayCode)}</b><span className="muted">{say('issues.balance', { read: counts.read, kept: counts.kept, setAside: counts.setAside })}</span></div>
            <Button size="small" onClick={() => void exportSetAside(layer.id)}><FileDown />{say('issues.exportSetAside')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
