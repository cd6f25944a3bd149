// `npm run kill-test -- [--kills N] [--residents N]`: kills runs, replacements, purges and decisions at random moments and at every
// stage boundary, tears the state files that they leave, and counts. N is how many random moments of a run; the others
// are half and a quarter of it. Ends at the first thing that is wrong, with what it was.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as scenarios from './scenarios.mjs';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '40' }, residents: { type: 'string', default: '20000' } },
});
const kills = Number(values.kills);
const made = scenarios.makeWorld(Number(values.residents));
const random = (most) => Math.random() * most;
const counts = {};

await times(kills, 'random moments of a run', () => scenarios.killRun(made, random(made.milliseconds)));
for (let place = 1; place <= 9; place++)
  await times(1, 'stage boundaries', () => scenarios.killRun(made, scenarios.stageDone(place)));
await times(kills / 4, 'when the new night is whole', () => scenarios.killRun(made, scenarios.whole));
await times(kills / 4, 'while a run is replaced', () => scenarios.killRun(made, scenarios.replaced));
for (const size of [0, 0.5])
  await times(kills / 8, `torn to ${size}`, () =>
    scenarios.killAndTear(made, random(made.milliseconds), size),
  );
await times(kills / 4, 'in purge', () => scenarios.killPurge(made, random(900)));
await times(kills / 4, 'in decide', () => scenarios.killDecide(made, random(900)));
console.log(
  JSON.stringify({ ...counts, all: Object.values(counts).reduce((sum, n) => sum + n, 0) }, null, 2),
);
rmSync(made.home, { recursive: true });

async function times(n, what, kill) {
  for (let i = 0; i < Math.ceil(n); i++) {
    await kill();
    counts[what] = (counts[what] ?? 0) + 1;
    process.stderr.write(`\r${what}: ${counts[what]}        `);
  }
}
