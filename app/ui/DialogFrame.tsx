import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';

interface DialogFrameProps {
  title: string;
  onClose: () => void;
  /** What Enter means where the focus is on nothing that answers it itself. */
  onEnter?: () => void;
  foot?: ReactNode;
  children: ReactNode;
}

/**
 * A modal dialogue: focus stays inside, Escape closes, the page behind is inert. The browser's own element, since ready-made
 * ones lock the page's scrolling with a style sheet that the content policy refuses.
 */
export function DialogFrame({ title, onClose, onEnter, foot, children }: DialogFrameProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !onEnter || (event.target as HTMLElement).closest('button, summary, a, textarea')) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <dialog ref={dialog} className="dialog" role="dialog" tabIndex={-1} aria-labelledby={titleId} onKeyDown={enter} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button" data-icon="" data-kind="plain" aria-label={say('app.close')} title={say('app.close')} onClick={onClose}><X /></button>
      </div>
      <div className="dialog-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}
