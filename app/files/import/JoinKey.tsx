import type { JoinBy } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import type { Import } from './use-import.ts';

/** A table without places updates a layer of the project: by what its rows find their features. */
export function JoinKey({ flow }: { flow: Import }) {
  const { say, sayCode } = useWords();
  return (
    <div className="import-join">
      <p>{say('import.isTable', { schema: sayCode(`schema.${flow.schema}`) })}</p>
      <Segmented<JoinBy> label={say('import.joinBy')} value={flow.joinBy} options={[{ value: 'id', label: say('import.joinById') }, { value: 'name', label: say('import.joinByName') }]} onChange={flow.setJoinBy} />
    </div>
  );
}
