import { sayNow, useWords } from '../i18n/index.ts';
import { useQuestion } from '../state/question.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';

/** The question that is open, if any. Escape and closing mean no. */
export function QuestionBox() {
  const { say } = useWords();
  const question = useQuestion((state) => state.question);
  if (!question) return null;
  const { title, text, yes, params, kind, answer } = question;
  return (
    <DialogFrame
      title={sayNow(title, params)} onClose={() => answer(false)}
      foot={<><Button autoFocus onClick={() => answer(false)}>{say('app.cancel')}</Button><Button kind={kind ?? 'primary'} onClick={() => answer(true)}>{sayNow(yes)}</Button></>}
    >
      <p className="question">{sayNow(text, params)}</p>
    </DialogFrame>
  );
}
