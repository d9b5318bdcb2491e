import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve, type Serving } from '../../scripts/serve.mjs';

/** What drivers and graphics layers of a machine without a GPU print; the program has no part in it. */
const NOISE = [/GPU stall due to ReadPixels/, /uniform block reflection failed/, /GL Driver Message/, /swiftshader/i];

/** The built program, served as `npm start` serves it, in a browser of its own. */
export interface Program {
  url: string;
  browser: Browser;
  /** A new window with nothing stored. What it prints, asks of other hosts, or throws is kept beside it. */
  open(path?: string, options?: { width?: number; height?: number }): Promise<Window>;
  /** Such a window before any page is in it: a browser is busy with itself for a while after it opened one. */
  blank(options?: { width?: number; height?: number }): Promise<Window>;
  close(): Promise<void>;
}
export interface Window {
  page: Page;
  context: BrowserContext;
  /** Errors and warnings of the console, less the noise of graphics drivers. */
  complaints: string[];
  /** Requests to any host but the program's own. */
  foreign: string[];
}

export async function startProgram(): Promise<Program> {
  const found = findBrowser();
  if (!found) throw new Error('There is no test browser; `npm test` installs one.');
  const serving: Serving = await serve({ folder: join(import.meta.dirname, '../../dist'), port: 0 });
  const browser = await chromium.launch({ executablePath: found.path, headless: true, args: ['--no-sandbox'] });
  return {
    url: serving.url,
    browser,
    async open(path = '', size = {}) {
      const window = await openWindow(browser, serving.url, size);
      await window.page.goto(serving.url + path);
      return window;
    },
    blank: (size = {}) => openWindow(browser, serving.url, size),
    async close() {
      await browser.close();
      await serving.close();
    },
  };
}

async function openWindow(browser: Browser, url: string, { width = 1440, height = 900 }: { width?: number; height?: number }): Promise<Window> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [], foreign: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !NOISE.some((pattern) => pattern.test(message.text()))) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) foreign.push(request.url());
  });
  return { page, context, complaints, foreign };
}
