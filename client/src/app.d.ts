import type { IncomingMessage } from 'node:http';
import type { Locale } from '@cyfran/shared/words/locale.ts';

declare global {
  namespace App {
    interface Locals {
      locale: Locale;
    }
    /** Express is in front: what it has for a page stands on the request it hands over. */
    interface Platform {
      req: IncomingMessage;
    }
  }
}
