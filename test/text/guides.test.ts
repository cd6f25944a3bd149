import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DECISIONS } from '../../src/audit/words.js';
import { FINDING_KINDS } from '../../src/findings/kinds/index.js';

const GUIDES = fileURLToPath(new URL('../../docs/ja/', import.meta.url));
const guide = (name: string) => readFileSync(`${GUIDES}${name}.md`, 'utf8');

describe('the guides in Japanese', () => {
  test.each(['README', 'analyst', 'reviewer', 'reporter', 'terms'])('%s leads to what is there', (name) => {
    for (const [, target] of guide(name).matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect([target, existsSync(`${GUIDES}${target}`)]).toEqual([target, true]);
  });

  test('the reviewers’ guide says what every key of every kind means', () => {
    const text = guide('reviewer');
    for (const { choices } of FINDING_KINDS) {
      for (const code of choices.slice(0, 3)) if (code) expect(text).toContain(DECISIONS[code].ja);
    }
  });
});
