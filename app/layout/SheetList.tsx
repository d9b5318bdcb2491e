import { Copy, FileDown, FileText, FileUp, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { openTemplate, saveTemplate } from '../commands/sheet-elements.ts';
import { copySheet, newSheet, removeSheet } from '../commands/sheets.ts';
import { choose } from '../files/choose.ts';
import { useWords } from '../i18n/index.ts';
import { setComposer, useComposer } from '../state/composer.ts';
import { drawableLayers, useDocument } from '../state/document.ts';
import { IconButton } from '../ui/Button.tsx';
import { engine } from '../workers/engine.ts';

/** Sheets of the project, and templates that there is something for. */
export function SheetList() {
  const { say, sayCode } = useWords();
  const document = useDocument((state) => state.document);
  const { sheetId } = useComposer();
  const templates = useTemplates();
  return (
    <nav className="composer-list" aria-label={say('sheet.mine')}>
      <div className="panel-head"><h2>{say('sheet.mine')}</h2></div>
      {document.layouts.length === 0 && <p className="muted composer-hint">{say('sheet.none')}</p>}
      <ul>
        {document.layouts.map((layout) => { const { id, name } = layout; return (
          <li key={id} className="composer-sheet" data-shown={id === sheetId || undefined}>
            <button type="button" aria-current={id === sheetId || undefined} onClick={() => setComposer({ sheetId: id, elementId: null })}><FileText />{name}</button>
            <IconButton size="small" label={say('sheet.saveTemplate')} onClick={() => saveTemplate(layout)}><FileDown /></IconButton>
            <IconButton size="small" label={say('sheet.copy')} onClick={() => copySheet(id)}><Copy /></IconButton>
            <IconButton size="small" label={say('sheet.remove')} onClick={() => removeSheet(id)}><Trash2 /></IconButton>
          </li>
        ); })}
      </ul>
      <div className="panel-head"><h2>{say('sheet.new')}</h2><IconButton size="small" label={say('sheet.openTemplate')} onClick={() => choose(['.json'], false, ([file]) => { if (file) void openTemplate(file); })}><FileUp /></IconButton></div>
      {templates?.length === 0 && <p className="muted composer-hint">{say('sheet.nothing')}</p>}
      <ul>
        {templates?.map((id) => <li key={id} className="composer-sheet"><button type="button" onClick={() => void newSheet(id)}>{sayCode(`layout.template.${id}`)}</button></li>)}
      </ul>
    </nav>
  );
}

function useTemplates(): string[] | null {
  const document = useDocument((state) => state.document);
  const [templates, setTemplates] = useState<string[] | null>(null);
  useEffect(() => {
    let gone = false;
    engine.sheetTemplates(drawableLayers(document)).then((found) => { if (!gone) setTemplates(found); }, () => {});
    return () => { gone = true; };
    // Sheets change often, and they do not change what there is to draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [document.layers, document.runs]);
  return templates;
}
