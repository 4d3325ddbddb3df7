import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';

/** One open file. Positions and sizes in bytes; every call may fail with the system's error. */
export interface OpenFile {
  /** Fills `into` from `position`; returns how many bytes there were, 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Returns how many bytes were taken: it may be fewer than given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  size(): Promise<number>;
  truncate(size: number): Promise<void>;
  /** Returns when everything written is on the disk itself. */
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/** `read`; `change` what is there; `make` a file that must not exist; `replace` one that may. */
export type Opening = 'read' | 'change' | 'make' | 'replace';

/** All that the journal asks of the file system, so that a test can let any of it fail. */
export interface Files {
  open(path: string, opening: Opening): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a folder and those above it; one that exists is fine. */
  makeFolder(path: string): Promise<void>;
  /** Makes the names in a folder durable: without it a synced file may have no name after a power cut. */
  syncFolder(path: string): Promise<void>;
  /** Names in a folder, in no order. */
  list(path: string): Promise<readonly string[]>;
  /** Removes a file, or a folder and all in it. */
  remove(path: string): Promise<void>;
}

/** Files hold people's ballots: only the server's own user may read them. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

const FLAGS: Readonly<Record<Opening, number>> = {
  read: constants.O_RDONLY,
  change: constants.O_RDWR,
  make: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
  replace: constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC,
};

async function openFile(path: string, opening: Opening): Promise<OpenFile> {
  const handle = await open(path, FLAGS[opening], FILE_MODE);
  return {
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    size: async () => (await handle.stat()).size,
    truncate: (size) => handle.truncate(size),
    datasync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

/** The machine's own files. Their work is done in libuv's threads, so that a slow disk never holds up the event loop. */
export const realFiles: Files = {
  open: openFile,
  rename: (from, to) => rename(from, to),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: FOLDER_MODE });
  },
  syncFolder: async (path) => {
    const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  list: (path) => readdir(path),
  remove: (path) => rm(path, { recursive: true }),
};

/** Writes all of `bytes`, in as many pieces as the system takes. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const taken = await file.write(done === 0 ? bytes : bytes.subarray(done), position + done);
    if (taken === 0) throw new Error('the file takes no more bytes');
    done += taken;
  }
}

/** The system's name of an error, such as `ENOSPC`; `null` for an error that is not the system's. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Whether an error says that there is no room: on the disk, in the quota, or under a limit on the file's size. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error) ?? '');
}
