import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { circles, readIfThere, readSources, target, titles, walk, type Source } from './support/sources.ts';

/** Longest file, in lines. Catalogues of words and tests may be longer. */
const MAX_LINES = 300;

/** Layers of `shared/src`, lowest first: a file imports from its own layer and from those below, never from above. */
const SHARED_LAYERS = [
  ['words/'],
  ['i18n/'],
  ['ballots/', 'rules/', 'record/', 'pabulib/', 'sheet/', 'floor/', 'opinion/'],
  ['activities/'],
  ['session/'],
  ['telling/'],
  ['examples/'],
  ['protocol.ts'],
];

/** Layers of `server/src`, lowest first. What stands beside these folders (config, clock, log) imports none of them. */
const SERVER_LAYERS = [
  [''],
  ['redis/'],
  ['journal/', 'nodes/'],
  ['meeting/', 'access/', 'people/', 'record/'],
  ['robots/'],
  ['http/', 'live/', 'storage/'],
  ['server.ts'],
  ['start.ts'],
  ['main.ts', 'cli/'],
];

const sources = readSources();
const working = sources.filter(({ isTest }) => !isTest);

describe('directions', () => {
  test('the client and the server meet in shared alone', () => {
    expect(breaches(inside('client/'), (_, to) => to.startsWith('server/'))).toEqual([]);
    expect(breaches(inside('server/'), (_, to) => to.startsWith('client/'))).toEqual([]);
  });

  test('shared imports zod and itself, nothing else', () => {
    const others = inside('shared/').flatMap((source) =>
      source.imports
        .filter((name) => name !== 'zod' && name !== 'zod/mini' && target(source, name)?.startsWith('shared/') !== true)
        .map((name) => `${source.path} imports ${name}`),
    );
    expect(others).toEqual([]);
  });

  test('the verifier is one file that needs nothing but what Node has', () => {
    const text = readIfThere('shared/verify/verify.mjs');
    const { importedFiles } = ts.preProcessFile(text, true, true);
    expect(importedFiles.map(({ fileName }) => fileName).filter((name) => !name.startsWith('node:'))).toEqual([]);
    expect(text).toContain('export function verify');
  });

  test('inside shared: protocol, session, activities, then ballots, rules and record, then words', () => {
    expect(upwards('shared/src/', SHARED_LAYERS)).toEqual([]);
  });

  test('the words of the pages (i18n) know only the words of the meeting', () => {
    const allowed = /^shared\/src\/(words|i18n)\//;
    expect(breaches(inside('shared/src/i18n/'), (_, to) => !allowed.test(to))).toEqual([]);
  });

  test('decide and evolve never import each other', () => {
    const crossing = (from: string, to: string) =>
      (from.endsWith('/decide.ts') && to.endsWith('/evolve.ts')) ||
      (from.endsWith('/evolve.ts') && to.endsWith('/decide.ts'));
    expect(breaches(inside('shared/'), crossing)).toEqual([]);
  });

  test('the core knows what an activity is, and each activity only through the registry', () => {
    const around = (_: string, to: string) => /^shared\/src\/activities\/(?!(registry|activity)\.ts$)/.test(to);
    expect(breaches(inside('shared/src/session/'), around)).toEqual([]);
  });

  test('inside the server: main, start, server, then http and live, then meeting and access, then journal', () => {
    expect(upwards('server/src/', SERVER_LAYERS)).toEqual([]);
  });

  test('what leaves the server about a session passes viewFor: nobody there asks the core for less', () => {
    const exits = /\b(recordOf|publicationOf|kindOf|sealOf)\b/;
    expect(
      inside('server/')
        .filter(({ text }) => exits.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
    const askers = inside('server/').filter(({ text }) => /\bviewFor\(/.test(text));
    expect(askers.map(({ path }) => path).sort()).toEqual([
      'server/src/http/records.ts',
      'server/src/live/broadcaster.ts',
      'server/src/live/receipt.ts',
    ]);
  });

  test('nobody but the storage chooses a journal', () => {
    const named = /^server\/src\/journal\/(disk|redis)-journal\.ts$/;
    const may = /^server\/src\/(storage|journal)\//;
    expect(breaches(inside('server/'), (from, to) => named.test(to) && !may.test(from))).toEqual([]);
  });
});

describe('imports', () => {
  test('go in no circle, types included', () => {
    expect(circles(sources).map((files) => files.join(' -> '))).toEqual([]);
  });

  test('name the file, with its ending', () => {
    // Kit makes ./$types; there is no such file.
    const bare = sources.flatMap((source) =>
      source.imports
        .filter(
          (name) => /^(\.|#lib\/|@cyfran\/)/.test(name) && !/\.(ts|mjs|svelte|css|json)(\?worker&url)?$/.test(name),
        )
        .filter((name) => !/^\.\.?\/\$types$/.test(name))
        .map((name) => `${source.path} imports ${name}`),
    );
    expect(bare).toEqual([]);
  });

  test('pass through no barrel', () => {
    expect(sources.filter(({ path }) => /\/index\.(ts|js)$/.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('shared', () => {
  test('asks neither the time nor for luck: both are handed in', () => {
    expect(inside('shared/').flatMap((source) => impurities(source))).toEqual([]);
  });
});

describe('the rules of a meeting', () => {
  const written = readIfThere('shared/RULES.md').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm);
  const rules = [...written].map(([, id]) => id!);
  const named = new Map(
    sources.flatMap((source) =>
      titles(source).flatMap((title) => [...title.matchAll(/\[([A-Z]\d+)\]/g)].map(([, id]) => [id!, source.path])),
    ),
  );

  test('are written down, each id once', () => {
    expect(rules).not.toEqual([]);
    expect(rules).toEqual([...new Set(rules)]);
  });

  test('are each named by a test', () => {
    expect(rules.filter((id) => !named.has(id))).toEqual([]);
  });

  test('are the only ones that tests name', () => {
    expect([...named].filter(([id]) => !rules.includes(id)).map(([id, path]) => `${path} names ${id}`)).toEqual([]);
  });
});

describe('files', () => {
  test(`have at most ${String(MAX_LINES)} lines`, () => {
    const long = working.filter(({ path, lines }) => lines > MAX_LINES && !path.includes('/i18n/'));
    expect(long.map(({ path, lines }) => `${path} has ${String(lines)}`)).toEqual([]);
  });

  test('put nothing off', () => {
    const putOff = new RegExp(`\\b(${['TO', 'FIX', 'XX'].join('|')})(DO|ME|X)\\b`);
    expect(sources.filter(({ text }) => putOff.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

function inside(folder: string): Source[] {
  return working.filter(({ path }) => path.startsWith(folder));
}

/** The imports of a file of ours by one of `from` that `isWrong` says are wrong. */
function breaches(from: readonly Source[], isWrong: (from: string, to: string) => boolean): string[] {
  return from.flatMap((source) =>
    source.imports
      .map((name) => target(source, name))
      .filter((to) => to !== undefined)
      .filter((to) => isWrong(source.path, to))
      .map((to) => `${source.path} imports ${to}`),
  );
}

function upwards(root: string, layers: readonly (readonly string[])[]): string[] {
  const layer = (path: string) => layers.findLastIndex((names) => names.some((name) => path.startsWith(root + name)));
  const strangers = inside(root).filter(({ path }) => layer(path) < 0);
  return [
    ...strangers.map(({ path }) => `${path} stands in no layer`),
    ...breaches(inside(root), (from, to) => to.startsWith(root) && layer(to) > layer(from)),
  ];
}

/** Where a file asks the clock, the dice or the machine. */
function impurities(source: Source): string[] {
  const asked: string[] = [];
  walk(source, (node) => {
    if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && (node.arguments ?? []).length === 0) {
      asked.push('new Date()');
    }
    if (!ts.isPropertyAccessExpression(node)) return;
    const name = node.name.text;
    if (isNamed(node.expression, 'Date') && name === 'now') asked.push('Date.now');
    if (isNamed(node.expression, 'Math') && name === 'random') asked.push('Math.random');
    for (const machine of ['crypto', 'performance', 'process', 'globalThis']) {
      if (isNamed(node.expression, machine)) asked.push(`${machine}.${name}`);
    }
  });
  return asked.map((what) => `${source.path} asks ${what}`);
}

function isNamed(node: ts.Expression, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
