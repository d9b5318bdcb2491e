import { Check, Copy, FileText, Play, Trash2, ZoomIn } from 'lucide-react';
import type { Measure, Scenario } from '../../../geo/index.ts';
import { writeScenarioDossiers } from '../../commands/dossier.ts';
import { addScenario, confirmMeasure, removeMeasure, removeScenario, runScenario } from '../../commands/scenarios.ts';
import type { Say } from '../../i18n/index.ts';
import { zoomToFeatures } from '../../map/map-access.ts';
import type { ProjectLayer } from '../../state/document.ts';
import type { MenuRow } from '../../ui/Menu.tsx';

export function scenarioRows({ id, name, measures }: Scenario, say: Say): (MenuRow | null)[] {
  return [
    { key: 'run', label: say('scenario.run'), icon: <Play />, onSelect: () => void runScenario(id) },
    { key: 'copy', label: say('scenario.copy'), icon: <Copy />, onSelect: () => addScenario({ measures, name }) },
    { key: 'dossiers', label: say('dossier.ofScenario'), icon: <FileText />, onSelect: () => void writeScenarioDossiers(id) },
    null,
    { key: 'remove', label: say('scenario.remove'), icon: <Trash2 />, kind: 'danger', onSelect: () => removeScenario(id) },
  ];
}

export function measureRows(measure: Measure, layers: readonly ProjectLayer[], hasChanged: boolean, say: Say): (MenuRow | null)[] {
  const { id, site, target } = measure;
  const place = site ?? layers.filter(({ layer }) => layer.schema === target?.schema).flatMap(({ layer }) => layer.features).find((feature) => feature.id === target?.id);
  return [
    { key: 'zoom', label: say('measure.zoom'), icon: <ZoomIn />, disabled: !place, onSelect: () => { if (place) zoomToFeatures([place]); } },
    ...(hasChanged ? [{ key: 'confirm', label: say('measure.confirm'), icon: <Check />, onSelect: () => confirmMeasure(id) }] : []),
    null,
    { key: 'remove', label: say('measure.remove'), icon: <Trash2 />, kind: 'danger', onSelect: () => removeMeasure(id) },
  ];
}
