// `npm run kill-test -- [--kills N] [--residents N]`: kills second nights, which take over from a first, replacements, purges and
// decisions at random moments and at every stage boundary, tears the files that they leave, and counts. N is how many random moments
// of a run; 20 while a run is replaced and 10 each in purge and decide for every 40 of them. `--sweep N` has random moments alone, one
// night killed again and again, until N kills are counted. `--ci` has the set that CI runs: as many, but of nights that share what
// they can (a night is killed on its way until it ends, a whole one is put in its place twenty times). Prints kills and what was
// wrong, and fails where anything was.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as scenarios from './scenarios.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    residents: { type: 'string', default: '20000' },
    sweep: { type: 'string' },
    ci: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
const made = scenarios.makeWorld(Number(values.residents));
const random = (most) => Math.random() * most;
const counts = {};
const wrong = [];

if (values.sweep) await sweep(Number(values.sweep));
else if (values.ci) await shared();
else await acceptance();
const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
console.log(JSON.stringify({ ...counts, all, wrong }, null, 2));
rmSync(made.home, { recursive: true });
process.exitCode = wrong.length > 0 ? 1 : 0;

async function times(n, what, kill) {
  for (let i = 0; i < Math.ceil(n); i++) await once(what, kill);
}

async function once(what, kill, name = '') {
  try {
    await kill();
  } catch (error) {
    wrong.push(`${what} ${name}: ${error.message}`);
    process.stderr.write(`\n${wrong.at(-1)}\n`);
  }
  counts[what] = (counts[what] ?? 0) + 1;
  process.stderr.write(`\r${what}: ${counts[what]}        `);
}

async function sweep(least) {
  const what = 'random moments of nights killed again and again';
  counts[what] = 0;
  while (counts[what] < least) {
    const most = Math.min(12, least - counts[what]);
    try {
      // Most are short of the whole way, so that a night is gone on with from each place.
      counts[what] += await scenarios.killAgain(made, () => random(made.milliseconds * random(1)), most);
    } catch (error) {
      wrong.push(error.message);
      counts[what] += 1;
    }
    process.stderr.write(
      `${new Date().toISOString()} ${counts[what]} kills, ${wrong.length} wrong ${wrong.at(-1) ?? ''}\n`,
    );
  }
}

async function shared() {
  await sweep(40);
  await times(1, 'one night killed at every stage boundary', () =>
    scenarios.killAllTheWay(made, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
  );
  const before = await scenarios.wholeNight(made);
  await times(10, 'while a run is replaced', () =>
    scenarios.killReplacement(made, before, scenarios.replaced),
  );
  await times(10, 'about when a run is replaced', () =>
    scenarios.killReplacement(made, before, 200 + random(1800)),
  );
  await times(10, 'in purge', () => scenarios.killPurge(made, random(900)));
  await times(10, 'in decide', () => scenarios.killDecide(made, random(900)));
  for (const size of [0, 0.5]) {
    await times(2, `all state files torn to ${size}`, () =>
      scenarios.killAndTear(made, random(made.milliseconds), size),
    );
    for (const expected of ['goes on', 'anew'])
      await times(1, `kept files torn to ${size}`, () => scenarios.tearKeptTogether(made, size, expected));
    const each = (name, work) => once(`one kept file torn to ${size}`, work, name);
    await scenarios.tearKept(made, size, each, scenarios.STANDING);
  }
}

async function acceptance() {
  await times(kills, 'random moments of a run', () => scenarios.killRun(made, random(made.milliseconds)));
  for (let place = 1; place <= 9; place++)
    await times(1, 'stage boundaries', () => scenarios.killRun(made, scenarios.stageDone(place)));
  await times(kills / 4, 'when the new night is whole', () => scenarios.killRun(made, scenarios.whole));
  await times(kills / 4, 'while a run is replaced', () => scenarios.killRun(made, scenarios.replaced));
  await times(kills / 4, 'in purge', () => scenarios.killPurge(made, random(900)));
  await times(kills / 4, 'in decide', () => scenarios.killDecide(made, random(900)));
  await times(1, 'one night killed eleven times on its way', () =>
    scenarios.killAllTheWay(made, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
  );
  for (const size of [0, 0.5]) {
    await times(kills / 8, `all state files torn to ${size}`, () =>
      scenarios.killAndTear(made, random(made.milliseconds), size),
    );
    await scenarios.tearKept(made, size, (name, work) => once(`one kept file torn to ${size}`, work, name));
  }
}
