import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from './browser.js';
import { PAGE_TYPES, writeEveryPage } from './page-types.js';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const files = (dir: string, pattern: RegExp) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => pattern.test(name));

let dir: string;
beforeAll(async () => {
  dir = temporaryFolder();
  await writeEveryPage(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const typeOf = (path: string) =>
  /<body data-page="([a-z-]+)"/.exec(readFileSync(join(dir, path.split('#')[0]!), 'utf8'))![1]!;

test('every page type that the program draws is looked at and read by axe', () => {
  const drawn = files(SOURCE, /\.tsx?$/).flatMap((name) => {
    const text = readFileSync(join(SOURCE, name), 'utf8');
    return text.includes('drawPage(')
      ? [...text.matchAll(/\bpage: '([a-z-]+)'/g)].map((found) => found[1]!)
      : [];
  });
  const listed = Object.values(PAGE_TYPES).map(typeOf);
  expect(drawn.length).toBeGreaterThan(6);
  expect([...new Set(listed)].sort()).toEqual([...new Set(drawn)].sort());
});

test('every file that is written is of a type that is looked at', () => {
  const listed = new Set(Object.values(PAGE_TYPES).map(typeOf));
  const unseen = files(dir, /\.html$/).filter((name) => !listed.has(typeOf(name)));
  expect(unseen).toEqual([]);
});

test('the evaluation names sources by their titles', () => {
  for (const path of [PAGE_TYPES.evaluation, PAGE_TYPES.decided]) {
    const html = readFileSync(join(dir, path), 'utf8');
    expect(html).toContain('<span lang="ja">健康保険</span><span lang="en">Health insurance</span>');
    expect(html).not.toMatch(/<td>(<span[^>]*>)?insurance</);
  }
});
