import { createProject, guarded, openDatabase, readProject, setMeta, storedChecksum, storedDatabases, transaction, UserError, type Database, type ProjectMeta, type ProjectReading, type StoredDatabases } from '../../geo/index.ts';
import type { StoreChange } from '../state/differ.ts';
import { removeProject } from '../store/catalogue.ts';
import { applyChanges, type InStore } from './apply-changes.ts';
import { answerTabs, holdProject, holdWhenFree } from './tabs.ts';

const FILE = 'project.gpkg';
export const folderOf = (id: string): string => `undercroft/${id}/db`;

/** A project of the browser's store whose lock and files are this tab's until it is closed. */
export class HeldProject {
  private db: Database | null = null;
  private readonly silence: () => void;

  private constructor(readonly id: string, private readonly files: StoredDatabases, private readonly letGo: () => void) {
    this.silence = answerTabs(id, () => this.copy());
  }

  /** Null where another tab has it. With a signal it waits for that one to go. */
  static async hold(id: string, whenFree?: AbortSignal): Promise<HeldProject | null> {
    const letGo = await (whenFree ? holdWhenFree(id, whenFree) : holdProject(id));
    if (!letGo) return null;
    try {
      return new HeldProject(id, await patiently(() => storedDatabases(folderOf(id))), letGo);
    } catch (error) {
      letGo();
      throw error;
    }
  }

  private async database(): Promise<Database> {
    return this.db ??= await this.files.open(FILE);
  }
  async read(): Promise<ProjectReading> {
    const db = await this.database();
    if (isEmpty(db)) throw new UserError('project.never-stored');
    return readProject(db, true);
  }
  /** One transaction; when this returns, it is on the disk. The first one makes the project. */
  async apply(changes: readonly StoreChange<InStore>[], meta: ProjectMeta): Promise<Record<string, string>> {
    const db = await this.database();
    return this.safely(() => transaction(db, () => {
      if (isEmpty(db)) createProject(db, meta);
      return applyChanges(db, changes, meta.saved);
    }));
  }
  async setMeta(meta: Partial<ProjectMeta>): Promise<void> {
    const db = await this.database();
    this.safely(() => transaction(db, () => { if (!isEmpty(db)) setMeta(db, meta); }));
  }
  async put(bytes: Uint8Array): Promise<void> {
    this.shut();
    await this.files.put(FILE, bytes);
  }
  checksums(ids: readonly string[]): Record<string, string> {
    return Object.fromEntries(ids.map((id) => [id, (this.db && storedChecksum(this.db, id)) ?? '']));
  }
  /** Opening the database first takes back what a transaction that failed has left; a database that does not open is given as it lies there. */
  async copy(): Promise<Blob> {
    await this.database().then(isEmpty).catch(() => {});
    return new Blob([this.files.copy(FILE) as BlobPart], { type: 'application/geopackage+sqlite3' });
  }
  close(): void {
    try {
      this.shutAll();
    } finally {
      this.letGo();
    }
  }
  /** Takes the project away for good. */
  async remove(): Promise<void> {
    try {
      this.shutAll();
      await removeProject(this.id);
    } finally {
      this.letGo();
    }
  }

  /** After a failure the database is opened anew, which rolls back what SQLite could not. */
  private safely<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      try {
        this.shut();
      } catch {
        // What went wrong is told by the first error.
      }
      throw error;
    }
  }
  private shutAll(): void {
    this.silence();
    this.shut();
    this.files.release();
  }
  private shut(): void {
    const { db } = this;
    this.db = null;
    db?.close();
  }
}

const isEmpty = (db: Database): boolean => db.all('SELECT 1 FROM sqlite_master LIMIT 1').length === 0;

/** A tab that is going frees its lock a moment before its files. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== 'project.in-use' || tries >= 20) throw error;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
  }
}

/** The project in a file that another tab gave. */
export async function readCopy(copy: Blob): Promise<ProjectReading> {
  const db = await openDatabase(new Uint8Array(await copy.arrayBuffer()));
  try {
    return guarded(() => readProject(db));
  } finally {
    db.close();
  }
}
