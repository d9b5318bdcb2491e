import { Tabs } from 'radix-ui';
import { lazy } from 'react';
import { useWords, type WordKey } from '../i18n/index.ts';
import { useShown } from '../state/scenarios.ts';
import { showPanel, useView, type SidePanel } from '../state/view.ts';
import { AnalysesPanel } from './analyses/AnalysesPanel.tsx';
import { IssueCount } from './IssueCount.tsx';
import { Later } from '../ui/Later.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';

// Only what the first screen shows comes with the first download.
const ResultsPanel = lazy(() => import('./results/ResultsPanel.tsx'));
const SitesPanel = lazy(() => import('./sites/SitesPanel.tsx'));
const ScenariosPanel = lazy(() => import('./scenarios/ScenariosPanel.tsx'));
const CoordinationPanel = lazy(() => import('./coordination/CoordinationPanel.tsx'));
const IssuesPanel = lazy(() => import('./IssuesPanel.tsx').then((module) => ({ default: module.IssuesPanel })));

const PANELS: readonly { id: SidePanel; title: WordKey }[] = [
  { id: 'analyses', title: 'panel.analyses' }, { id: 'results', title: 'panel.results' }, { id: 'sites', title: 'panel.sites' }, { id: 'scenarios', title: 'panel.scenarios' }, { id: 'coordination', title: 'panel.coordination' }, { id: 'issues', title: 'panel.issues' },
];

export function SidePanels() {
  const { say } = useWords();
  const side = useKeptFocus('[role="tabpanel"][data-state="active"]');
  const panel = useView((view) => view.panel);
  const sites = useShown().runs.find(({ analysis }) => analysis === 'candidate-sites')?.layers['candidate-sites'].features.length ?? 0;
  return (
    <aside ref={side} className="side" aria-label={say('panel.side')}>
      <Tabs.Root className="side-tabs" value={panel} onValueChange={(value) => showPanel(value as SidePanel)}>
        <Tabs.List className="tabs">
          {PANELS.map(({ id, title }) => (
            <Tabs.Trigger key={id} className="tab" value={id}>
              {say(title)}
              {id === 'sites' && sites > 0 && <span className="count">{sites}</span>}
              {id === 'issues' && <IssueCount />}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content className="side-content" value="analyses"><AnalysesPanel /></Tabs.Content>
        <Later key={panel}>
          <Tabs.Content className="side-content" value="results"><ResultsPanel /></Tabs.Content>
          <Tabs.Content className="side-content" value="sites"><SitesPanel /></Tabs.Content>
          <Tabs.Content className="side-content" value="scenarios"><ScenariosPanel /></Tabs.Content>
          <Tabs.Content className="side-content" value="coordination"><CoordinationPanel /></Tabs.Content>
          <Tabs.Content className="side-content" value="issues"><IssuesPanel /></Tabs.Content>
        </Later>
      </Tabs.Root>
    </aside>
  );
}
