import { layerWords } from '../../../geo/index.ts';
import { FileDown, Sheet } from 'lucide-react';
import { exportCsv } from '../../commands/export-layer.ts';
import { exportFigures, exportRunFile, runFileNames } from '../../commands/export-run.ts';
import { sayNow, type Say } from '../../i18n/index.ts';
import type { Run } from '../../state/document.ts';
import type { MenuRow } from '../../ui/Menu.tsx';

/** What a run can be taken away as: tables for people first, then the files for programs under the names that the command line gives them. */
export function exportRows(run: Run, say: Say): (MenuRow | null)[] {
  return [
    ...Object.values(run.layers).map((layer) => ({ key: layer.id, label: say('results.tableOf', { layer: layerWords(layer, sayNow).name }), icon: <Sheet />, onSelect: () => void exportCsv(layer) })),
    { key: 'figures', label: say('results.figuresCsv'), icon: <Sheet />, onSelect: () => void exportFigures(run) },
    null,
    ...runFileNames(run).map((file) => ({ key: file, label: say('results.forPrograms', { what: sayNow(`file.${file}`, {}, sayNow(`layer.${file.replace('.geojson', '')}`)), file }), icon: <FileDown />, onSelect: () => void exportRunFile(run, file) })),
  ];
}
