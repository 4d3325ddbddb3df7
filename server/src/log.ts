/** Structured lines, handed in (pino in the product). A line holds ids and numbers; never a name, a text, a ballot, a secret or an address. */
export interface Log {
  debug(facts: object, what: string): void;
  info(facts: object, what: string): void;
  warn(facts: object, what: string): void;
  error(facts: object, what: string): void;
}
