import './dossier.css';
import { ChevronLeft, ChevronRight, FilePlus2, FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { DOSSIER_PAPERS, SECRECY_LEVELS, type DossierPaper, type FeatureId, type SecrecyLevel, type SheetLayout } from '../../../geo/index.ts';
import { dossierPages, dossiersToSheets, writeDossiers } from '../../commands/dossier.ts';
import { useWords } from '../../i18n/index.ts';
import { PagePreview } from '../../layout/PagePreview.tsx';
import { setComposer, useComposer } from '../../state/composer.ts';
import type { Run } from '../../state/document.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';

/** Why this site: the page as it will be printed, one site after the other, and what can be done with it. */
export default function DossierDialog({ run, sites, onClose }: { run: Run; sites: readonly FeatureId[]; onClose: () => void }) {
  const { say, sayCode, language } = useWords();
  const level = useComposer((state) => state.level);
  const [paper, setPaper] = useState<DossierPaper>('A4');
  const [at, setAt] = useState(0);
  const pages = usePages(run, sites, paper, level, language, onClose);
  const page = pages?.[Math.min(at, pages.length - 1)], asked = { run, sites, paper };
  const foot = (
    <>
      <label className="dossier-choice"><span>{say('dossier.paper')}</span>
        <select className="select" value={paper} onChange={(event) => setPaper(event.target.value as DossierPaper)}>{DOSSIER_PAPERS.map((one) => <option key={one} value={one}>{say(one === 'A4' ? 'dossier.a4' : 'dossier.a3')}</option>)}</select>
      </label>
      <label className="dossier-choice"><span>{say('sheet.level')}</span>
        <select className="select" value={level} onChange={(event) => setComposer({ level: event.target.value as SecrecyLevel })}>{SECRECY_LEVELS.map((one) => <option key={one} value={one}>{sayCode(`picture.secrecy.${one}`)}</option>)}</select>
      </label>
      <span className="bar-space" />
      <Button onClick={() => void dossiersToSheets(asked).then((done) => { if (done) onClose(); })} disabled={!page}><FilePlus2 />{say('dossier.toSheets')}</Button>
      <Button kind="primary" onClick={() => void writeDossiers(asked)} disabled={!page}><FileDown />{say('dossier.writePdf')}</Button>
    </>
  );
  return (
    <DialogFrame title={page && pages.length > 1 ? say('dossier.page', { name: page.name, n: Math.min(at, pages.length - 1) + 1, of: pages.length }) : page?.name ?? say('dossier.open')} onClose={onClose} foot={foot}>
      <div className="dossier">
        {page ? <PagePreview sheet={page} label={page.name} /> : <p className="dossier-wait" role="status">{say('dossier.drawing')}</p>}
        {pages && pages.length > 1 && (
          <div className="dossier-turn">
            <IconButton label={say('dossier.previous')} disabled={at === 0} onClick={() => setAt(at - 1)}><ChevronLeft /></IconButton>
            <IconButton label={say('dossier.next')} disabled={at >= pages.length - 1} onClick={() => setAt(at + 1)}><ChevronRight /></IconButton>
          </div>
        )}
      </div>
    </DialogFrame>
  );
}

/** The pages, made anew when the paper, the level or the language change. Where they cannot be made it is said, and there is nothing to look at. */
function usePages(run: Run, sites: readonly FeatureId[], paper: DossierPaper, level: SecrecyLevel, language: string, onFailure: () => void): SheetLayout[] | null {
  const [made, setMade] = useState<{ key: string; pages: SheetLayout[] } | null>(null);
  const key = JSON.stringify([run.id, sites, paper, level, language]);
  useEffect(() => {
    let wanted = true;
    void dossierPages({ run, sites, paper }).then((pages) => {
      if (!wanted) return;
      if (pages) setMade({ key, pages });
      else onFailure();
    });
    return () => { wanted = false; };
    // What is asked for is told by the key; the run itself changes with every edit of the document.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return made?.key === key ? made.pages : null;
}
