import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import type { Summary } from '../../src/audit/summary.js';
import { kindOf } from '../../src/findings/kinds/index.js';
import { hasBrowser, visit } from '../report/browser.js';
import { json, lines, ROOT, SAMPLE, temporary, totsugo } from './program.js';

/** The office with the most cases: it issues the cards. */
const TOWN = '142999';
const DECIDED = 20;

/** The fields of one record of cards.csv, edited in CP932 without touching another byte of the file. */
function editCard(path: string, recordId: string, edit: (fields: string[]) => string[]): void {
  const rows = readFileSync(path, 'latin1').split('\r\n');
  const at = rows.findIndex((row) => row.startsWith(`${recordId},`));
  const fields = iconv.decode(Buffer.from(rows[at]!, 'latin1'), 'cp932').split(',');
  rows[at] = iconv.encode(edit(fields).join(','), 'cp932').toString('latin1');
  writeFileSync(path, rows.join('\r\n'), 'latin1');
}

/** The town's findings in the order of its list, by the data of its page; what belongs together follows the first of it. */
function asListed(run: string, findings: readonly Finding[]): Finding[] {
  const ids: string[] = [];
  const take = (_kind: string, _number: number, { rows }: { rows: readonly [string][] }) =>
    ids.push(...rows.map(([id]) => id));
  new Function('totsugo', readFileSync(join(run, TOWN, 'data', 'list-0.js'), 'utf8'))({ take });
  const listed = ids.flatMap((id) => findings.filter(({ finding_id }) => finding_id === id));
  const incidents = [...new Set(listed.map(({ incident }) => incident))];
  return incidents.flatMap((incident) => listed.filter((finding) => finding.incident === incident));
}

const asksWhose = ({ kind }: Finding) => kindOf(kind).choices.includes('wrong-candidate');

/**
 * What a clerk presses: the candidate if there is one, the first if there are several, else "owner unknown"; of several records of
 * one resident the first that is not linked wrongly is valid, and no other; of kinds that ask something else the first answer.
 */
function keysFor(item: Finding, cases: readonly Finding[]): readonly string[] {
  const { candidates } = item;
  if (kindOf(item.kind).choices.includes('other-valid')) {
    const isOut = ({ record_id }: Finding) =>
      cases.some((other) => other.record_id === record_id && asksWhose(other));
    const valid = cases.find(
      (other) => other.kind === item.kind && other.resident_id === item.resident_id && !isOut(other),
    );
    return valid === item ? ['1'] : ['2'];
  }
  if (!asksWhose(item)) return ['1'];
  if (candidates.length === 0) return ['2'];
  return candidates.length === 1 ? ['1'] : ['1', '1'];
}

async function decideInBrowser(run: string, cases: readonly Finding[], reviewer: string) {
  const { page, open, context, complaints } = await visit(run);
  await open(`${TOWN}/index.html#case=${cases[0]!.finding_id}`);
  for (const [index, item] of cases.entries()) {
    for (const key of keysFor(item, cases)) await page.keyboard.press(key);
    await page.waitForFunction(
      (next) => document.querySelector('#position')?.textContent?.startsWith(`${next} /`),
      index + 2,
    );
  }
  await page.locator('#transfer summary').click();
  await page.locator('#reviewer').fill(reviewer);
  const download = page.waitForEvent('download');
  await page.locator('[data-act=export]').click();
  const path = join(dirname(run), `${reviewer}.jsonl`);
  await (await download).saveAs(path);
  expect(complaints).toEqual([]);
  await context.close();
  return path;
}

/** Cases of the town that the page shows as standing so. */
async function shownCases(run: string, state: string): Promise<string[]> {
  const { page, open, context, complaints } = await visit(run);
  await open(`${TOWN}/index.html#review=${state}`);
  // Cases that belong together are one card: open all of them.
  const folded = page.locator('#table button.more[aria-expanded=false]');
  while ((await folded.count()) > 0) await folded.first().click();
  const links = await page
    .locator('#table tbody a')
    .evaluateAll((all) =>
      all.map((link) => new URLSearchParams((link as HTMLAnchorElement).hash.slice(1)).get('case')!),
    );
  expect(complaints).toEqual([]);
  await context.close();
  return links.sort();
}

