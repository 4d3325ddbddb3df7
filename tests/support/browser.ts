import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** The name of a hall on the local network: to a browser it is no loopback address, and so no secure context. */
export const HALL_NAME = 'neuadd.example';

/** A headless Chromium that talks to nobody but the server under test, also by the hall's name. Close it when done. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${HALL_NAME} 127.0.0.1`,
    ],
  });
}
