import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What people read stands in these files; columns of inputs, which offices name as they like, and made-up worlds do not. */
const SPOKEN = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter(
    (path) =>
      /\.(ts|tsx|css)$/.test(path) &&
      !/^(synth|inspect|normalize)\//.test(path) &&
      !['audit/item-name-table.ts', 'audit/item-name-patterns.ts', 'ingest/total-row.ts'].includes(path),
  );

const spoken = SPOKEN.map(
  (path) => [path, withoutComments(readFileSync(`${ROOT}src/${path}`, 'utf8'))] as const,
);

/** Rows of the table of terms: the word, and those that are not used for it. */
const TERMS = readFileSync(`${ROOT}docs/ja/terms.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (使う言葉|---)/.test(line))
  .map((line) => {
    const [used, unused] = line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, 3) as [string, string];
    return { used: used.split('、'), unused: unused.split('、') };
  });

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function placesOf(pattern: RegExp): readonly string[] {
  return spoken.flatMap(([path, code]) => [...code.matchAll(pattern)].map(([text]) => `${path}: ${text}`));
}

describe('the list of terms', () => {
  test('is read', () => {
    expect(TERMS.length).toBeGreaterThan(15);
    expect(spoken.length).toBeGreaterThan(200);
  });

  test.each(TERMS)('$used and not $unused', ({ used, unused }) => {
    for (const word of unused) expect([word, placesOf(new RegExp(word, 'g'))]).toEqual([word, []]);
    expect(used.some((word) => placesOf(new RegExp(word.replace(/（.*$/, ''), 'g')).length > 0)).toBe(true);
  });

  test('whose 担当者 it is stands before it, but for the title that earlier tables had and for headers of other systems', () => {
    const code = /(?<!登録|点検)担当者/g;
    expect(placesOf(code).filter((place) => !/^audit\/(hand-off|kana-words|name-words)/.test(place))).toEqual(
      [],
    );
  });

  test('brackets in Japanese are full-width', () => {
    expect(placesOf(/[ぁ-ん一-鿿]\([^)]*\)(?=['`"、。])|\([ぁ-ん一-鿿][^)]*\)[、。']/g)).toEqual([]);
  });
});
