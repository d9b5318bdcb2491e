import { DEFAULT_STRATA } from '../depth/index.ts';
import { withinLevel } from '../io/index.ts';
import type { SheetLayout } from '../layout/index.ts';
import type { Layer, SchemaId } from '../model/index.ts';
import { dossiersOf } from './dossier.ts';
import { dossierPage } from './page.ts';
import { dossierSheet, roomFor } from './sheet.ts';
import type { DossierSource, DossierWishes } from './types.ts';

/** What a dossier's map shows besides the sites of its run. */
const GROUND: readonly SchemaId[] = ['boundary', 'walking-network', 'road-project', 'parking-facility', 'shelter', 'constraint'];

/** A page for each site, in the order in which they are asked for. @throws UserError `dossier.no-site` */
export async function dossierSheets(source: DossierSource, wishes: DossierWishes): Promise<SheetLayout[]> {
  const { level, language, date, paper } = wishes, { project, run } = source;
  const dossiers = await dossiersOf(source, wishes), layers = mapLayers(source, level);
  return dossiers.map((dossier) => dossierSheet(dossierPage(dossier, { project, language, most: roomFor(paper), strata: source.depths?.strata ?? DEFAULT_STRATA }), { site: dossier.site, layers: [...layers, run.sites], scenario: run.scenario, paper, project, date, language }));
}

/** Of the ground's layers those that hold something at this level: the name of one that does not would tell of it. */
function mapLayers({ layers, run }: DossierSource, level: DossierWishes['level']): Layer[] {
  return layers.filter((layer) => layer.id !== run.sites.id && GROUND.includes(layer.schema) && withinLevel(layer, level).layer.features.length > 0);
}
