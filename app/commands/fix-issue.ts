import { UserError, type Issue } from '../../geo/index.ts';
import { commit, currentDocument, requireUnlocked } from '../state/document.ts';
import { notify, progressTask, withTask } from '../state/tasks.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { forgetSession } from './live.ts';

/** The fix button: mends what an issue names, in one step that can be undone. A layer that was changed meanwhile stays as it is then. */
export async function fixIssue(layerId: string, issue: Issue): Promise<void> {
  await attempt(async () => {
    requireUnlocked();
    const known = currentDocument().layers.find(({ layer }) => layer.id === layerId);
    if (!known || !issue.fix) return;
    const cancel = () => { engine.cancel(); forgetSession(); };
    const { entry, fixed, back, left } = await withTask({ title: 'issues.mending', step: 'step.mend', done: 0, cancel }, () => engine.mend(known, issue, progressTask));
    if (!currentDocument().layers.includes(known)) throw new UserError('edit.changed-meanwhile');
    if (fixed > 0) {
      commit('step.fix', (document) => ({ ...document, layers: document.layers.map((one) => (one === known ? entry : one)) }));
      notify('info', 'issues.fixed', { n: fixed, back });
    }
    if (left > 0) notify('warning', issue.code.startsWith('rule.') ? 'issues.leftAlone' : 'issues.notFixed', { n: left });
  });
}
