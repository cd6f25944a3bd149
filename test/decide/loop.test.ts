import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyOf, statusOf } from '../../src/decide/case-status.js';
import { decideRun } from '../../src/decide/decide-run.js';
import { type DecisionStore, readStore } from '../../src/decide/store.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from '../report/browser.js';
import { familyCase, resultOf, type SampleCase } from '../report/sample-result.js';

const TOWN = '01130012';
const CASES: readonly SampleCase[] = Array.from({ length: 24 }, (_, index) => familyCase(`F-${index + 1}`));

/** A run's folder as `decide` finds it: pages and findings.jsonl of the contract. */
async function writeRun(dir: string, cases: readonly SampleCase[]): Promise<void> {
  const result = resultOf(new Map([[TOWN, cases]]));
  mkdirSync(dir, { recursive: true });
  await writeReports(result, dir, ['html']);
  const lines = cases.map(({ findingId, fingerprint, candidates }) =>
    JSON.stringify({
      finding_id: findingId,
      fingerprint,
      candidates: candidates.map(({ residentId }) => ({ resident_id: residentId })),
    }),
  );
  writeFileSync(join(dir, 'findings.jsonl'), `${lines.join('\n')}\n`);
}

/** Decides the first 20 cases with the keyboard and gives the exported file. */
async function decideInBrowser(dir: string, reviewer: string): Promise<string> {
  const { page, open, context, complaints } = await visit(dir);
  await page.clock.setFixedTime('2023-06-22T09:00:00.000Z');
  await open(`${TOWN}/index.html#case=F-1`);
  for (let done = 1; done <= 20; done += 1) {
    // The family case has two candidates: 1 asks which, 1 again says C1.
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await page.waitForFunction(
      (next) => document.querySelector('#position')?.textContent?.startsWith(`${next} /`),
      done + 1,
    );
  }
  await page.locator('#transfer summary').click();
  await page.locator('#reviewer').fill(reviewer);
  const download = page.waitForEvent('download');
  await page.locator('[data-act=export]').click();
  const path = join(dir, `${reviewer}.jsonl`);
  await (await download).saveAs(path);
  expect(complaints).toEqual([]);
  await context.close();
  return path;
}

const stateOf = (store: DecisionStore, { findingId, fingerprint, severity }: SampleCase) =>
  statusOf(store, findingId, fingerprint, severity === 'high' ? 2 : 1).state;

describe.skipIf(!hasBrowser())('from the page to the next run and back', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('of 20 decided cases 15 stay closed and 5 with changed evidence reopen, with their history', async () => {
    const first = join(dir, 'first');
    const options = {
      runId: '20230622-001',
      storePath: join(dir, 'decisions.jsonl'),
      now: '2023-06-23T00:00:00.000Z',
    };
    await writeRun(first, CASES);

    const one = await decideInBrowser(first, 'r-1');
    expect(await decideRun(first, [one], options)).toMatchObject({ taken: 20, known: 0, refused: [] });
    const half = await readStore(options.storePath);
    expect(
      CASES.map((item) => stateOf(half, item)).filter((state) => state === 'second-needed'),
    ).toHaveLength(20);

    const two = await decideInBrowser(first, 'r-2');
    expect(await decideRun(first, [one, two], options)).toMatchObject({ taken: 20, known: 20 });

    const store = await readStore(options.storePath);
    const changed = CASES.map((item, index) =>
      index < 5 ? { ...item, fingerprint: `${item.fingerprint}-new` } : item,
    );
    const tonight = changed.map(
      (item): SampleCase => ({
        ...item,
        review: stateOf(store, item),
        history: historyOf(store, item.findingId, item.fingerprint),
      }),
    );
    const states = tonight.map((item) => item.review);
    expect(states).toEqual([
      ...Array(5).fill('reopened'),
      ...Array(15).fill('closed'),
      ...Array(4).fill('open'),
    ]);

    const second = join(dir, 'second');
    await writeRun(second, tonight);
    const { page, open, context } = await visit(second);
    await open(`${TOWN}/index.html#review=reopened`);
    expect(await page.locator('#table tbody tr').count()).toBe(5);
    await open(`${TOWN}/index.html#case=F-1`);
    const [history] = await page.locator('#history').allInnerTexts();
    expect(history).toContain('誤り（R-200 が正しい）');
    expect(history).toContain('その後、証拠が変わりました');
    await context.close();

    expect(await decideRun(second, [one], options)).toMatchObject({ taken: 0, known: 15 });
  });
});
