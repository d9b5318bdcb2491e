import { Scale, Share2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { standing } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { setSettling, useSettling } from '../state/settling.ts';
import { Button } from '../ui/Button.tsx';
import { HandOutDialog } from './HandOutDialog.tsx';
import { SettleDialog } from './SettleDialog.tsx';

/** Files for departments, and what has to be settled of what came back. */
export function Sharing() {
  const { say } = useWords();
  const opinions = useDocument(({ document }) => document.opinions), isPart = useDocument(({ document }) => document.handOut !== undefined);
  const [handing, setHanding] = useState(false);
  const settling = useSettling(({ open }) => open);
  const unsettled = useMemo(() => [...standing(opinions).values()].filter((words) => words.length > 1), [opinions]);
  return (
    <>
      {!isPart && <Button onClick={() => setHanding(true)}><Share2 />{say('handOut.open')}</Button>}
      {unsettled.length > 0 && <Button onClick={() => setSettling(true)}><Scale />{say('settle.open', { n: unsettled.length })}</Button>}
      {handing && <HandOutDialog onClose={() => setHanding(false)} />}
      {settling && <SettleDialog groups={unsettled} onClose={() => setSettling(false)} />}
    </>
  );
}
