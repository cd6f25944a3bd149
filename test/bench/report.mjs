// What the review report promises for 100,000 findings of a real run: `npm run bench:report [-- FOLDER]`. Takes minutes
// and 2 GB in the folder (default: a temporary one); a folder with a run in it is reported on anew.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname;
const LIMITS = { seconds: 60, index: 2_000_000, shard: 1_000_000, paint: 1000 };

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'totsugo-bench-'));
const [world, out] = [join(folder, 'world'), join(folder, 'run')];
const totsugo = (...args) =>
  execFileSync(process.execPath, [CLI, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

if (!existsSync(world)) {
  totsugo('synth', '--out', world, '--residents', '400000', '--seed', '5', '--wrong-rate', '0.08');
}
rmSync(join(out, 'work/stage-9-report.json'), { force: true });
totsugo('run', join(world, 'pipeline.yaml'), '--out', out, '--resume', '--quiet');

const { stages } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
const report = stages.find(({ name }) => name === 'report');
const organisations = readdirSync(out).filter((name) => existsSync(join(out, name, 'data')));
const bytes = (path) => statSync(path).size;
const scripts = (name, kind) =>
  readdirSync(join(out, name, 'data')).filter((file) => file.startsWith(kind)).length;
const largest = organisations.reduce((most, name) =>
  scripts(name, 'cases') > scripts(most, 'cases') ? name : most,
);
const shards = organisations.flatMap((name) =>
  readdirSync(join(out, name, 'data')).map((file) => bytes(join(out, name, 'data', file))),
);
const indexes = [join(out, 'index.html'), ...organisations.map((name) => join(out, name, 'index.html'))].map(
  bytes,
);

const line = (what, value, limit, unit) =>
  console.log(`${what.padEnd(34)} ${value} ${unit}  (< ${limit} ${unit}: ${value < limit ? 'yes' : 'NO'})`);
const load = loadavg()[0].toFixed(1);
console.log(`${report.rows_out.toLocaleString('en')} findings, ${cpus().length} cores, load ${load}`);
line('reports written in', report.seconds, LIMITS.seconds, 's');
line('largest index', Math.max(...indexes), LIMITS.index, 'bytes');
line('largest shard', Math.max(...shards), LIMITS.shard, 'bytes');
line('first paint of the list', await paint(largest), LIMITS.paint, 'ms');
line('first paint of the list of all', await paint('all'), LIMITS.paint, 'ms');
line('first paint of the last case', await paint(largest, lastCase()), LIMITS.paint, 'ms');
if (!process.argv[2]) rmSync(folder, { recursive: true });

/** Milliseconds from the start of the visit to the frame after list or case are there, in a fresh browser. */
async function paint(name, hash = '') {
  return withPage(async (page) => {
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector('#list:not([hidden]) tbody tr, #case:not([hidden]) h1')) return;
        watch.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('painted')));
      });
      watch.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(`file://${out}/${name}/index.html${hash}`);
    await page.waitForFunction(() => performance.getEntriesByName('painted').length > 0);
    return Math.round(await page.evaluate(() => performance.getEntriesByName('painted')[0].startTime));
  });
}

/** Address of the last case of the largest organisation, as somebody would send it. */
function lastCase() {
  const data = join(out, largest, 'data');
  const taken = (file) => {
    let held;
    const take = (_kind, _number, value) => {
      held = value;
    };
    new Function('totsugo', readFileSync(join(data, file), 'utf8'))({ take });
    return held;
  };
  const { total, lists } = taken('org-0.js');
  const [id] = taken(`list-${lists - 1}.js`).rows.at(-1);
  return `#case=${id}&at=${total - 1}`;
}

async function withPage(visit) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const page = await browser.newPage();
  const answer = await visit(page);
  await browser.close();
  return answer;
}
