import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { importFiles } from '../commands/import-files.ts';
import { useWords } from '../i18n/index.ts';

/** The whole page takes files. The veil shows that, and that nothing happens before the drop. */
export function DropZone({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      style={{ height: '100%' }}
      onDragEnter={(event) => { if (hasFiles(event)) { depth.current += 1; setOver(true); } }}
      onDragLeave={() => { depth.current -= 1; if (depth.current <= 0) setOver(false); }}
      onDragOver={(event) => { if (hasFiles(event)) event.preventDefault(); }}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        importFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && <div className="drop-veil">{say('app.dropHere')}</div>}
    </div>
  );
}
