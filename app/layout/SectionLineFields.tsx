import { SECTION_SCALES, type SectionLineElement, type SheetElement } from '../../geo/index.ts';
import { useWords, type WordKey } from '../i18n/index.ts';
import { NumberField } from './NumberField.tsx';
import { TextField } from '../ui/TextField.tsx';

const SCALES: readonly { key: 'scale' | 'vertical'; words: WordKey }[] = [{ key: 'scale', words: 'sheet.acrossScale' }, { key: 'vertical', words: 'sheet.verticalScale' }];

/** A section along a line on a sheet: its title, both scales, where it begins and how deep it goes. */
export function SectionLineFields({ element, change }: { element: SectionLineElement; change: (next: SheetElement) => void }) {
  const { say } = useWords();
  return (
    <>
      <TextField label={say('sheet.text')} value={element.title} onChange={(title) => change({ ...element, title })} />
      {SCALES.map(({ key, words }) => (
        <label className="field" key={key}><span className="field-label">{say(words)}</span>
          <select className="select" value={element[key]} onChange={(event) => change({ ...element, [key]: Number(event.target.value) })}>
            {[...new Set([...SECTION_SCALES, element[key]])].sort((a, b) => a - b).map((scale) => <option key={scale} value={scale}>1:{scale.toLocaleString('en')}</option>)}
          </select>
        </label>
      ))}
      <div className="composer-row composer-two">
        <NumberField label={say('sheet.fromChainage')} value={element.from} least={0} most={100000} onChange={(from) => change({ ...element, from })} />
        {element.depth !== null && <NumberField label={say('sheet.depthDrawn')} value={element.depth} least={1} most={200} onChange={(depth) => change({ ...element, depth })} />}
      </div>
    </>
  );
}
