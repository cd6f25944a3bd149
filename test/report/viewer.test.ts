import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DECISIONS, REASONS } from '../../src/audit/words.js';
import { readExport } from '../../src/decide/read-export.js';
import {
  type DecisionEvent,
  decisionFile,
  readDecisionFile,
} from '../../src/report/html/viewer/decision-file.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, openReport, temporaryFolder } from './browser.js';
import { sampleResult } from './sample-result.js';

const BUNDLE = new URL('../../src/report/html/viewer/bundle.mjs', import.meta.url).href;
const { bundled } = (await import(BUNDLE)) as { bundled(entry: string): Promise<string> };

describe('the scripts of a report', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(sampleResult(), dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each([
    ['01130012/viewer.js', 'main.ts'],
    ['pages.js', 'pages.ts'],
  ])('%s is the bundle of %s: a classic script, the same bytes wherever it is made', async (path, entry) => {
    const text = readFileSync(join(dir, path), 'utf8');
    const here = process.cwd();
    process.chdir(dir);
    const elsewhere = await bundled(entry).finally(() => process.chdir(here));
    expect(elsewhere).toBe(text);
    expect(text).not.toContain(here);
    expect(() => new Script(text)).not.toThrow();
    expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|\bFunction\(/);
    expect(text).not.toMatch(/\bfetch\(|XMLHttpRequest|\bimport\(|\brequire\(/);
  });
});

describe.skipIf(!hasBrowser())('the viewer in its page', () => {
  const report = openReport();

  test('a value stays in its place, with 0, where the other filters leave no case of it', async () => {
    const { page, open, context } = await report.visit();
    const boxes = (facet: string) => page.locator(`#facets label:has(input[data-facet=${facet}])`);
    await open('01130012/index.html');
    const kinds = await boxes('kind').count();
    expect(kinds).toBeGreaterThan(3);
    expect(await page.locator('#facets .check.empty input:not([data-facet=decision])').count()).toBe(0);
    // Nothing is decided yet: all 25 cases are undecided, and each of the six decisions has none.
    expect(await boxes('decision').locator('.number').allInnerTexts()).toEqual([
      '25',
      ...Array.from({ length: 6 }, () => '0'),
    ]);
    await open('01130012/index.html#cause=row-shift');
    expect(await boxes('kind').count()).toBe(kinds);
    expect(await boxes('kind').locator('.number').allInnerTexts()).toContain('0');
    await context.close();
  });

  test('leaves one name, by which data scripts hand over what they hold', async () => {
    const { page, open, complaints, context } = await report.visit();
    const names = () => page.evaluate(() => Object.getOwnPropertyNames(window));
    await open('index.html');
    const before = new Set(await names());
    await open('01130012/index.html#case=C-0001');
    // Elements with an id are no names of the viewer's: they are found on the prototype, not on the window itself.
    expect((await names()).filter((name) => !before.has(name))).toEqual(['totsugo']);
    expect(
      await page.evaluate(() => Object.keys((window as unknown as { totsugo: object }).totsugo)),
    ).toEqual(['take']);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a file of decisions', () => {
  const ORG = { runId: 'r-1', organisation: '01130012', decisions: DECISIONS, reasons: REASONS };
  const EVENTS: readonly DecisionEvent[] = [
    {
      ...{ case: 'C-1', fingerprint: 'f1', decision: 'wrong-candidate', candidate: 'C2' },
      ...{ reason: 'form', at: '2023-06-22T01:02:03.004Z' },
    },
    {
      ...{ case: '事案-2', fingerprint: 'f2', decision: 'withdrawn', candidate: null },
      ...{ reason: null, at: '2023-06-22T01:02:04.004Z' },
    },
  ];
  const text = decisionFile(EVENTS, 'r-12', ORG);
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'totsugo-decisions-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('that the page writes is taken in by the program and by the page', async () => {
    const path = join(dir, 'decisions.jsonl');
    writeFileSync(path, text);
    const options = { now: '2023-06-23T00:00:00.000Z', reviewers: null };
    const { runId, decisions } = readExport(path, readFileSync(path), options);
    expect(runId).toBe('r-1');
    const read = EVENTS.map((event) => ({ ...event, reviewer: 'r-12' }));
    expect(decisions).toEqual(read.map((event, i) => ({ ...event, place: `${path}:${i + 2}` })));
    expect(readDecisionFile(text, ORG)).toEqual(read);
  });

  /** The file with its first line and its decisions changed, and its checksum right again where it can be. */
  const forged = (event: object) => decisionFile([event as DecisionEvent], 'r-12', ORG);
  test.each<[what: string, text: string, outcome: 'broken' | 'other']>([
    ['nothing', '', 'broken'],
    ['no head', '{}\n', 'broken'],
    ['a last line cut off', text.slice(0, -5), 'broken'],
    ['an edited line', text.replace('wrong-candidate', 'right'), 'broken'],
    ['another count', text.replace('"count":2', '"count":3'), 'broken'],
    ['another schema', text.replace('decisions/3', 'decisions/4'), 'broken'],
    [
      'another reviewer in its head',
      text.replace('"reviewer":"r-12","count"', '"reviewer":"r-13","count"'),
      'broken',
    ],
    ['another reviewer in a line', text.replace('"reviewer":"r-12"}', '"reviewer":"r-13"}'), 'broken'],
    ['another run', decisionFile(EVENTS, 'r-12', { ...ORG, runId: 'r-2' }), 'other'],
    ['another organisation', decisionFile(EVENTS, 'r-12', { ...ORG, organisation: '-' }), 'other'],
    ['an unknown decision', forged({ ...EVENTS[0], decision: 'toString' }), 'broken'],
    ['an unknown reason', forged({ ...EVENTS[0], reason: 'a neighbour said so' }), 'broken'],
    ['a fourth candidate', forged({ ...EVENTS[0], candidate: 'C4' }), 'broken'],
    ['a line that is no decision', forged([]), 'broken'],
    ['a decision of the year 9999', forged({ ...EVENTS[0], at: '9999-01-01T00:00:00.000Z' }), 'broken'],
  ])('with %s is refused by the page', (_, damaged, outcome) => {
    expect(readDecisionFile(damaged, ORG)).toBe(outcome);
  });
});
