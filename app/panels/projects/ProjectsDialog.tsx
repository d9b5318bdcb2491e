import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Answer } from '../../commands/answer.ts';
import { newProject } from '../../commands/new-project.ts';
import { loadProjects, type ProjectList } from '../../commands/project-list.ts';
import { openStored } from '../../commands/stored-project.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { useSaving } from '../../state/saving.ts';
import { setView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ProjectRow } from './ProjectRow.tsx';
import './projects.css';

const close = () => setView({ listing: false });
const megabytes = (bytes: number) => formatNumber(Math.round(bytes / 1048576));

/** The projects that this browser has stored: open, rename, duplicate, take a copy of, delete. */
export default function ProjectsDialog() {
  const { say, sayCode } = useWords();
  const openId = useSaving((saving) => saving.projectId);
  const [list, setList] = useState<ProjectList | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ key: string; params: Record<string, string | number> } | null>(null);
  const show = (answer: Answer<ProjectList>) => (answer.ok ? setList(answer.value) : setWrong(answer));
  useEffect(() => { void loadProjects().then(show); }, []);
  /** What was asked is done, or says why not; the list shows what is now. */
  const done = async (asked: Promise<Answer<void> | null>) => {
    setBusy(true);
    const answer = await asked;
    setWrong(answer && !answer.ok ? answer : null);
    show(await loadProjects());
    setBusy(false);
  };
  const open = async (id: string) => {
    close();
    await openStored(id);
  };

  return (
    <DialogFrame
      title={say('projects.title')} onClose={close}
      foot={<>{list?.use && <span className="projects-use muted">{say('projects.use', { used: megabytes(list.use.used), most: megabytes(list.use.most) })}</span>}<Button onClick={() => { close(); void newProject(); }}>{say('app.newProject')}</Button><Button kind="primary" onClick={close}>{say('app.close')}</Button></>}
    >
      {wrong && <p className="projects-wrong" role="alert">{sayCode(wrong.key, wrong.params)}</p>}
      {list?.projects.length === 0 && <Empty icon={<FolderOpen />} title={say('projects.none')} hint={say('projects.noneHint')} />}
      <ul className="projects">
        {list?.projects.map((about) => <ProjectRow key={about.id} about={about} isOpen={about.id === openId} busy={busy} onOpen={() => void open(about.id)} onAsk={done} />)}
      </ul>
    </DialogFrame>
  );
}
