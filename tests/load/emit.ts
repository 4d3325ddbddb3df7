import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PhoneToServer, ServerToPhone } from '@cyfran/shared/protocol.ts';
import { Server } from 'socket.io';
import { answerParent } from './child.ts';
import { PROPOSALS } from './set-up.ts';
import { usage } from './usage.ts';

/** What one writes in an afternoon: every ballot is added up in memory and at once emitted to all. No journal, no rules, no limits. */
const ways = {
  listen(): Promise<{ port: number }> {
    const http = createServer();
    const io = new Server<PhoneToServer, ServerToPhone>(http, { perMessageDeflate: false });
    const rows = Array.from({ length: PROPOSALS }, (): [number, number] => [0, 0]);
    let version = 0;
    io.on('connection', (socket) => {
      socket.on('command', ({ command }, answer) => {
        if (command.type !== 'CastBallot') return;
        for (const [proposal, tokens] of command.alloc) {
          const row = rows[Number(proposal.slice(1)) - 1];
          if (row === undefined) continue;
          row[0] += tokens;
          row[1] += 1;
        }
        version += 1;
        answer({ ok: true, version });
        const tally = { version, data: { round: command.round, rows, ballots: version } };
        io.emit('frame', { now: Date.now(), sections: { tally } } as never);
      });
    });
    return new Promise((resolve) => {
      http.listen(0, '127.0.0.1', () => {
        resolve({ port: (http.address() as AddressInfo).port });
      });
    });
  },
  usage,
};
export type Emit = typeof ways;

answerParent(ways);
