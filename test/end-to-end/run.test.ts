import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import type { Summary } from '../../src/audit/summary.js';
import { lockPathOf, takeLock } from '../../src/files/lock.js';
import type { Manifest } from '../../src/pipeline/manifest.js';
import { width } from '../../src/text/table.js';
import { brokenLine } from '../pipeline/chain.js';
import { json, lines, mode, outputs, ROOT, SAMPLE, temporary, totsugo } from './program.js';

let out: string;
beforeAll(() => {
  out = join(temporary(), 'run');
  const { code, stderr } = totsugo(['run', SAMPLE, '--out', out, '--threads', '2', '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

describe('totsugo run', () => {
  it('writes every file of the contract', () => {
    const files = new Set(outputs(out));
    for (const name of [
      'run.json',
      'summary.json',
      'summary.public.json',
      'findings.jsonl',
      'grades.parquet',
      'rejects.jsonl',
      'model.json',
      'index.html',
      'findings.xlsx',
      'findings.csv',
      'audit-log.jsonl',
    ]) {
      expect(files, name).toContain(name);
    }
    expect([...files].some((name) => /^[^/]+\/index\.html$/.test(name))).toBe(true);
  });

  it('accounts for every row', () => {
    const { sources, register } = json<Summary>(out, 'summary.json');
    expect(Object.keys(sources)).toEqual(['cards', 'insurance', 'accounts', 'services']);
    for (const { rows, accepted, rejected, A, B, C, U } of Object.values(sources)) {
      expect(accepted + rejected).toBe(rows);
      expect(A + B + C + U).toBe(accepted);
    }
    expect(register.accepted + register.rejected).toBe(register.rows);
    const rejected = [register, ...Object.values(sources)].reduce((sum, each) => sum + each.rejected, 0);
    expect(rejected).toBeGreaterThan(0);
    expect(lines(out, 'rejects.jsonl')).toHaveLength(rejected);
  });

  it('describes the run', () => {
    const run = json<Manifest>(out, 'run.json');
    expect(run).toMatchObject({ status: 'done', as_of: '2023-06-22', tool: { name: 'totsugo' } });
    expect(run.inputs.map(({ source }) => source)).toEqual([
      'register',
      'cards',
      'insurance',
      'accounts',
      'services',
    ]);
    for (const { rows, accepted, rejected, sha256 } of run.inputs) {
      expect(rows).toBe(accepted + rejected);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(run.stages.at(-1)).toMatchObject({ name: 'report' });
  });

  it('shows each link of which nothing can be told with record and resident, or leads to its case', () => {
    const page = readFileSync(join(out, 'unchecked.html'), 'utf8');
    const [few] = page.split('<details').slice(1);
    // An account without any item. One whose kana are a reading of the resident's kanji is none of them.
    for (const text of ['0137-071-1-1000112', '0000000853', 'ヤマシタ　トモミ']) expect(few).toContain(text);
    expect(page).not.toContain('9900-099-1-1000309');
    const cases = [...page.matchAll(/href="([\w-]+)\/index\.html#case=(F-[0-9a-f-]+)"/g)];
    expect(cases).toHaveLength(11);
    for (const [, folder, id] of cases)
      expect(readFileSync(join(out, folder!, 'data', 'list-0.js'), 'utf8')).toContain(id);
  });

  it('gives findings with ids of their own, worst first, that name each other', () => {
    const findings = lines<Finding>(out, 'findings.jsonl');
    const ids = new Set(findings.map(({ finding_id }) => finding_id));
    expect(ids.size).toBe(findings.length);
    for (const { related } of findings) for (const id of related) expect(ids).toContain(id);
    const suspect = findings.filter(({ grade }) => grade === 'C');
    expect(findings.slice(0, suspect.length)).toEqual(suspect);
    for (const { kind, cause } of suspect) if (kind === 'wrong-resident') expect(cause).toBeTruthy();
  });

  it('shows no My Number outside work/', () => {
    const numbers = new Set(
      ['residents.csv', 'cards.csv', 'insurance.csv', 'accounts.txt'].flatMap((name) =>
        [
          ...readFileSync(join(ROOT, 'sample-data', name), 'latin1').matchAll(
            /(?<!\d)\d{12}(?!\d)|(?<= )\d{12}(?=20)/g,
          ),
        ].map(([number]) => number),
      ),
    );
    expect(numbers.size).toBeGreaterThan(3000);
    const unpacked = temporary();
    execFileSync('python3', ['-c', UNZIP, join(out, 'findings.xlsx'), unpacked]);
    for (const [dir, name] of [
      ...outputs(out).map((file) => [out, file]),
      ...outputs(unpacked).map((file) => [unpacked, file]),
    ]) {
      expect(name).not.toMatch(/\d{12}/);
      for (const [run] of readFileSync(join(dir!, name!), 'latin1').matchAll(/\d{12}/g)) {
        expect(numbers.has(run), `${name} holds a My Number`).toBe(false);
      }
    }
  });

  it('lets only the owner read', () => {
    expect(mode(out)).toBe(0o700);
    for (const name of outputs(out)) expect(mode(join(out, name)), name).toBe(0o600);
    for (const entry of readdirSync(join(out, 'work'), { recursive: true, withFileTypes: true })) {
      expect(mode(join(entry.parentPath, entry.name)), entry.name).toBe(entry.isDirectory() ? 0o700 : 0o600);
    }
  });

  it('keeps an audit log whose chain holds', async () => {
    expect(await brokenLine(readFileSync(join(out, 'audit-log.jsonl'), 'utf8'))).toBeNull();
  });

  it('gives the same bytes again, with another number of threads', () => {
    const again = join(temporary(), 'again');
    expect(totsugo(['run', SAMPLE, '--out', again, '--threads', '1', '--quiet']).code).toBe(0);
    for (const name of ['findings.jsonl', 'summary.json', 'grades.parquet', 'model.json', 'findings.csv']) {
      expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name))), name).toBe(true);
    }
  });

  it('goes on after an interruption and ends with the same bytes', () => {
    const resumed = join(temporary(), 'resumed');
    cpSync(out, resumed, { recursive: true });
    for (const name of ['stage-7-score.json', 'stage-8-findings.json', 'stage-9-report.json']) {
      rmSync(join(resumed, 'work', name));
    }
    for (const name of ['findings.jsonl', 'summary.json']) rmSync(join(resumed, name));
    const { code, stderr } = totsugo(['run', SAMPLE, '--out', resumed, '--resume']);
    expect(code).toBe(0);
    expect(stderr).toContain('Verify links');
    expect(stderr.match(/done before/g)).toHaveLength(6);
    for (const name of ['findings.jsonl', 'summary.json']) {
      expect(readFileSync(join(resumed, name)).equals(readFileSync(join(out, name))), name).toBe(true);
    }
  });

  it('answers with one JSON document, and with exit code 3 where --fail-on is met', () => {
    const dir = join(temporary(), 'json');
    const { code, stdout } = totsugo([
      'run',
      SAMPLE,
      '--out',
      dir,
      '--json',
      '--quiet',
      '--fail-on',
      'wrong-resident',
    ]);
    expect(code).toBe(3);
    const { out: told, summary } = JSON.parse(stdout) as { out: string; summary: Summary };
    expect(told).toBe(dir);
    expect(summary.sources.cards!.C).toBeGreaterThan(0);
    expect(
      totsugo(['run', SAMPLE, '--out', dir, '--quiet', '--fail-on', 'stale-binding', '--resume']).code,
    ).toBe(3);
    expect(totsugo(['run', SAMPLE, '--out', dir, '--quiet', '--fail-on', 'nobody-at-all']).code).toBe(2);
  });

  it('stands back with exit code 4 while another run holds the folder, and names lock and holder', async () => {
    const dir = join(temporary(), 'held');
    cpSync(out, dir, { recursive: true });
    const unlock = await takeLock(lockPathOf(dir));
    try {
      const { code, stderr } = totsugo(['run', SAMPLE, '--out', dir]);
      expect(code).toBe(4);
      expect(stderr).toContain(dir);
      expect(stderr).toContain(lockPathOf(dir));
      expect(stderr).toContain(`process ${process.pid} `);
    } finally {
      await unlock();
    }
    expect(existsSync(join(dir, 'findings.jsonl'))).toBe(true);
  });

  it('never empties a folder that holds something else', () => {
    const dir = temporary();
    writeFileSync(join(dir, 'thesis.txt'), 'mine');
    expect(totsugo(['run', SAMPLE, '--out', dir]).code).toBe(2);
    expect(readdirSync(dir)).toEqual(['thesis.txt']);
  });
});

describe('totsugo explain', () => {
  it('says why, for a finding and for a clean link', () => {
    const [finding] = lines<Finding>(out, 'findings.jsonl').filter(({ kind }) => kind === 'wrong-resident');
    const found = totsugo(['explain', out, finding!.finding_id]);
    expect(found.code).toBe(0);
    expect(found.stdout).toContain(`${finding!.source}:${finding!.record_id}`);
    expect(found.stdout).toContain('Other residents considered');
    const [clean] = JSON.parse(totsugo(['explain', out, 'cards:142999-0000002', '--json']).stdout) as {
      evidence: { weight: number }[];
      total: number;
    }[];
    const sum = clean!.evidence.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(clean!.total, 6);
    expect(Object.keys(clean!)).not.toContain('recordId');
  });

  it('says why for one finding of every kind, within a screen of 80 columns and 24 lines, and for a row of the register', () => {
    const heightOf = (text: string) =>
      text
        .trimEnd()
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / 80)), 0);
    const all = lines<Finding>(out, 'findings.jsonl');
    const kinds = [...new Map(all.map((finding) => [finding.kind, finding])).values()];
    for (const { finding_id, record_id } of kinds) {
      const { code, stdout } = totsugo(['explain', out, finding_id]);
      expect([code, stdout.includes(record_id), heightOf(stdout) <= 24]).toEqual([0, true, true]);
      // A column of items in words, and no probability that only a physicist could read.
      expect(stdout).toMatch(/^(Name|Kana) /m);
      expect(stdout).not.toMatch(/^(name|kana|birth_date) |\de-\d/m);
    }
    const { finding_id } = kinds.find(({ kind }) => kind === 'wrong-resident')!;
    expect(totsugo(['explain', out, finding_id, '--all']).stdout).not.toContain('(--all');
    const nobody = totsugo(['explain', out, kinds.find(({ kind }) => kind === 'unknown-number')!.finding_id]);
    expect(nobody.stdout).toMatch(/No resident has this number/);
    expect(nobody.stdout).not.toMatch(/Total/);
    const twice = all.find(({ kind }) => kind === 'duplicate-resident')!;
    expect(twice.candidates.map(({ resident_id }) => resident_id)).toEqual([twice.record_id]);
    const { stdout } = totsugo(['explain', out, `register:${twice.record_id}`, '--json']);
    const [pair] = JSON.parse(stdout) as { other_id: string; related: string[]; evidence: unknown[] }[];
    expect(pair).toMatchObject({ other_id: twice.resident_id, related: twice.related });
    expect(pair!.evidence).toHaveLength(5);
  });

  it('refuses what it does not know with exit code 2', () => {
    expect(totsugo(['explain', out, 'cards:no-such-record']).code).toBe(2);
    expect(totsugo(['explain', temporary(), 'cards:1']).code).toBe(2);
  });
});

