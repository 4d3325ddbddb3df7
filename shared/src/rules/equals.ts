/** Runs of equals in what is sorted already. */
export function groupsOfEquals<One>(sorted: readonly One[], areEqual: (a: One, b: One) => boolean): One[][] {
  const groups: One[][] = [];
  for (const one of sorted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && areEqual(last[0], one)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** What stands in one of two outcomes alone. */
export function differing<One>(some: readonly One[], others: readonly One[]): Set<One> {
  const [left, right] = [new Set(some), new Set(others)];
  return new Set([...some.filter((one) => !right.has(one)), ...others.filter((one) => !left.has(one))]);
}
