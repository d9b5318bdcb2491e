import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright';
import { findBrowser } from '../../../scripts/browser.mjs';

/** A browser with a profile on disk that can be killed with all of its processes, as a power cut or the system would. */
export class MortalBrowser {
  private constructor(private readonly process: ChildProcess, readonly page: Page, private readonly link: Browser) {}

  /** Without a map: the processor would draw it, and what is stored does not depend on it. */
  static async start(profile: string): Promise<MortalBrowser> {
    const args = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-3d-apis', '--lang=zh-CN', '--window-size=1200,900', `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'];
    const child = spawn(findBrowser()!.path, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      const link = await chromium.connectOverCDP(await addressOf(child));
      const context = link.contexts()[0];
      const page = context.pages()[0] ?? await context.newPage();
      return new MortalBrowser(child, page, link);
    } catch (error) {
      kill(child);
      throw error;
    }
  }
  /** All processes at once; no one of them gets to write anything. Resolves when they are gone. */
  async kill(): Promise<void> {
    const gone = this.process.exitCode !== null || this.process.signalCode !== null ? Promise.resolve() : new Promise((resolve) => { this.process.once('exit', resolve); });
    kill(this.process);
    await gone;
    await this.link.close().catch(() => {});
  }
}

/** The child leads a group of its own, which nobody else is in. */
function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr!.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`the browser did not start: ${said.slice(-400)}`)));
  });
}
