import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RELATIONS } from '../src/audit/relations.js';
import { CAUSES } from '../src/findings/causes/index.js';
import { FINDING_KINDS } from '../src/findings/kinds/index.js';
import { BLOCKING_RULES } from '../src/rivals/rules/index.js';
import { COMPARISONS } from '../src/verify/comparisons/index.js';

/** Folders where one file is one extension: its members, and the tests that must name each of them. */
const FOLDERS = [
  { folder: 'findings/kinds', members: FINDING_KINDS, test: 'findings/kinds.test.ts' },
  { folder: 'findings/causes', members: CAUSES, test: 'findings/causes.test.ts' },
  { folder: 'rivals/rules', members: BLOCKING_RULES, test: 'rivals/rules.test.ts' },
] as const;

describe.each(FOLDERS)('src/$folder', ({ folder, members, test }) => {
  const source = new URL(`../src/${folder}/`, import.meta.url);
  const tested = readFileSync(new URL(test, import.meta.url), 'utf8');

  it('lists every file in its index, and nothing else', () => {
    const files = readdirSync(source).flatMap((name) =>
      name === 'index.ts' ? [] : [name.replace('.ts', '')],
    );
    expect(members.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it.each(members.map((member) => [member.id, member] as const))(
    '%s speaks both languages and is tested',
    (id, member) => {
      expect(member.title.ja).toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
      expect(member.title.en).toMatch(/^[A-Z]/);
      expect(tested).toContain(`'${id}'`);
    },
  );
});

describe('comparisons', () => {
  it.each(COMPARISONS.map((comparison) => [comparison.id, comparison] as const))(
    '%s has levels in order',
    (_, comparison) => {
      const { levels } = comparison;
      expect(levels[0]).toMatchObject({ id: 'missing', kind: 'missing', m: 0 });
      expect(new Set(levels.map(({ id }) => id)).size).toBe(levels.length);
      for (const { title } of levels) expect(title.ja && title.en).toBeTruthy();
      for (const { m } of levels.slice(1)) expect(m).toBeGreaterThan(0);
    },
  );
});

describe('relations', () => {
  it('have bits of their own and shares that sum to one', () => {
    expect(new Set(RELATIONS.map(({ bit }) => bit)).size).toBe(RELATIONS.length);
    expect(RELATIONS.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});
