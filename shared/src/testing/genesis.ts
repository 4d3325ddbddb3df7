import { canonical, sha256 } from './canonical.ts';

/** A test's session key: the first of RFC 8032, section 7.1, so that nobody takes it for a secret. */
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
export const PRIVATE_KEY: Uint8Array = Buffer.from(`302e020100300506032b657004220420${SEED}`, 'hex');
const PUB = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString(
  'base64url',
);

/** Line 0 of every test's meeting. */
export const GENESIS = {
  sid: 's-0123456789abcdef',
  createdAt: '2026-11-23T12:00:00Z',
  kid: sha256(PUB).toString('base64url').slice(0, 8),
  pub: PUB,
} as const;

export const GENESIS_ID: string = sha256(`cyfran/genesis/v1\n${canonical(GENESIS)}`).toString('base64url');
