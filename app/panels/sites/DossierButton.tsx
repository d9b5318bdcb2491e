import { FileText } from 'lucide-react';
import { lazy, useState } from 'react';
import type { FeatureId } from '../../../geo/index.ts';
import type { Run } from '../../state/document.ts';
import { Button } from '../../ui/Button.tsx';
import { Later } from '../../ui/Later.tsx';

const DossierDialog = lazy(() => import('./DossierDialog.tsx'));

/** Opens the dossiers of some sites; loaded then. */
export function DossierButton({ run, sites, label }: { run: Run; sites: readonly FeatureId[]; label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}><FileText />{label}</Button>
      {open && <Later><DossierDialog run={run} sites={sites} onClose={() => setOpen(false)} /></Later>}
    </>
  );
}
