import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { IconButton } from './Button.tsx';

interface DialogFrameProps {
  title: string;
  onClose: () => void;
  foot?: ReactNode;
  children: ReactNode;
}

/** A modal dialogue: focus stays inside, Escape closes, the page behind is inert. */
export function DialogFrame({ title, onClose, foot, children }: DialogFrameProps) {
  const { say } = useWords();
  return (
    <Dialog.Root open onOpenChange={(open) => { if (!open) onClose(); }}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <div className="dialog-head">
            <Dialog.Title asChild><h2>{title}</h2></Dialog.Title>
            <IconButton label={say('app.close')} onClick={onClose}><X /></IconButton>
          </div>
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
