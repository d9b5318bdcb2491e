import { Plus } from 'lucide-react';
import { FRESH_KINDS, type SheetLayout } from '../../geo/index.ts';
import { addElement, addImage, addIndicators } from '../commands/sheet-elements.ts';
import { choose } from '../files/choose.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';

/** What else a sheet may carry. */
export function AddElement({ sheet }: { sheet: SheetLayout }) {
  const { say, sayCode } = useWords();
  const runs = useDocument((state) => state.document.runs);
  const rows = [
    ...FRESH_KINDS.map((kind) => ({ key: kind, label: say(`sheet.kind.${kind}`), onSelect: () => addElement(sheet, kind) })),
    { key: 'image', label: say('sheet.kind.image'), onSelect: () => choose(['.png', '.jpg', '.jpeg'], false, ([file]) => { if (file) void addImage(sheet, file); }) },
    ...runs.map((run) => ({ key: run.id, label: say('sheet.indicators', { run: `${sayCode(`analysis.${run.analysis}`)} ${sayCode(`run.${run.id}`, {}, '')}`.trim() }), onSelect: () => addIndicators(sheet, run) })),
  ];
  return <Menu rows={rows}><Button size="small"><Plus />{say('sheet.add')}</Button></Menu>;
}
