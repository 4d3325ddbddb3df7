import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../main.ts');
const SET_UP_LINK = /(http:\/\/localhost:\d+)\/host#(\S+)/;
/** Ticks of the kernel's clock in a second, on every Linux that Node runs on. */
const TICKS = 100;

/** A server of its own for a rehearsal, in a process and a data folder of its own: what it uses can be told. */
export class OwnServer {
  readonly url: string;
  readonly hostKey: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(process: ChildProcess, folder: string, [, url = '', hostKey = '']: readonly string[]) {
    this.#process = process;
    this.#folder = folder;
    this.url = url;
    this.hostKey = hostKey;
  }

  /** Starts it as `npm start` does, behind one proxy. Throws what it said when it ends instead. */
  static async start(port: number): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'cyfran-rehearsal-'));
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, PORT: String(port), CYFRAN_DATA: folder, CYFRAN_PROXY_HOPS: '1', CYFRAN_LOG: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const link = await new Promise<readonly string[] | null>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (text: Buffer) => {
          said += text.toString();
          const found = SET_UP_LINK.exec(said);
          if (found !== null) resolve(found);
        });
      }
      child.once('close', () => {
        resolve(null);
      });
    });
    if (link !== null) return new OwnServer(child, folder, link);
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`the server did not start: ${said.trim()}`);
  }

  /** What it has used so far; `null` where the system does not tell. */
  usage(): { readonly cpuSeconds: number; readonly mostMiB: number } | null {
    try {
      const of = `/proc/${String(this.#process.pid)}`;
      // The name of the program, in brackets, may hold spaces.
      const fields = readFileSync(`${of}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      const [user, system] = [Number(fields[11]), Number(fields[12])];
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`${of}/status`, 'utf8'));
      return { cpuSeconds: (user + system) / TICKS, mostMiB: Number(peak?.[1] ?? NaN) / 1024 };
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('close', resolve));
    this.#process.kill('SIGTERM');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
