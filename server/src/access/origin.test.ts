import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressOf, sameOrigin } from './origin.ts';

const request = (headers: IncomingMessage['headers'], remoteAddress = '10.0.0.9') =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('[L5] another site', () => {
  test.each([
    ['our own page', { host: 'hall:3000', origin: 'http://hall:3000' }, true],
    ['our own page behind https', { host: 'hall', origin: 'https://hall' }, true],
    ['no origin, as on a polling GET', { host: 'hall' }, true],
    ['another host', { host: 'hall', origin: 'http://elsewhere' }, false],
    ['another port', { host: 'hall:3000', origin: 'http://hall:4000' }, false],
    ['a sandboxed page', { host: 'hall', origin: 'null' }, false],
    ['nonsense', { host: 'hall', origin: '://' }, false],
  ])('%s', (_, headers, allowed) => {
    expect(sameOrigin(request(headers))).toBe(allowed);
  });
});

describe('[L8] the address that is limited', () => {
  test('is the connection itself where no proxy is trusted, whatever it says of itself', () => {
    expect(addressOf(request({ 'x-forwarded-for': '1.2.3.4' }), 0)).toBe('10.0.0.9');
  });

  test('is what the trusted proxies saw, and not what came before them', () => {
    expect(addressOf(request({ 'x-forwarded-for': '6.6.6.6, 1.2.3.4' }), 1)).toBe('1.2.3.4');
    expect(addressOf(request({ 'x-forwarded-for': '6.6.6.6, 1.2.3.4, 5.6.7.8' }), 2)).toBe('1.2.3.4');
  });

  test('is the connection itself when a trusted proxy said nothing', () => {
    expect(addressOf(request({}), 1)).toBe('10.0.0.9');
    expect(addressOf(request({ 'x-forwarded-for': '' }), 1)).toBe('10.0.0.9');
  });
});