describe.skipIf(!hasBrowser())('a night, a day at the desk and the next night', () => {
  let dir: string;
  let findings: Finding[];
  let decided: Finding[];
  let changed: string[];
  const run = (night: string) => join(dir, 'reports', night);

  const audit = (night: string) => {
    const pipeline = join(dir, 'pipelines', 'emergency-review.yaml');
    const { code, stderr } = totsugo(['run', pipeline, '--out', run(night), '--quiet']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return lines<Finding>(run(night), 'findings.jsonl');
  };

  beforeAll(async () => {
    dir = temporary();
    cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
    cpSync(SAMPLE, join(dir, 'pipelines', 'emergency-review.yaml'));
    findings = audit('first');
    decided = asListed(run('first'), findings).slice(0, DECIDED);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('one reviewer is not enough for a grave case; with the second, 20 are closed', async () => {
    const files: string[] = [];
    for (const reviewer of ['r-1', 'r-2']) {
      files.push(await decideInBrowser(run('first'), decided, reviewer));
      const { code, stdout } = totsugo(['decide', run('first'), files.at(-1)!, '--lang', 'en']);
      expect(stdout).toContain(`${DECIDED} new, 0 known, 0 refused`);
      expect(code).toBe(0);
    }
    expect(totsugo(['decide', run('first'), ...files]).stdout).toContain(`0 new, ${2 * DECIDED} known`);
  });

  test('the next night 15 stay closed, 5 with changed inputs reopen; one comes, one goes', () => {
    const cards = join(dir, 'sample-data', 'cards.csv');
    const clear = (item: Finding) =>
      ['given', 'birth_date'].every((wanted) =>
        item.evidence.some(({ item, level }) => item === wanted && level === 'different'),
      );
    // A record with a second finding, as of a second card, would reopen both.
    const isAlone = (item: Finding) =>
      decided.filter(({ record_id }) => record_id === item.record_id).length === 1;
    const reopening = decided.filter((item) => clear(item) && isAlone(item)).slice(0, 5);
    changed = reopening.map(({ finding_id }) => finding_id).sort();
    expect(changed).toHaveLength(5);
    for (const { record_id } of reopening) {
      editCard(cards, record_id, (fields) => fields.with(5, `${fields[5]} \u6771\u68df\uff15\u53f7`));
    }
    // A finding ends when the bad number is taken out, and begins where a digit is mistyped overnight.
    const emptied = findings.find(
      (item) => item.source === 'cards' && item.kind === 'invalid-number' && !decided.includes(item),
    )!;
    const [sound, broken] = ['142999-0000001', '324437039985'];
    editCard(cards, emptied.record_id, (fields) => fields.with(1, ''));
    editCard(cards, sound!, (fields) => fields.with(1, broken!));

    const tonight = audit('second');
    const ids = new Set(tonight.map(({ finding_id }) => finding_id));
    const before = new Set(findings.map(({ finding_id }) => finding_id));
    expect(ids.has(emptied.finding_id)).toBe(false);
    const fresh = tonight.filter(({ finding_id }) => !before.has(finding_id));
    expect(fresh.map(({ kind, record_id }) => [kind, record_id])).toContainEqual(['invalid-number', sound]);
    expect(json<Summary>(run('second'), 'summary.json').previous_run).toEqual({
      new: fresh.length,
      continuing: tonight.length - fresh.length,
      resolved: [...before].filter((id) => !ids.has(id)).length,
      recurring: 0,
    });
  });

  test('the page says so, and shows what a reopened case was decided on', async () => {
    const all = decided.map(({ finding_id }) => finding_id).sort();
    expect(await shownCases(run('second'), 'reopened')).toEqual(changed);
    expect(await shownCases(run('second'), 'closed-wrong,closed-found')).toEqual(
      all.filter((id) => !changed.includes(id)),
    );
    const { page, open, context } = await visit(run('second'));
    for (const id of changed) {
      await open(`${TOWN}/index.html#case=${id}`);
      const history = page.locator('#history > li');
      await expect.poll(() => history.allInnerTexts()).toHaveLength(2);
      for (const line of await history.allInnerTexts()) {
        expect(line).toContain('その後、証拠が変わりました');
        expect(line).toContain('住所（記録の側）が変わりました');
      }
    }
    await context.close();
  });

  test('findings.csv and explain say so too; the store holds no value', () => {
    const rows = parse(readFileSync(join(run('second'), 'findings.csv')), { bom: true, columns: true });
    const reopened = (rows as Record<string, string>[]).filter(
      (row) => row.前の判断の後に変わったこと !== '',
    );
    expect(reopened.map((row) => row.事案).sort()).toEqual(changed);
    for (const row of reopened) {
      expect(row.点検状況).toBe('再開（証拠が変わった）');
      expect(row.前の判断の後に変わったこと).toMatch(/^住所（記録の側）が変わりました/);
    }
    const { stdout } = totsugo(['explain', run('second'), changed[0]!, '--lang', 'en']);
    expect(stdout).toContain('Address (in the record) has changed');
    const store = readFileSync(join(dir, 'pipelines', 'emergency-review.decisions.jsonl'), 'utf8');
    const marks = store
      .split('\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line).marks);
    expect(marks).toHaveLength(2 * DECIDED);
    for (const { record, resident } of marks) {
      expect(Object.keys(record)).toContain('address');
      for (const mark of [...Object.values(record), ...Object.values(resident)])
        expect(mark).toMatch(/^[0-9a-f]{2}$/);
    }
  });
});
