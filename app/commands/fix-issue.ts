import type { Issue } from '../../geo/index.ts';
import { commit, currentDocument } from '../state/document.ts';
import { notify } from '../state/tasks.ts';
import { attempt } from './attempt.ts';
import { mend } from './mend.ts';

/** The fix button: mends what an issue names, in one step that can be undone. */
export async function fixIssue(layerId: string, issue: Issue): Promise<void> {
  await attempt(() => {
    const known = currentDocument().layers.find(({ layer }) => layer.id === layerId);
    if (!known || !issue.fix) return;
    const { entry, fixed, back, left } = mend(known, issue);
    if (fixed > 0) {
      commit('step.fix', (document) => ({ ...document, layers: document.layers.map((one) => (one === known ? entry : one)) }));
      notify('info', 'issues.fixed', { n: fixed, back });
    }
    if (left > 0) notify('warning', issue.code.startsWith('rule.') ? 'issues.leftAlone' : 'issues.notFixed', { n: left });
  });
}
