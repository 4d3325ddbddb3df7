import { expect } from 'vitest';
import type { SetUp } from '@cyfran/shared/session/set-up.ts';

/** A card as it is printed. */
export interface PrintedCard {
  readonly number: number;
  readonly code: string;
}

/** One answer of the API. */
export interface ApiAnswer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One request with a bearer's secret, as a page sends it. */
export function callApi(url: string, secret: string, method: Method, path: string, body?: unknown): Promise<Response> {
  const headers = {
    authorization: `Bearer ${secret}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

/** What the hosts of one meeting do over HTTP, with the host's key or a facilitator's secret. */
export class Desk {
  readonly #url: string;
  readonly #sid: string;
  readonly #secret: string;

  constructor(url: string, sid: string, secret: string) {
    this.#url = url;
    this.#sid = sid;
    this.#secret = secret;
  }

  /** Whatever comes of it. */
  async ask(method: Method, path: string, body?: unknown): Promise<ApiAnswer> {
    const answer = await callApi(this.#url, this.#secret, method, `/api/sessions/${this.#sid}${path}`, body);
    return { status: answer.status, json: (await answer.json()) as ApiAnswer['json'] };
  }

  async setUp(): Promise<{ readonly seen: number; readonly setUp: SetUp; readonly changeable: readonly string[] }> {
    const { seen, setUp, changeable } = await this.#done('GET', '/set-up');
    return { seen, setUp, changeable } as unknown as { seen: number; setUp: SetUp; changeable: string[] };
  }

  async link(role: 'facilitator' | 'helper' | 'stage' | 'tablet'): Promise<string> {
    return String((await this.#done('POST', '/links', { role })).secret);
  }

  async cards(count: number, test = false): Promise<PrintedCard[]> {
    return (await this.#done('POST', '/cards', { count, test })).cards as PrintedCard[];
  }

  async card(test = false): Promise<PrintedCard> {
    const [card] = await this.cards(1, test);
    return card!;
  }

  async replace(number: number): Promise<PrintedCard> {
    return (await this.#done('POST', `/cards/${String(number)}/replace`)) as unknown as PrintedCard;
  }

  async void(number: number): Promise<void> {
    await this.#done('POST', `/cards/${String(number)}/void`);
  }

  async listed(): Promise<unknown> {
    return (await this.#done('GET', '/cards')).cards;
  }

  async #done(method: Method, path: string, body?: unknown): Promise<ApiAnswer['json']> {
    const { status, json } = await this.ask(method, path, body);
    expect([200, 201], JSON.stringify(json)).toContain(status);
    return json;
  }
}
