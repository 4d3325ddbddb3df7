import { LANGUAGES, type TakenProposal } from './imported-proposal.ts';
import type { Text } from '../words/text.ts';

/** As `ProposalId` has it; said again because its schema is too heavy for a phone. A test holds the two together. */
const LEGAL_ID = /^[^\s,;"\p{Cc}\p{Cf}]{1,64}$/u;

/** Whether a text can be the id of a proposal. */
export function isLegalId(id: string): boolean {
  return LEGAL_ID.test(id) && id.length <= 64;
}

/**
 * Gives ids to what came without one: that of the proposal of the same name which is there already, else `p<n>` that nobody has.
 * `given`: every id that the sheet itself gives.
 */
export class IdGiver {
  readonly #used: Set<string>;
  readonly #taken: ReadonlySet<string>;
  readonly #byName: ReadonlyMap<string, string>;
  #next = 1;

  constructor(taken: readonly TakenProposal[], given: readonly string[]) {
    this.#used = new Set(given);
    this.#byName = new Map(taken.flatMap(({ proposal, name }) => namesOf(name).map((one) => [one, proposal] as const)));
    this.#taken = new Set(taken.map(({ proposal }) => proposal));
  }

  /** The id of the next proposal without one. */
  idFor(name: Text): string {
    const same = namesOf(name).map((one) => this.#byName.get(one));
    const known = same.find((id) => id !== undefined && !this.#used.has(id));
    const id = known ?? this.#nextFree();
    this.#used.add(id);
    return id;
  }

  #nextFree(): string {
    for (;;) {
      const id = `p${String(this.#next)}`;
      this.#next += 1;
      if (!this.#used.has(id) && !this.#taken.has(id)) return id;
    }
  }
}

/** A name in each of its languages, as names are compared: without case. */
export function namesOf(name: Text): string[] {
  return LANGUAGES.flatMap((language) => {
    const said = name[language];
    return said === undefined ? [] : [`${language}:${said.toLowerCase()}`];
  });
}
