import { layerTitle } from '../../../geo/index.ts';
import type { Joining } from '../../commands/import-layer.ts';
import { useWords } from '../../i18n/index.ts';
import { Sum } from './Sum.tsx';
import { IssueList } from './IssueList.tsx';

/** What a table changes in its layer: read = updated + unchanged + set aside. */
export function JoinCheck({ joining: { into, joined, issues, counts } }: { joining: Joining }) {
  const { say, sayCode } = useWords();
  return (
    <>
      <p>{say('import.joinInto', { name: layerTitle(into.layer, sayCode), n: into.layer.features.length.toLocaleString() })}</p>
      <Sum total={{ label: say('import.read'), n: counts.read }} parts={[
        { label: say('import.updated'), n: counts.updated, kind: 'good' }, { label: say('import.unchanged'), n: counts.unchanged }, { label: say('import.setAside'), n: counts.setAside, kind: counts.setAside > 0 ? 'bad' : undefined },
      ]}
      />
      <section>
        <h3>{say('import.issues')}</h3>
        <IssueList issues={issues} layer={joined} />
      </section>
    </>
  );
}