describe('totsugo log', () => {
  it('shows who did what, and the line from which the chain does not hold', () => {
    const sound = totsugo(['log', out]);
    expect(sound.code).toBe(0);
    expect(sound.stdout).toMatch(
      /run-started .*emergency-review\.yaml\n(.*\n)*.*read .*cards\.csv\n(.*\n)*.*run-finished\n/,
    );
    expect(sound.stdout).toMatch(/Every line carries on/);
    const dir = temporary();
    for (const file of ['run.json', 'audit-log.jsonl']) cpSync(join(out, file), join(dir, file));
    const lines = readFileSync(join(dir, 'audit-log.jsonl'), 'utf8').split('\n');
    writeFileSync(join(dir, 'audit-log.jsonl'), lines.toSpliced(1, 1).join('\n'));
    const { code, stderr } = totsugo(['log', dir]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^totsugo: Line 2 of the audit log/);
  });
});

describe('totsugo purge', () => {
  it('takes the working data away and leaves a record', async () => {
    const dir = join(temporary(), 'purged');
    cpSync(out, dir, { recursive: true });
    expect(totsugo(['purge', dir]).code).toBe(0);
    expect(existsSync(join(dir, 'work'))).toBe(false);
    expect(json<{ files: number }>(dir, 'disposal.json').files).toBeGreaterThan(0);
    const record = readFileSync(join(dir, 'disposal.json'), 'utf8');
    const again = totsugo(['purge', dir]);
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/^Nothing is left to dispose of/)]);
    expect(readFileSync(join(dir, 'disposal.json'), 'utf8')).toBe(record);
    expect(json<Manifest>(dir, 'run.json').status).toBe('purged');
    expect(await brokenLine(readFileSync(join(dir, 'audit-log.jsonl'), 'utf8'))).toBeNull();
    expect(totsugo(['explain', dir, 'cards:142999-0000002']).code).toBe(2);
  });
});

const UNZIP = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
