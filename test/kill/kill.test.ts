import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  killAndTear,
  killDecide,
  killPurge,
  killRun,
  makeWorld,
  replaced,
  stageDone,
  whole,
} from './scenarios.mjs';

// A few kills of each kind on a small world; `npm run kill-test` has many on a larger one.
let made: ReturnType<typeof makeWorld>;
beforeAll(() => {
  made = makeWorld(200);
});
afterAll(() => rmSync(made.home, { recursive: true, force: true }));

test.each<[string, () => Promise<unknown>]>([
  ['between two stages', () => killRun(made, stageDone(6))],
  ['when the new night is whole and not in its place', () => killRun(made, whole)],
  ['between the two renames', () => killRun(made, replaced)],
  ['in purge', () => killPurge(made, 350)],
  ['in decide', () => killDecide(made, 600)],
])(
  'killed %s, nothing is wrong or half',
  async (_, kill) => {
    await kill();
  },
  180_000,
);

test('state files torn to half of their length are made again', async () => {
  expect(await killAndTear(made, stageDone(4), 0.5)).toBeGreaterThanOrEqual(5);
}, 180_000);
