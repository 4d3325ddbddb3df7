import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The air between a phone and the server: a port of its own that can be cut and restored, so that a lost signal is a real one. */
export class Signal {
  readonly port: number;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cut = false;

  private constructor(server: Server, to: number) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (phone) => {
      if (this.#cut) {
        phone.destroy();
        return;
      }
      const there = connect(to, '127.0.0.1');
      for (const [from, other] of [
        [phone, there],
        [there, phone],
      ] as const) {
        this.#open.add(from);
        from.on('error', () => other.destroy());
        from.once('close', () => {
          this.#open.delete(from);
          other.destroy();
        });
        from.pipe(other);
      }
    });
  }

  static async to(port: number): Promise<Signal> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const signal = new Signal(server, port);
    onTestFinished(() => {
      signal.cut();
      signal.#server.close();
    });
    return signal;
  }

  /** Everything under way is lost, and nothing new gets through. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  restore(): void {
    this.#cut = false;
  }
}
