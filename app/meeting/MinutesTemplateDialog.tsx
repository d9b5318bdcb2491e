import './minutes.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { HOUSE_TEMPLATE, PLACEHOLDERS, templateFor, type Meeting, type MinutesTemplate } from '../../geo/index.ts';
import { openMinutesTemplate, saveMinutesTemplate, setMinutesTemplate } from '../commands/write-minutes.ts';
import { choose } from '../files/choose.ts';
import { useWords } from '../i18n/index.ts';
import { currentDocument } from '../state/document.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';

/** How the office writes its minutes: which sections, in which order, under which headings, and what stands before and after them. */
export function MinutesTemplateDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { say, sayCode } = useWords();
  const [template, setTemplate] = useState<MinutesTemplate>(() => templateFor(meeting, currentDocument().meetings));
  const change = (part: Partial<MinutesTemplate>) => setTemplate((before) => ({ ...before, ...part }));
  const { sections } = template;
  const changeSection = (i: number, part: Partial<MinutesTemplate['sections'][number]>) => change({ sections: sections.map((one, k) => (k === i ? { ...one, ...part } : one)) });
  const move = (i: number, by: number) => { const next = [...sections]; next.splice(i + by, 0, ...next.splice(i, 1)); change({ sections: next }); };
  const keep = () => { setMinutesTemplate(meeting.id, template); onClose(); };
  const open = () => choose(['.json'], false, ([file]) => { if (file) void openMinutesTemplate(file).then((opened) => { if (opened) setTemplate(opened); }); });
  return (
    <DialogFrame title={say('minutes.template')} onClose={onClose} foot={(
      <>
        <Button onClick={open}>{say('minutes.openTemplate')}</Button><Button onClick={() => saveMinutesTemplate(template)}>{say('minutes.saveTemplate')}</Button><Button onClick={() => setTemplate(HOUSE_TEMPLATE)}>{say('minutes.resetTemplate')}</Button>
        <Button onClick={onClose}>{say('app.cancel')}</Button><Button kind="primary" onClick={keep}>{say('minutes.keepTemplate')}</Button>
      </>
    )}
    >
      <div className="minutes-form">
        <label className="field"><span className="field-label">{say('minutes.docTitle')}</span><input className="input" maxLength={200} value={template.title} placeholder={sayCode('minutes.title', { meeting: meeting.title })} onChange={(event) => change({ title: event.target.value })} /></label>
        <label className="field"><span className="field-label">{say('minutes.opening')}</span><textarea className="input" rows={3} maxLength={5000} value={template.opening} onChange={(event) => change({ opening: event.target.value })} /></label>
        <fieldset className="minutes-sections">
          <legend className="field-label">{say('minutes.sections')}</legend>
          {sections.map(({ id, on, heading }, i) => {
            const section = sayCode(`minutes.section.${id}`);
            return (
              <div key={id} className="minutes-section">
                <label><input type="checkbox" checked={on} onChange={(event) => changeSection(i, { on: event.target.checked })} />{section}</label>
                <input className="input" maxLength={200} value={heading} disabled={!on} placeholder={section} aria-label={say('minutes.headingOf', { section })} onChange={(event) => changeSection(i, { heading: event.target.value })} />
                <IconButton size="small" label={say('minutes.up', { section })} disabled={i === 0} onClick={() => move(i, -1)}><ArrowUp /></IconButton>
                <IconButton size="small" label={say('minutes.down', { section })} disabled={i === sections.length - 1} onClick={() => move(i, 1)}><ArrowDown /></IconButton>
              </div>
            );
          })}
        </fieldset>
        <label className="field"><span className="field-label">{say('minutes.ending')}</span><textarea className="input" rows={2} maxLength={5000} value={template.closing} placeholder={sayCode('minutes.closing')} onChange={(event) => change({ closing: event.target.value })} /></label>
        <p className="muted">{say('minutes.placeholders', { names: PLACEHOLDERS.map((name) => `{${name}}`).join(' ') })}</p>
      </div>
    </DialogFrame>
  );
}
