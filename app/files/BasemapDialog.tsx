import './import.css';
import { FileWarning, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ASK, CRS_CHOICES, planeFor, SECRECY_LEVELS, type Basemap } from '../../geo/index.ts';
import { importBasemap, openPictureFiles, ringIn } from '../commands/basemaps.ts';
import type { Answer } from '../commands/answer.ts';
import { nextPicture } from '../commands/import-files.ts';
import { useWords } from '../i18n/index.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import type { PictureOpened } from '../workers/import-api.ts';
import { CrsPicker } from './import/CrsPicker.tsx';
import { sayBytes } from './import/field-choice.ts';
import { ShapePreview } from './import/ShapeMap.tsx';
import type { CrsChoiceMade } from './import/use-import.ts';

/** A picture on its way in: what it is, where it would lie, what it is called. Only the last button changes the project. */
export default function BasemapDialog({ files }: { files: readonly File[] }) {
  const { say, sayCode } = useWords();
  const waiting = useView((view) => view.importingPictures.length - 1);
  const [answer, setAnswer] = useState<Answer<PictureOpened> | null>(null);
  const [crs, setCrs] = useState<CrsChoiceMade>({ code: null, swapped: false, guess: null });
  const [about, setAbout] = useState<Pick<Basemap, 'name' | 'source' | 'secrecy'>>({ name: '', source: '', secrecy: 'internal' });
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    let isWanted = true;
    void openPictureFiles(files).then((found) => {
      if (!isWanted) return;
      setAnswer(found);
      if (!found.ok) return;
      setCrs(firstChoice(found.value));
      setAbout((before) => ({ ...before, name: found.value.opened.fileName.replace(/\.[^.]+$/, '') }));
    });
    return () => { isWanted = false; };
  }, [files]);
  const picture = answer?.ok ? answer.value : null;
  const ring = useMemo(() => (picture && crs.code !== null ? ringIn({ ...picture.opened, crs: crs.code }) : null), [picture, crs.code]);
  const isReady = picture !== null && crs.code !== null && ring !== null && about.name.trim() !== '';
  useEffect(() => { if (isReady) confirm.current?.focus(); }, [isReady]);
  const take = () => {
    if (!picture || crs.code === null || !ring) return;
    importBasemap(picture, { ...about, name: about.name.trim(), source: about.source.trim(), crs: crs.code });
    nextPicture();
  };
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <DialogFrame
      title={say('basemap.title', { file: files[0].name })} onClose={nextPicture} onEnter={() => confirm.current?.click()}
      foot={(
        <>
          {waiting > 0 && <span className="import-waiting muted">{say('import.more', { n: waiting })}</span>}
          <Button onClick={nextPicture}>{say(answer && !answer.ok ? 'app.close' : 'app.cancel')}</Button>
          {picture && <button ref={confirm} type="button" className="button" data-kind="primary" disabled={!isReady} onClick={take}>{say('basemap.import')}</button>}
        </>
      )}
    >
      <div className="import">
        {!answer && <div className="import-wait" role="status"><p>{say('basemap.opening', { size: sayBytes(size) })}</p></div>}
        {answer && !answer.ok && (
          <div className="import-failure" role="alert">
            <FileWarning />
            <div><b>{say('basemap.failed')}</b><p>{sayCode(answer.key, answer.params)}</p><p className="muted">{say('import.untouched')}</p></div>
          </div>
        )}
        {picture && (
          <>
            <div className="import-facts">
              <PictureFacts opened={picture.opened} ring={ring} />
              <div className="import-settings"><CrsPicker crs={crs} guesses={picture.opened.guesses} setCrs={(code) => setCrs({ code, swapped: false, guess: null })} /></div>
            </div>
            {isOffset(crs.code) && <p className="import-warning" role="status"><TriangleAlert />{say('basemap.offset')}</p>}
            {crs.code !== null && !ring && <p className="import-warning" role="status"><TriangleAlert />{say('basemap.nowhere')}</p>}
            {ring && <ShapePreview shapes={[{ type: 'Polygon', coordinates: [[...ring, ring[0]]] }]} />}
            <div className="import-settings basemap-about">
              <label className="import-setting"><span>{say('basemap.name')}</span><input className="input" value={about.name} maxLength={80} onChange={(event) => setAbout({ ...about, name: event.target.value })} /></label>
              <label className="import-setting"><span>{say('basemap.source')}</span><input className="input" value={about.source} maxLength={200} placeholder={say('basemap.sourceHint')} onChange={(event) => setAbout({ ...about, source: event.target.value })} /></label>
              <label className="import-setting"><span>{say('basemap.secrecy')}</span>
                <select className="select" value={about.secrecy} onChange={(event) => setAbout({ ...about, secrecy: event.target.value as Basemap['secrecy'] })}>{SECRECY_LEVELS.map((level) => <option key={level} value={level}>{sayCode(`choice.secrecy.${level}`)}</option>)}</select>
              </label>
            </div>
          </>
        )}
      </div>
    </DialogFrame>
  );
}

function PictureFacts({ opened: { type, size, width, height }, ring }: { opened: PictureOpened['opened']; ring: [number, number][] | null }) {
  const { say } = useWords();
  return (
    <dl>
      <div><dt>{say('import.format')}</dt><dd>{say(`basemap.type.${type}`)}</dd></div>
      <div><dt>{say('import.size')}</dt><dd>{sayBytes(size)}</dd></div>
      <div><dt>{say('basemap.pixels')}</dt><dd>{width.toLocaleString()} × {height.toLocaleString()}</dd></div>
      <div><dt>{say('basemap.cell')}</dt><dd>{ring ? say('basemap.metres', { n: cellOf(ring, width).toLocaleString(undefined, { maximumSignificantDigits: 3 }) }) : '—'}</dd></div>
    </dl>
  );
}
/** Metres of ground that a pixel takes, along the upper edge. */
function cellOf(ring: readonly [number, number][], width: number): number {
  const plane = planeFor(...ring[0]), [ax, ay] = plane.forward(...ring[0]), [bx, by] = plane.forward(...ring[ring.length / 4]);
  return Math.hypot(bx - ax, by - ay) / width;
}
function firstChoice({ opened: { crs, guesses: [guess] } }: PictureOpened): CrsChoiceMade {
  if (crs !== null) return { code: crs, swapped: false, guess: guess ?? null };
  return guess && guess.confidence >= ASK && !guess.code.endsWith(':') ? { code: guess.code, swapped: false, guess } : { code: null, swapped: false, guess: null };
}
const isOffset = (code: CrsChoiceMade['code']): boolean => typeof code === 'string' && CRS_CHOICES.some((row) => row.code === code && row.kind === 'offset');
