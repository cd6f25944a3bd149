import { rmSync } from 'node:fs';
import { afterAll, beforeAll, test } from 'vitest';
import { killAllTheWay, makeWorld } from './scenarios.mjs';

// Every kind of kill once, on a small world; `npm run kill-test` has many of each on a larger one, and counts.
let made: ReturnType<typeof makeWorld>;
beforeAll(() => {
  made = makeWorld(100);
});
afterAll(() => rmSync(made.home, { recursive: true, force: true }));

test('a night killed on its way, when whole, while replaced, in decide and in purge leaves nothing wrong or half', async () => {
  await killAllTheWay(made, [1, 3, 5, 7]);
}, 240_000);
