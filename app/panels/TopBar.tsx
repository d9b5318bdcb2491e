import { Box, Download, FilePlus2, FileText, FolderOpen, Image, Languages, Layers2, List, Map as MapIcon, Presentation, Redo2, Save, Undo2, Upload } from 'lucide-react';
import icon from '../icon.svg';
import { useEffect } from 'react';
import { attempt } from '../commands/attempt.ts';
import { nextUndo, redoStep, sayStep, undoStep } from '../commands/history.ts';
import { guardUnload, newProject } from '../commands/new-project.ts';
import { openDemoCity } from '../commands/open-demo-city.ts';
import { saveProjectFile } from '../commands/project-file.ts';
import { drawSectionLine } from '../commands/section.ts';
import { chooseFiles, chooseProject } from '../files/choose.ts';
import { setLanguage, useWords } from '../i18n/index.ts';
import { setComposer } from '../state/composer.ts';
import { setMeeting, useMeeting } from '../state/meeting.ts';
import { useDocument } from '../state/document.ts';
import { setView } from '../state/view.ts';
import { toggleVolumes, useVolumes } from '../state/volumes.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { QuestionBox } from './QuestionBox.tsx';
import { SaveState } from './SaveState.tsx';

export function TopBar() {
  const { say, sayCode, language } = useWords();
  const { document, past, future } = useDocument();
  const planning = useMeeting((state) => state.planning);
  const volumes = useVolumes((state) => state.open);
  useEffect(guardUnload, []);
  const [undoes, redoes] = [nextUndo(past), future[0] ? sayStep(future[0]) : null];
  return (
    <>
      <header className="bar">
        <img className="bar-mark" src={icon} alt="" />
        <h1 className="bar-name">{say('app.name')}</h1>
        <div className="bar-project">
          <b>{document.name[language]}</b>
          {document.handOut && <span className="badge-invented">{say('handOut.badge', { department: sayCode(`department.${document.handOut.department}`) })}</span>}
          {document.invented && <span className="badge-invented">{say('app.invented')}</span>}
          <SaveState />
        </div>
        <div className="bar-space" />
        <IconButton kind="bar" label={undoes ? say('app.undoWhat', { what: undoes }) : say('app.undo')} disabled={past.length === 0} onClick={undoStep}><Undo2 /></IconButton>
        <IconButton kind="bar" label={redoes ? say('app.redoWhat', { what: redoes }) : say('app.redo')} disabled={future.length === 0} onClick={redoStep}><Redo2 /></IconButton>
        <span className="bar-divider" />
        <Menu rows={[
          { key: 'list', label: say('projects.open'), icon: <List />, onSelect: () => setView({ listing: true }) },
          null,
          { key: 'demo', label: say('app.openDemo'), icon: <MapIcon />, onSelect: () => void openDemoCity() },
          { key: 'new', label: say('app.newProject'), icon: <FilePlus2 />, onSelect: () => void newProject() },
          null,
          { key: 'underground', label: say('underground.open'), icon: <Layers2 />, onSelect: () => setView({ underground: true }) },
          null,
          { key: 'open', label: say('project.open'), icon: <FolderOpen />, onSelect: chooseProject },
          { key: 'save', label: say('project.save'), icon: <Save />, disabled: document.layers.length + document.basemaps.length === 0, onSelect: () => void saveProjectFile() },
        ]}
        >
          <Button kind="bar"><FolderOpen />{say('app.project')}</Button>
        </Menu>
        <Button kind="bar" onClick={chooseFiles}><Upload />{say('app.import')}</Button>
        <Button kind="bar" onClick={drawSectionLine}><Layers2 />{say('section.site')}</Button>
        <Button kind="bar" aria-pressed={volumes} onClick={toggleVolumes}><Box />{say('volumes.open')}</Button>
        <Button kind="bar" onClick={() => setComposer({ open: true })}><FileText />{say('sheet.open')}</Button>
        <Button kind="bar" aria-pressed={planning} onClick={() => setMeeting({ planning: !planning })}><Presentation />{say('meeting.open')}</Button>
        <Menu rows={[{ key: 'png', label: say('app.exportPng'), icon: <Image />, onSelect: () => void attempt(async () => (await import('../map/picture.ts')).exportPicture()) }]}>
          <Button kind="bar"><Download />{say('app.export')}</Button>
        </Menu>
        <span className="bar-divider" />
        <Button kind="bar" onClick={() => void attempt(() => setLanguage(language === 'zh' ? 'en' : 'zh'))} lang={language === 'zh' ? 'en' : 'zh-CN'}><Languages />{say('app.language')}</Button>
      </header>
      <QuestionBox />
    </>
  );
}
