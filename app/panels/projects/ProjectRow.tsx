import { Copy, Download, Pencil, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { Answer } from '../../commands/answer.ts';
import { deleteProject, downloadProject, duplicateProject, renameProject } from '../../commands/project-list.ts';
import { useWords } from '../../i18n/index.ts';
import type { ProjectAbout } from '../../store/catalogue.ts';
import { Button, IconButton } from '../../ui/Button.tsx';

interface ProjectRowProps {
  about: ProjectAbout;
  isOpen: boolean;
  /** Something is asked already; one thing at a time. */
  busy: boolean;
  onOpen: () => void;
  onAsk: (asked: Promise<Answer<void> | null>) => Promise<void>;
}

export function ProjectRow({ about, isOpen, busy, onOpen, onAsk }: ProjectRowProps) {
  const { say, language } = useWords();
  const [naming, setNaming] = useState(false);
  const name = about.name?.[language] ?? say('projects.unfinished');
  const when = about.changed && new Date(about.changed).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const actions = [
    { label: say('projects.rename'), icon: <Pencil />, act: () => setNaming(true) },
    { label: say('projects.duplicate'), icon: <Copy />, act: () => void onAsk(duplicateProject(about)) },
    { label: say('store.saveCopy'), icon: <Download />, act: () => void onAsk(downloadProject(about)) },
    { label: say('projects.delete'), icon: <Trash2 />, act: () => void onAsk(deleteProject(about)) },
  ];
  return (
    <li className="project" data-project={about.id} aria-current={isOpen || undefined}>
      {naming
        ? <NameField name={name} onDone={(text) => { setNaming(false); if (text && text !== name) void onAsk(renameProject(about.id, text)); }} />
        : (
          <div className="project-about">
            <div className="project-name">
              <b>{name}</b>
              {isOpen && <span className="tag" data-kind="good">{say('projects.isOpen')}</span>}
              {about.invented && <span className="tag" data-kind="confirm">{say('app.invented')}</span>}
            </div>
            <span className="muted">{about.name ? say('projects.about', { n: about.layers, when }) : say('projects.unfinishedHint')}</span>
          </div>
        )}
      {!naming && actions.map(({ label, icon, act }) => <IconButton key={label} size="small" label={`${label}: ${name}`} disabled={busy} onClick={act}>{icon}</IconButton>)}
      {!naming && <Button size="small" disabled={isOpen || busy} aria-label={`${say('projects.openOne')}: ${name}`} onClick={onOpen}>{say('projects.openOne')}</Button>}
    </li>
  );
}

/** Enter and leaving take the name, Escape does not. */
function NameField({ name, onDone }: { name: string; onDone: (text: string | null) => void }) {
  const { say } = useWords();
  const [text, setText] = useState(name);
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDone(event.key === 'Enter' ? text.trim() : null);
  };
  return <input className="input" aria-label={say('projects.name')} value={text} maxLength={80} autoFocus onFocus={(event) => event.target.select()} onChange={(event) => setText(event.target.value)} onKeyDown={key} onBlur={() => onDone(text.trim())} />;
}
