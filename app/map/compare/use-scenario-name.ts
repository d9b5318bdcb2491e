import { useWords } from '../../i18n/index.ts';
import { useDocument } from '../../state/document.ts';

/** Names of scenarios by id; what is none of them is the baseline. */
export function useScenarioName(): (id: string | null) => string {
  const { say } = useWords();
  const scenarios = useDocument((state) => state.document.scenarios);
  return (id) => scenarios.find((one) => one.id === id)?.name ?? say('scenario.baseline');
}
