import { expect, test } from 'vitest';
import { allowOwnSocket } from './socket-source.ts';

const POLICY = "default-src 'none'; connect-src 'self'; img-src 'self'";

test('names the socket of the page’s own host, in its own scheme', () => {
  expect(allowOwnSocket(POLICY, new URL('http://192.168.1.7:3000/s/AB12CD'))).toBe(
    "default-src 'none'; connect-src 'self' ws://192.168.1.7:3000; img-src 'self'",
  );
  expect(allowOwnSocket(POLICY, new URL('https://cyfran.example/'))).toContain(
    "connect-src 'self' wss://cyfran.example;",
  );
  expect(allowOwnSocket(POLICY, new URL('http://[::1]:3000/'))).toContain("connect-src 'self' ws://[::1]:3000;");
});

test('leaves the policy alone when the host could change it', () => {
  expect(allowOwnSocket(POLICY, new URL("http://a;script-src'none'/"))).toBe(POLICY);
});
