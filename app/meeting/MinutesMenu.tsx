import { FileText, LayoutList } from 'lucide-react';
import { useState } from 'react';
import type { Meeting } from '../../geo/index.ts';
import { writeMinutes } from '../commands/write-minutes.ts';
import { useWords } from '../i18n/index.ts';
import { Menu } from '../ui/Menu.tsx';
import { MinutesTemplateDialog } from './MinutesTemplateDialog.tsx';

/** Minutes of a meeting as a file, and how they are written. */
export function MinutesMenu({ meeting }: { meeting: Meeting }) {
  const { say } = useWords();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Menu rows={[
        { key: 'docx', label: say('minutes.asDocx'), icon: <FileText />, onSelect: () => { void writeMinutes(meeting.id, 'docx'); } },
        { key: 'pdf', label: say('minutes.asPdf'), icon: <FileText />, onSelect: () => { void writeMinutes(meeting.id, 'pdf'); } },
        null,
        { key: 'template', label: say('minutes.editTemplate'), icon: <LayoutList />, onSelect: () => setEditing(true) },
      ]}
      >
        <button type="button" className="button" data-size="small"><FileText />{say('minutes.write')}</button>
      </Menu>
      {editing && <MinutesTemplateDialog meeting={meeting} onClose={() => setEditing(false)} />}
    </>
  );
}
