export { dossiersOf } from './dossier.ts';
export { sitesOfPortfolio, sitesOfScenario } from './lists.ts';
export { dossierPage, type DossierPage, type PageTable } from './page.ts';
export { dossierSheet } from './sheet.ts';
export { dossierSheets } from './sheets.ts';
export { DOSSIER_PAPERS, type Dossier, type DossierPaper, type DossierRow, type DossierRun, type DossierSource, type DossierWishes } from './types.ts';
