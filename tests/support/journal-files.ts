import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Files, OpenFile } from '@cyfran/server/journal/files.ts';

/** What the journal asks of a file system and a disk can fail at. */
export type Step =
  'open' | 'read' | 'write' | 'truncate' | 'datasync' | 'rename' | 'makeFolder' | 'syncFolder' | 'remove';

/** Called before each step; throwing is the disk's failure, waiting is a slow disk. A number, for `write`: how many bytes it takes. */
export type Trouble = (
  step: Step,
  path: string,
  bytes?: Uint8Array,
) => Promise<number | undefined> | number | undefined;

/** The real file system, with trouble on the way. */
export function troubledFiles(files: Files, trouble: Trouble): Files {
  return {
    open: async (path, opening) => {
      await trouble('open', path);
      return troubledFile(await files.open(path, opening), path, trouble);
    },
    rename: async (from, to) => {
      await trouble('rename', from);
      await files.rename(from, to);
    },
    makeFolder: async (path) => {
      await trouble('makeFolder', path);
      await files.makeFolder(path);
    },
    syncFolder: async (path) => {
      await trouble('syncFolder', path);
      await files.syncFolder(path);
    },
    list: (path) => files.list(path),
    remove: async (path) => {
      await trouble('remove', path);
      await files.remove(path);
    },
  };
}

function troubledFile(file: OpenFile, path: string, trouble: Trouble): OpenFile {
  return {
    read: async (into, position) => {
      await trouble('read', path);
      return file.read(into, position);
    },
    write: async (bytes, position) => {
      const taken = await trouble('write', path, bytes);
      return file.write(taken === undefined ? bytes : bytes.subarray(0, taken), position);
    },
    size: () => file.size(),
    truncate: async (size) => {
      await trouble('truncate', path);
      await file.truncate(size);
    },
    datasync: async () => {
      await trouble('datasync', path);
      await file.datasync();
    },
    close: () => file.close(),
  };
}

/** An error as the system gives it. */
export function systemError(code: 'ENOSPC' | 'EIO' | 'EMFILE'): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}

/** A file's content and a folder's names, as far as a sync has confirmed them. */
interface Confirmed {
  readonly names: Map<string, { content: Buffer }>;
  readonly folders: Set<string>;
}

/**
 * The real file system, watched by something that knows what a power cut would take: bytes after the last `datasync` of their file, and
 * names after the last sync of their folder. `sync: false` and `syncFolders: false` make syncs do nothing, as a careless journal would.
 */
export class PowerCut {
  readonly files: Files;
  readonly #root: string;
  /** Files by their present path; a rename carries the content on, its name is confirmed only by a sync of the folder. */
  readonly #present = new Map<string, { content: Buffer }>();
  readonly #confirmed: Confirmed = { names: new Map(), folders: new Set() };
  readonly #folders = new Set<string>();

  constructor(
    root: string,
    files: Files,
    care: { readonly sync: boolean; readonly syncFolders: boolean } = { sync: true, syncFolders: true },
  ) {
    this.#root = root;
    this.files = {
      ...files,
      open: async (path, opening) => {
        const file = await files.open(path, opening);
        if (opening === 'make' || opening === 'replace') this.#present.set(path, { content: Buffer.alloc(0) });
        return { ...file, datasync: async () => this.#confirmContent(path, file, care.sync) };
      },
      rename: async (from, to) => {
        await files.rename(from, to);
        const moved = this.#present.get(from);
        this.#present.delete(from);
        if (moved !== undefined) this.#present.set(to, moved);
      },
      makeFolder: async (path) => {
        await files.makeFolder(path);
        for (let each = path; each !== this.#root && each !== dirname(each); each = dirname(each))
          this.#folders.add(each);
      },
      syncFolder: async (path) => {
        await files.syncFolder(path);
        if (care.syncFolders) this.#confirmNames(path);
      },
    };
  }

  /** Writes what would be left after a power cut at this moment into another folder. */
  async leaveIn(folder: string): Promise<void> {
    for (const [path, { content }] of [...this.#confirmed.names]) {
      if (!this.#reachable(path)) continue;
      const left = join(folder, relative(this.#root, path));
      await mkdir(dirname(left), { recursive: true });
      await writeFile(left, content);
    }
  }

  async #confirmContent(path: string, file: OpenFile, really: boolean): Promise<void> {
    // Bytes written while the disk was syncing may or may not be confirmed: a cut takes them.
    const content = await readFile(path);
    await file.datasync();
    const present = this.#present.get(path);
    if (really && present !== undefined) present.content = content;
  }

  #confirmNames(folder: string): void {
    for (const path of this.#folders) if (dirname(path) === folder) this.#confirmed.folders.add(path);
    for (const path of this.#confirmed.names.keys()) if (dirname(path) === folder) this.#confirmed.names.delete(path);
    for (const [path, file] of this.#present) if (dirname(path) === folder) this.#confirmed.names.set(path, file);
  }

  #reachable(path: string): boolean {
    for (let each = dirname(path); each !== this.#root; each = dirname(each))
      if (!this.#confirmed.folders.has(each)) return false;
    return true;
  }
}
