import { Copy, Ellipsis, FileDown, FileText, FileUp, Star, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState, type MouseEvent } from 'react';
import { dossiersToSheets } from '../commands/dossier.ts';
import { firstSites } from '../commands/first-sites.ts';
import { forgetTemplate, keepAsTemplate, openTemplate, placeTemplate, saveTemplate } from '../commands/sheet-elements.ts';
import { copySheet, newSheet, removeSheet } from '../commands/sheets.ts';
import { choose } from '../files/choose.ts';
import { useWords } from '../i18n/index.ts';
import { setComposer, useComposer } from '../state/composer.ts';
import { useDocument } from '../state/document.ts';
import { drawableIn } from '../state/scenarios.ts';
import { loadTemplates, useOwnTemplates } from '../state/own-templates.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { engine } from '../workers/engine.ts';

/** Sheets of the project, and templates that there is something for. */
export function SheetList() {
  const { say, sayCode } = useWords();
  const document = useDocument((state) => state.document);
  const { sheetId, level } = useComposer();
  const templates = useTemplates();
  const first = useMemo(() => firstSites(document.runs, level), [document.runs, level]);
  const own = useOwnTemplates((state) => state.templates);
  useEffect(loadTemplates, []);
  return (
    <nav className="composer-list" aria-label={say('sheet.mine')}>
      <div className="panel-head"><h2>{say('sheet.mine')}</h2></div>
      {document.layouts.length === 0 && <p className="muted composer-hint">{say('sheet.none')}</p>}
      <ul>
        {document.layouts.map((layout) => { const { id, name } = layout; return (
          <li key={id} className="composer-sheet" data-shown={id === sheetId || undefined}>
            <button type="button" aria-current={id === sheetId || undefined} onClick={() => setComposer({ sheetId: id, chosen: [] })}><FileText />{name}</button>
            <Menu rows={[
              { key: 'copy', label: say('sheet.copy'), icon: <Copy />, onSelect: () => copySheet(id) },
              { key: 'keep', label: say('sheet.keepTemplate'), icon: <Star />, onSelect: () => keepAsTemplate(layout) },
              { key: 'save', label: say('sheet.saveTemplate'), icon: <FileDown />, onSelect: () => saveTemplate(layout) },
              null,
              { key: 'remove', label: say('sheet.remove'), icon: <Trash2 />, kind: 'danger', onSelect: () => removeSheet(id) },
            ]}
            >
              <button type="button" className="button" data-icon="" data-kind="plain" data-size="small" aria-label={say('sheet.more', { name })}><Ellipsis /></button>
            </Menu>
          </li>
        ); })}
      </ul>
      <div className="panel-head"><h2>{say('sheet.new')}</h2><IconButton size="small" label={say('sheet.openTemplate')} onClick={() => choose(['.json'], false, ([file]) => { if (file) void openTemplate(file); })}><FileUp /></IconButton></div>
      {templates?.length === 0 && <p className="muted composer-hint">{say('sheet.nothing')}</p>}
      <ul>
        {own.map(({ name, text }) => (
          <li key={`own ${name}`} className="composer-sheet">
            <button type="button" onClick={once(() => void placeTemplate(text))}><Star />{name}</button>
            <IconButton size="small" label={say('sheet.forgetTemplate')} onClick={() => forgetTemplate(name)}><Trash2 /></IconButton>
          </li>
        ))}
        {templates?.map((id) => <li key={id} className="composer-sheet"><button type="button" onClick={once(() => void newSheet(id))}>{sayCode(`layout.template.${id}`)}</button></li>)}
        {first && <li className="composer-sheet"><button type="button" onClick={once(() => void dossiersToSheets({ ...first, paper: 'A4' }))}>{say('dossier.openFirst', { n: first.sites.length })}</button></li>}
      </ul>
    </nav>
  );
}

/** The second click of a double click asks for nothing more. */
const once = (act: () => void) => ({ detail }: MouseEvent) => { if (detail < 2) act(); };

function useTemplates(): string[] | null {
  const document = useDocument((state) => state.document);
  const [templates, setTemplates] = useState<string[] | null>(null);
  useEffect(() => {
    let gone = false;
    engine.sheetTemplates(drawableIn(document, null)).then((found) => { if (!gone) setTemplates(found); }, () => {});
    return () => { gone = true; };
    // Sheets change often, and they do not change what there is to draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [document.layers, document.runs]);
  return templates;
}
