import { FolderOpen, Upload } from 'lucide-react';
import { openDemoCity } from '../commands/open-demo-city.ts';
import { chooseFiles } from '../files/choose.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useTasks } from '../state/tasks.ts';
import { Button } from '../ui/Button.tsx';

/** What to do first, where the map will be. */
export function EmptyMap() {
  const { say } = useWords();
  const isEmpty = useDocument((state) => state.document.layers.length === 0 && state.document.basemaps.length === 0);
  const busy = useTasks((state) => state.task !== null);
  if (!isEmpty || busy) return null;
  return (
    <div className="map-overlay empty-map">
      <Upload aria-hidden="true" />
      <b>{say('empty.title')}</b>
      <p>{say('empty.hint')}</p>
      <p className="muted">{say('empty.local')}</p>
      <div className="empty-actions">
        <Button kind="primary" onClick={chooseFiles}><Upload />{say('app.import')}</Button>
        <Button onClick={() => void openDemoCity()}><FolderOpen />{say('app.openDemo')}</Button>
      </div>
    </div>
  );
}
