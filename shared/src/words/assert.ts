/** For the end of a `switch`: the compiler proves that no case is left. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

/** An invariant: throws when a belief about our own code is wrong. */
export function assert(condition: unknown, whyItHolds: string): asserts condition {
  if (condition === false || condition === null || condition === undefined)
    throw new Error(`broken invariant: ${whyItHolds}`);
}
