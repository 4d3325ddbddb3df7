import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['client/src', 'server/src', 'shared/src', 'tests'];
const ENDINGS = /\.(ts|svelte|css|mjs|html)$/;

/** One file of ours. `path` is from the root, with `/`. `imports`: every specifier it names, types and `import()` included. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly string[];
  /** A test, or what stands in a folder `testing/` for tests alone. */
  readonly isTest: boolean;
}

/** Every file that we write by hand in the four packages. */
export function readSources(): Source[] {
  return FOLDERS.flatMap((folder) => {
    const inside = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    const paths = inside.map((name) => `${folder}/${name.split(sep).join('/')}`);
    return paths.filter((path) => ENDINGS.test(path) && !path.includes('node_modules/')).map(readSource);
  });
}

/** The text of a file of the project, or nothing where it is not there. `path` is from the root. */
export function readIfThere(path: string): string {
  const full = join(ROOT, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : '';
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return {
    path,
    text,
    lines: text.trimEnd().split('\n').length,
    imports: ts.preProcessFile(scriptOf(path, text), true, true).importedFiles.map(({ fileName }) => fileName),
    isTest: path.endsWith('.test.ts') || path.includes('/testing/') || path.startsWith('tests/'),
  };
}

/** What TypeScript reads of a file: all of it, or the scripts of a component, or nothing. */
function scriptOf(path: string, text: string): string {
  if (/\.(ts|mjs)$/.test(path)) return text;
  if (!path.endsWith('.svelte')) return '';
  return [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script ?? '').join('\n');
}

/** The file of ours that an import means, from the root; `undefined` for a package or a built-in module. */
export function target(source: Source, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(source.path), specifier);
  if (specifier.startsWith('#lib/')) return specifier.replace('#lib/', 'client/src/lib/');
  const [, name, rest] = /^@cyfran\/(shared|server)\/(.+)$/.exec(specifier) ?? [];
  return name !== undefined && rest !== undefined ? `${name}/src/${rest}` : undefined;
}

/** Each circle of imports once, as its files in order. */
export function circles(sources: readonly Source[]): string[][] {
  const known = new Map(sources.map((source) => [source.path, source]));
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path]);
    const source = known.get(path);
    if (start >= 0 || source === undefined || done.has(path)) return;
    for (const specifier of source.imports) {
      const next = target(source, specifier);
      if (next !== undefined) visit(next, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of known.keys()) visit(path, []);
  return found;
}

/** Calls `see` with every node of a script, comments and strings left out of the question. */
export function walk(source: Source, see: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(source.path, scriptOf(source.path, source.text), ts.ScriptTarget.Latest));
}

/** The titles of a file's tests and of the groups they stand in. */
export function titles(source: Source): string[] {
  const found: string[] = [];
  walk(source, (node) => {
    const title = ts.isCallExpression(node) && isTestCall(node.expression) ? node.arguments[0] : undefined;
    if (title === undefined) return;
    if (ts.isStringLiteralLike(title)) found.push(title.text);
    else if (ts.isTemplateExpression(title)) found.push(title.head.text);
  });
  return found;
}

/** `test(...)`, and as well `test.each(...)(...)`, `describe.skip(...)`. */
function isTestCall(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return /^(test|it|describe)$/.test(callee.text);
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return isTestCall(callee.expression);
  return false;
}
