import { PAPERS, type PaperId, type SheetLayout } from '../../geo/index.ts';
import { changeSheet, relayout } from '../commands/sheets.ts';
import { useWords } from '../i18n/index.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { TextField } from './TextField.tsx';

const BLOCK = ['project', 'sheetName', 'sheetNumber', 'institute', 'designer', 'checker', 'approver', 'date', 'revision', 'stage', 'heightDatum', 'classification', 'reviewNumber'] as const;

/** The sheet as a whole: name, paper, title block. */
export function SheetForm({ sheet }: { sheet: SheetLayout }) {
  const { say, sayCode } = useWords();
  const { paper } = sheet;
  return (
    <section className="composer-form">
      <h2>{say('sheet.paper')}</h2>
      <TextField label={say('sheet.name')} value={sheet.name} onChange={(name) => changeSheet(sheet.id, (before) => ({ ...before, name }))} />
      <div className="composer-paper-row">
        <select className="select" aria-label={say('sheet.paper')} value={paper.size} onChange={(event) => void relayout(sheet, event.target.value as PaperId, paper.size === 'free' || paper.landscape)}>
          {Object.entries(PAPERS).map(([id, [short, long]]) => <option key={id} value={id}>{`${id}　${short} × ${long}`}</option>)}
        </select>
        {paper.size !== 'free' && <Segmented label={say('sheet.paper')} value={paper.landscape ? 'landscape' : 'portrait'} options={[{ value: 'landscape', label: say('sheet.landscape') }, { value: 'portrait', label: say('sheet.portrait') }]} onChange={(way) => void relayout(sheet, paper.size, way === 'landscape')} />}
      </div>
      <p className="muted composer-note">{say('sheet.relayout')}</p>
      <h2>{say('sheet.block')}</h2>
      {BLOCK.map((key) => <TextField key={key} label={sayCode(`layout.block.${key}`)} value={sheet.titleBlock[key]} onChange={(text) => changeSheet(sheet.id, (before) => ({ ...before, titleBlock: { ...before.titleBlock, [key]: text } }))} />)}
    </section>
  );
}
