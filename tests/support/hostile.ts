import fc from 'fast-check';
import { PROTOCOL_VERSION } from '@cyfran/shared/protocol.ts';

type Tree = Readonly<Record<string, unknown>>;

const OPEN = { enumerable: true, configurable: true, writable: true } as const;
const OWN_PROTO: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');

/** What has broken servers before. */
const nasty = fc.constantFrom<unknown>(
  null,
  undefined,
  true,
  0,
  -0,
  -1,
  0.5,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  'x'.repeat(5000),
  '__proto__',
  'constructor',
  'toString',
  [],
  {},
  [[]],
  { length: 1e9 },
  { toString: 1, valueOf: 1, toJSON: 1 },
  { then: 1 },
  { _placeholder: true, num: 0 },
  OWN_PROTO,
  deep(3000),
  Array.from({ length: 500 }, (_, index) => [`p${String(index)}`, 1]),
  new Uint8Array([0, 255, 1]),
);

const anything = fc.oneof(
  nasty,
  fc.anything({ withNullPrototype: false, maxDepth: 3 }).map(asOnTheWire),
  fc.string({ unit: 'binary' }),
);

/** A right message with one of its parts, at any depth, put in the place of another, taken out or made hostile. */
function spoilt(messages: readonly Tree[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...messages), fc.nat(), anything, fc.constantFrom('put', 'drop', 'add'))
    .map(([message, place, hostile, how]) => {
      const copy = structuredClone(message) as Record<string, unknown>;
      const parts = partsOf(copy);
      const [owner, key] = parts[place % parts.length]!;
      if (how === 'drop') Reflect.deleteProperty(owner, key);
      else if (how === 'add') Object.defineProperty(owner, `${key}_`, { ...OPEN, value: hostile ?? null });
      else Object.defineProperty(owner, key, { ...OPEN, value: hostile });
      return copy;
    });
}

/** Anything at all, more often something that is nearly right. */
export function hostile(messages: readonly Tree[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 1, arbitrary: anything }, { weight: 3, arbitrary: spoilt(messages) }).filter(isShort);
}

/** Several of them, for one message. */
export function hostileWords(messages: readonly Tree[]): fc.Arbitrary<unknown[]> {
  return fc.array(hostile(messages), { maxLength: 3 }).filter(isShort);
}

function isShort(value: unknown): boolean {
  return JSON.stringify([value]).length < LONGEST;
}

function deep(levels: number): unknown {
  let tree: unknown = 'end';
  for (let level = 0; level < levels; level += 1) tree = [tree];
  return tree;
}

/** What JSON keeps of a value: the wire carries no more. */
function asOnTheWire(value: unknown): unknown {
  try {
    return (JSON.parse(JSON.stringify([value])) as unknown[])[0];
  } catch {
    return null;
  }
}

function partsOf(tree: object): [object, string][] {
  return Object.entries(tree).flatMap(([key, value]): [object, string][] => [
    [tree, key],
    ...(typeof value === 'object' && value !== null ? partsOf(value as object) : []),
  ]);
}

const CONNECT = `40${JSON.stringify({ v: PROTOCOL_VERSION })}`;
/** A longer message is cut off by the server, together with its connection. */
const LONGEST = 12_000;

/** Text that is no message of Socket.IO, or one that nobody should send; each is sent on a connection of its own. */
export const RAW_PACKETS: readonly string[] = [
  ...[
    '',
    '4',
    '42',
    '42[',
    '42[]',
    '42{}',
    '42"x"',
    '42null',
    '42[null]',
    '42[1,2]',
    '42[[]]',
    '42[{"a":1}]',
    '42["command"',
  ],
  ...[
    '42["command"]',
    '42["command",1,2,3]',
    '421["command"]',
    '421["command",{}]',
    '4299999999999999999999["command",{}]',
  ],
  ...[
    '42-1["command",{}]',
    '421e400["command",{}]',
    '42["error",{}]',
    '42["connect"]',
    '42["disconnect"]',
    '42["disconnecting","x"]',
  ],
  ...[
    '42["newListener","x"]',
    '42["removeListener","x"]',
    '42["__proto__",1]',
    '42["constructor",1]',
    '42["toString",1]',
    '42["presence"]',
  ],
  ...[
    '42["presence",{"unsent":true,"unsent":[]}]',
    '42["frame",{}]',
    '43[]',
    '431[]',
    '43["x"]',
    '44',
    '44{"message":"x"}',
    '45',
    '451-',
  ],
  ...[
    '451-["command",{"_placeholder":true,"num":0}]',
    '451-["command",{"_placeholder":true,"num":99}]',
    '459999999-["command"]',
    '46',
    '461-[]',
    '47',
    '49',
  ],
  ...[
    '40',
    '40/admin,',
    '40/__proto__,{}',
    CONNECT,
    `${CONNECT}${CONNECT}`,
    '41',
    '41/admin,',
    '0',
    '1',
    '2',
    '2probe',
    '3',
    '3probe',
    '5',
    '6',
    '7',
    '9',
    'b',
    'bAAAA',
    '\u0000',
    '\ud800',
    '4\ud800',
  ],
  `42["command",${'['.repeat(8000)}`,
  `42["command",${'['.repeat(4000)}${']'.repeat(4000)}]`,
  `42["command","${'x'.repeat(20_000)}"]`,
];

/** Bytes that are hardly HTTP. */
export const RAW_REQUESTS: readonly string[] = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.0\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: \r\n\r\n',
  'GET / HTTP/1.1\r\nHost: [\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a/b?c#d@e\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: evil.example:99999\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n',
  'GET //evil.example HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /_app/%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /s/%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /s/BCDFGH/__data.json?x-sveltekit-invalidated=%zz HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /join?code=%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /join?__proto__[x]=1&code[]=1&code[a]=2 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /lang/cy?to=%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nCookie: cyfran-lang=%E0%A4%A; =; a\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: ;q=x,,,*;q=9\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: java%E0script\r\nX-Forwarded-Host: [\r\nX-Forwarded-For: ,,,\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nIf-None-Match: W/"\r\nRange: bytes=-1-0,x\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nExpect: lantern\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  'GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\n\r\n',
  'GET /socket.io/?EIO=4&transport=websocket&sid=__proto__ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  'GET /socket.io/?EIO=4&transport=__proto__ HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /socket.io/?EIO=4&transport=polling&sid=constructor HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /socket.io/?EIO=4&transport=polling&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /socket.io/?EIO=4&transport=polling&j=x();alert HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n40x',
  'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /api/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
  'GET /api/sessions/%E0%A4%A/set-up HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %00\r\n\r\n',
  'GET /api/sessions/__proto__/cards HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer\r\n\r\n',
  'GET /api/sessions HTTP/1.1\r\nHost: x\r\nOrigin: [\r\nAuthorization: Bearer x\r\n\r\n',
  'PUT /api/sessions/s-0123456789abcdef/set-up HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}',
  'POST /api/sessions/s-0123456789abcdef/cards/%2e%2e/void HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST /api/my-card HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnull',
  'DELETE /api/sessions/s-0123456789abcdef HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: 2\r\n\r\n--',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n',
  'LANTERN / HTTP/1.1\r\nHost: x\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  `GET /?${'a=1&'.repeat(3000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n',
];
