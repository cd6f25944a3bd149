import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAMAGES, makeSampleData } from '../../src/synth/sample-data.js';

const COMMITTED = new URL('../../sample-data/', import.meta.url);
let made: string;

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'totsugo-test-'));
  await makeSampleData(made);
});
afterAll(() => rm(made, { recursive: true }));

test.each([...Object.keys(DAMAGES), 'truth.csv', 'truth-residents.csv', 'damaged.csv'])(
  '%s is what the generator makes',
  async (file) => {
    const [committed, again] = await Promise.all([
      readFile(new URL(file, COMMITTED)),
      readFile(join(made, file)),
    ]);
    expect(again.equals(committed)).toBe(true);
  },
);

test('the README lists every damaged row', async () => {
  const readme = await readFile(new URL('README.md', COMMITTED), 'utf8');
  const listed = (await readFile(new URL('damaged.csv', COMMITTED), 'utf8')).trim().split('\n').slice(1);
  expect(listed.length).toBeGreaterThanOrEqual(15);
  for (const row of listed) {
    const [file, line, ...what] = row.split(',');
    expect(readme).toMatch(new RegExp(`\\| \`${file}\`\\s*\\|\\s*${line} \\| ${what.join(',')}\\s*\\|`));
  }
});
