import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright';

export const ROOT = join(import.meta.dirname, '../..');
export const DEMO = join(ROOT, 'data/demo-city');

/** The demo city is open when its last layer stands in the list. */
export async function demoCity(page: Page): Promise<void> {
  await page.locator('[data-layer="shelter"]').waitFor({ timeout: 60_000 });
  await page.locator('.analysis-foot button').waitFor();
}

const CARDS = ['parking-shortage', 'shelter-coverage', 'candidate-sites'];
/** Runs an analysis through its form and waits for what it finds. */
export async function runAnalysis(page: Page, id: string): Promise<void> {
  await page.getByRole('tab').nth(0).click();
  await page.locator('.analysis-card').nth(CARDS.indexOf(id)).click();
  await page.locator('.analysis-foot button').click();
  await page.locator(id === 'candidate-sites' ? '.site-row' : '.area-row').first().waitFor({ timeout: 120_000 });
}

/** A project file is chosen through the menu; whether it opens is the caller's to see. */
export async function chooseProjectFile(page: Page, file: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: /打开项目文件/ }).click()]);
  await chooser.setFiles(file);
}

/** Every file of the export menu in sight, by name. */
export async function exportedFiles(page: Page, panel: string): Promise<Record<string, string>> {
  const open = () => page.locator(panel).getByRole('button', { name: /导出|Export/ }).click();
  await open();
  const labels = (await page.getByRole('menuitem').allTextContents()).filter((label) => /\.(geo)?json$/.test(label));
  await page.keyboard.press('Escape');
  const files: Record<string, string> = {};
  for (const label of labels) {
    await open();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: label, exact: true }).click()]);
    files[download.suggestedFilename()] = await textOf(download);
  }
  return files;
}
export async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** What the command line writes for the demo city. */
export function commandLineFiles(analysis: string, inputs: Readonly<Record<string, string>>, params: Readonly<Record<string, string>> = {}): Record<string, string> {
  const out = mkdtempSync(join(tmpdir(), 'undercroft-'));
  const layers = Object.entries(inputs).flatMap(([input, file]) => ['--layer', `${input}=${join(DEMO, file)}`]);
  const options = Object.entries(params).flatMap(([key, value]) => ['--param', `${key}=${value}`]);
  execFileSync(process.execPath, [join(ROOT, 'scripts/undercroft.mjs'), 'run', analysis, ...layers, ...options, '--out', out], { stdio: 'pipe' });
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}
export const SERVICE_INPUTS = {
  'demand-units': 'demand-unit.geojson', 'parking-facilities': 'parking-facility.geojson', shelters: 'shelter.geojson', 'walking-network': 'walking-network.geojson', boundary: 'boundary.geojson',
};
export const SITE_INPUTS = {
  ...SERVICE_INPUTS, 'road-projects': 'road-project.geojson', 'land-parcels': 'land-parcel.geojson', 'underground-zones': 'underground-zone.geojson', constraints: 'constraint.geojson',
};

/** The screen says that everything is stored. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.save-state[data-state="saved"]').waitFor({ timeout: 30_000 });
}
