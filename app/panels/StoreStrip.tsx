import { Eye, TriangleAlert } from 'lucide-react';
import { saveProjectFile } from '../commands/project-file.ts';
import { openStored } from '../commands/stored-project.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useSaving } from '../state/saving.ts';
import { save } from '../store/saver.ts';
import { Button } from '../ui/Button.tsx';

/** What stands between the work and its safety: it stays in sight as long as it is so, with the ways out. */
export function StoreStrip() {
  const { say, sayCode, language } = useWords();
  const { phase, trouble, copyOf, projectId } = useSaving();
  const isEmpty = useDocument(({ document }) => document.layers.length + document.basemaps.length === 0);
  if (!trouble && copyOf === null) return null;
  const time = new Date(copyOf ?? 0).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  const reason = trouble ? sayCode(`error.${trouble.code}`, trouble.params) : '';
  return (
    <section className="store-strip" data-kind={copyOf !== null ? 'copy' : 'trouble'} role={phase === 'failed' ? 'alert' : 'status'} aria-label={say('store.strip')}>
      {copyOf !== null ? <Eye aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      <p>{copyOf !== null ? say('store.copy', { time }) : say(phase === 'failed' ? 'store.notSaved' : 'store.cannotSave', { reason })}</p>
      {copyOf !== null && projectId !== null && <Button size="small" onClick={() => void openStored(projectId)}>{say('store.refresh')}</Button>}
      {phase === 'failed' && <Button size="small" onClick={save}>{say('store.again')}</Button>}
      {!isEmpty && <Button size="small" onClick={() => void saveProjectFile()}>{say('store.saveCopy')}</Button>}
    </section>
  );
}
