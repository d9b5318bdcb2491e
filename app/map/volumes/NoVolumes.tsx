import { FileText, Map as MapIcon, Table2 } from 'lucide-react';
import { hasVolumes, layerTitle } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { setComposer } from '../../state/composer.ts';
import { drawableLayers } from '../../state/document.ts';
import { useShown } from '../../state/scenarios.ts';
import { setView } from '../../state/view.ts';
import { setVolumes } from '../../state/volumes.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';

/** There is no WebGL 2: depths can still be read. */
export function NoVolumes() {
  const { say, sayCode } = useWords();
  const layers = drawableLayers(useShown()).filter(({ schema, features }) => hasVolumes(schema) && features.length > 0);
  return (
    <div className="volumes-none" role="alert">
      <Empty title={say('volumes.noWebgl')} hint={say('volumes.noWebglHint')}>
        <div className="empty-actions">
          {layers.slice(0, 4).map((layer) => <Button key={layer.id} onClick={() => setView({ tableLayer: layer.id })}><Table2 />{say('volumes.toTable', { layer: layerTitle(layer, sayCode) })}</Button>)}
          <Button onClick={() => setComposer({ open: true })}><FileText />{say('volumes.toSheets')}</Button>
          <Button onClick={() => setVolumes({ open: false })}><MapIcon />{say('volumes.back')}</Button>
        </div>
      </Empty>
    </div>
  );
}
