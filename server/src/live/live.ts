import type { Server as HttpServer } from 'node:http';
import type { PhoneToServer, ServerToPhone } from '@cyfran/shared/protocol.ts';
import type { Hash, SessionId } from '@cyfran/shared/words/ids.ts';
import type { RefusalReason } from '@cyfran/shared/words/refusal.ts';
import { Server, type Socket } from 'socket.io';
import { addressOf, sameOrigin } from '../access/origin.ts';
import { plainHeaders } from '../http/security-headers.ts';
import type { Log } from '../log.ts';
import type { Measures } from '../measures.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { Gate } from '../meeting/gate.ts';
import { passing } from '../meeting/passing.ts';
import { admit, type Admitted } from './admit.ts';
import { Broadcaster } from './broadcaster.ts';
import { Connection } from './connection.ts';

/** The longest thing that a person may send is what the room decided, with all its actions in both languages. */
const LARGEST_MESSAGE_BYTES = 131_072;
const CONNECT_WITHIN_MS = 10_000;

/** The live side of a server: screens connect, ask, and are told. */
export interface Live {
  /** Says goodbye to every screen; they come back by themselves. */
  close(): Promise<void>;
}

interface Data {
  admitted: Admitted;
  /** For limits only. */
  address: string;
}
type EngineConnection = Socket['conn'];
// Servers do not speak to each other through Socket.IO: each folds the journal.
type NoEvents = Record<string, never>;

/** Opens Socket.IO on the same port as the pages. `joinUrlOf`: the address in a meeting's QR code. */
export function openLive(
  http: HttpServer,
  gate: Gate,
  {
    log,
    measures,
    proxyHops,
    joinUrlOf,
  }: {
    readonly measures: Measures;
    readonly log: Log;
    readonly proxyHops: number;
    readonly joinUrlOf: (code: string) => string;
  },
): Live {
  const io = new Server<PhoneToServer, ServerToPhone, NoEvents, Data>(http, {
    serveClient: false,
    // An address is authority for nothing, so nothing crosses origins.
    allowRequest: (request, answer) => {
      answer(null, sameOrigin(request));
    },
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
    connectTimeout: CONNECT_WITHIN_MS,
    transports: ['websocket', 'polling'],
  });
  io.engine.use(plainHeaders());
  const addresses = new WeakMap<EngineConnection, string>();
  io.engine.on('connection', (connection: EngineConnection) => {
    addresses.set(connection, addressOf(connection.request, proxyHops));
    // Of the request that it began with nothing else is needed, and it would be kept for as long as the phone stays.
    Object.assign(connection, { request: null });
  });
  const broadcasters = new Map<SessionId, Broadcaster>();
  const broadcasterOf = (meeting: Meeting): Broadcaster => {
    const speaking = broadcasters.get(meeting.sid);
    if (speaking !== undefined) return speaking;
    const stillOpens = async (hash: Hash) => (await gate.access.findKey(meeting.sid, hash)) !== null;
    const begun = new Broadcaster(meeting, joinUrlOf(meeting.code), stillOpens);
    broadcasters.set(meeting.sid, begun);
    meeting.replica.onGone(() => broadcasters.delete(meeting.sid));
    return begun;
  };

  io.use((socket, next) => {
    const address = addresses.get(socket.conn) ?? '';
    admit(socket.handshake.auth, address, gate)
      .then((admitted) => {
        if ('reason' in admitted) {
          measures.refused(admitted.reason);
          next(Object.assign(new Error(admitted.reason), { data: admitted }));
          return;
        }
        Object.assign(socket.data, { admitted, address });
        next();
      })
      .catch((error: unknown) => {
        const reason: RefusalReason = passing(error) ?? 'internal';
        measures.refused(reason);
        if (reason === 'internal') log.error({ err: error }, 'admission failed');
        next(Object.assign(new Error(reason), { data: { reason } }));
      });
  });
  io.on('connection', (socket) => {
    const { admitted, address } = socket.data;
    new Connection(socket, admitted, address, broadcasterOf(admitted.meeting), gate);
  });
  return {
    async close() {
      for (const broadcaster of broadcasters.values()) broadcaster.close();
      await io.close();
    },
  };
}
