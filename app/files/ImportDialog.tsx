import { nextImport } from '../commands/import-files.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';

export default function ImportDialog({ file }: { file: File }) {
  return <DialogFrame title={file.name} onClose={nextImport}>{null}</DialogFrame>;
}
