import { CircleCheck, Eye, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useWords, type WordKey } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';

const LOOKS = {
  saving: { icon: LoaderCircle, word: 'store.saving' }, saved: { icon: CircleCheck, word: 'store.saved' },
  failed: { icon: TriangleAlert, word: 'store.failed' }, copy: { icon: Eye, word: 'store.readOnly' },
} as const satisfies Record<string, { icon: unknown; word: WordKey }>;

/** Whether what stands on the screen is safe. */
export function SaveState() {
  const { say } = useWords();
  const { phase, copyOf } = useSaving();
  if (phase === 'unchanged') return null;
  const look = copyOf !== null ? 'copy' : phase;
  const { icon: Icon, word } = LOOKS[look];
  return <span className="save-state" data-state={look} title={look === 'saved' ? say('store.savedHint') : undefined}><Icon aria-hidden="true" />{say(word)}</span>;
}
