import { PAPERS, paperSize, TITLE_BLOCK_FIELDS, type PaperId, type SheetLayout } from '../../geo/index.ts';
import { changeSheet, freePaper, relayout } from '../commands/sheets.ts';
import { useWords } from '../i18n/index.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from '../ui/TextField.tsx';

/** The sheet as a whole: name, paper, title block. */
export function SheetForm({ sheet }: { sheet: SheetLayout }) {
  const { say, sayCode } = useWords();
  const { paper } = sheet;
  const { width, height } = paperSize(sheet);
  const choose = (size: string) => (size === 'free' ? freePaper(sheet.id, width, height) : void relayout(sheet, size as PaperId, width > height));
  return (
    <section className="composer-form">
      <h2>{say('sheet.paper')}</h2>
      <TextField label={say('sheet.name')} value={sheet.name} onChange={(name) => changeSheet(sheet.id, (before) => ({ ...before, name }))} />
      <div className="composer-paper-row">
        <select className="select" aria-label={say('sheet.paper')} value={paper.size} onChange={(event) => choose(event.target.value)}>
          {Object.entries(PAPERS).map(([id, [short, long]]) => <option key={id} value={id}>{`${id}　${short} × ${long}`}</option>)}
          <option value="free">{say('sheet.paperFree')}</option>
        </select>
        {paper.size === 'free' && (
          <div className="composer-row composer-two">
            <NumberField label={say('sheet.paperSide', { side: say('sheet.width') })} value={width} least={1} most={1e5} onChange={(value) => freePaper(sheet.id, value, height)} />
            <NumberField label={say('sheet.paperSide', { side: say('sheet.height') })} value={height} least={1} most={1e5} onChange={(value) => freePaper(sheet.id, width, value)} />
          </div>
        )}
        {paper.size !== 'free' && <Segmented label={say('sheet.paper')} value={paper.landscape ? 'landscape' : 'portrait'} options={[{ value: 'landscape', label: say('sheet.landscape') }, { value: 'portrait', label: say('sheet.portrait') }]} onChange={(way) => void relayout(sheet, paper.size, way === 'landscape')} />}
      </div>
      <p className="muted composer-note">{say(paper.size === 'free' ? 'sheet.relayoutNot' : 'sheet.relayout')}</p>
      <h2>{say('sheet.block')}</h2>
      {TITLE_BLOCK_FIELDS.map((key) => <TextField key={key} label={sayCode(`layout.block.${key}`)} value={sheet.titleBlock[key]} onChange={(text) => changeSheet(sheet.id, (before) => ({ ...before, titleBlock: { ...before.titleBlock, [key]: text } }))} />)}
    </section>
  );
}
