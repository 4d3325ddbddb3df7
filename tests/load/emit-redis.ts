import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdapter } from '@socket.io/redis-adapter';
import type { PhoneToServer, ServerToPhone } from '@cyfran/shared/protocol.ts';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';
import { answerParent } from './child.ts';
import { PROPOSALS } from './set-up.ts';
import { usage } from './usage.ts';

/** What one writes in an afternoon for many servers: every ballot is added up in Redis and at once emitted to all, through the library's own adapter. */
const ways = {
  async listen({ url }: { readonly url: string }): Promise<{ port: number }> {
    const redis = new Redis(url);
    const http = createServer((_request, response) => response.end('ok'));
    const io = new Server<PhoneToServer, ServerToPhone>(http, { perMessageDeflate: false });
    io.adapter(createAdapter(new Redis(url), new Redis(url)));
    io.on('connection', (socket) => {
      socket.on('command', ({ command }, answer) => {
        if (command.type !== 'CastBallot') return;
        const pipeline = redis.pipeline();
        for (const [proposal, tokens] of command.alloc) pipeline.hincrby('tokens', proposal, tokens);
        pipeline.hgetall('tokens').incr('version');
        void pipeline.exec().then((results) => {
          const [tokens, version] = (results ?? []).slice(-2).map(([, result]) => result) as [
            Record<string, string>,
            number,
          ];
          const rows = Array.from({ length: PROPOSALS }, (_, index) => [
            Number(tokens[`p${String(index + 1).padStart(2, '0')}`] ?? 0),
            1,
          ]);
          answer({ ok: true, version });
          const tally = { version, data: { round: command.round, rows, ballots: version } };
          io.emit('frame', { now: Date.now(), sections: { tally } } as never);
        });
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return { port: (http.address() as AddressInfo).port };
  },
  usage,
};
export type EmitRedis = typeof ways;

answerParent(ways);
