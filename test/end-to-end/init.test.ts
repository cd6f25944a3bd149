import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeOddExports } from '../inspect/odd-exports.js';
import { json, temporary, totsugo } from './program.js';

const DIR = temporary();
const FILE = join(DIR, 'pipeline.yaml');

beforeAll(async () => {
  await writeOddExports(DIR);
});

const KEYS = [
  'members',
  'kenpo',
  'koza',
  'jukyusha',
  'apps',
  'nameless',
  'techo',
  'form',
  'lake',
  'hostfile',
];

describe('init, without a terminal', () => {
  test('asks for the register where two files could be it, and writes nothing', () => {
    const { code, stderr } = totsugo(['init', DIR, '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toContain('chukan.tsv, kihon.csv');
    expect(existsSync(FILE)).toBe(false);
  });

  test('says what stays open of a source without a key, and takes it by --map', () => {
    const dir = temporary();
    const rows = readFileSync(join(DIR, 'form.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(',').slice(1).join(','));
    writeFileSync(join(dir, 'form.csv'), rows.join('\n'));
    const args = [
      'init',
      dir,
      '--register',
      join(DIR, 'kihon.csv'),
      '--link',
      'form=form.csv',
      '--lang',
      'en',
    ];
    const refused = totsugo(args);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/--map form\.ITEM=COLUMN/);
    expect(refused.stderr).toMatch(/record_id \(record\)/);
    expect(existsSync(join(dir, 'pipeline.yaml'))).toBe(false);
    expect(totsugo([...args, '--map', 'form.record=X']).stderr).toContain('Cannot read --map');
    expect(totsugo([...args, '--map', 'form.record_id=X']).stderr).toContain('has no column "X"');
  });

  test('writes the file, checks it, and a run needs no line of it changed: ten sources of ten vendors', () => {
    const links = [
      'members.txt',
      'kenpo.csv',
      'koza.dat',
      'jukyusha.xlsx',
      'apps.jsonl',
      'nameless.csv',
      'techo.csv',
      'form.csv',
      'lake.parquet',
      'hostfile.dat',
    ];
    const made = totsugo([
      'init',
      DIR,
      '--register',
      'kihon.csv',
      ...links.flatMap((file) => ['--link', file]),
      '--lang',
      'en',
    ]);
    expect(made.code, made.stderr).toBe(0);
    expect(made.stdout).toMatch(/Nothing stands in the way|see what to beware of/);
    expect(made.stdout).toContain('Next: totsugo run');
    const text = readFileSync(FILE, 'utf8');
    expect(text).not.toMatch(/\d{12}|佐藤/);
    expect(statSync(FILE).mode & 0o777).toBe(0o600);
    const run = totsugo([
      'run',
      FILE,
      '--out',
      join(DIR, 'out'),
      '--as-of',
      '2024-06-01',
      '--quiet',
      '--lang',
      'en',
    ]);
    expect(run.code, run.stderr).toBe(0);
    const { sources } = json<{
      sources: Record<string, { rows: number; A: number; B: number; C: number; U: number }>;
    }>(join(DIR, 'out'), 'summary.json');
    expect(Object.keys(sources).toSorted()).toEqual(KEYS.toSorted());
    // Every record is its own resident's, and nothing but the notation differs.
    for (const [source, { rows, A, B, C }] of Object.entries(sources))
      expect([source, rows, A + B, C]).toEqual([source, 90, 90, 0]);
  });

  test('never overwrites without being told', () => {
    const before = readFileSync(FILE);
    const again = totsugo([
      'init',
      DIR,
      '--register',
      'kihon.csv',
      '--link',
      'cards=kenpo.csv',
      '--lang',
      'en',
    ]);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('--force');
    expect(readFileSync(FILE)).toEqual(before);
    const forced = totsugo([
      'init',
      DIR,
      '--register',
      'kihon.csv',
      '--link',
      'kenpo=kenpo.csv',
      '--force',
      '--json',
    ]);
    expect(forced.code, forced.stderr).toBe(0);
    const told = JSON.parse(forced.stdout);
    expect(told).toMatchObject({
      pipeline_file: FILE,
      sources: [{ source: 'register' }, { source: 'kenpo' }],
    });
    // A status in codes means something else in every system; 本人 in 資格区分 is no word of one.
    expect(told.check.notes.map(({ en }: { readonly en: string }) => en)).toEqual([
      expect.stringMatching(
        /^register: Status \("住民状態コード"\) is of unknown meaning in 90 of 90 filled rows, .* codes of status\.$/,
      ),
    ]);
    const asked = told.sources[0].questions.find(({ kind }: { readonly kind: string }) => kind === 'codes');
    expect(asked).toMatchObject({ item: 'status', columns: ['住民状態コード'] });
    const codes = asked.codes.map(({ code }: { readonly code: string }) => `${code}:現存`);
    const mapped = totsugo([
      ...['init', DIR, '--register', 'kihon.csv', '--link', 'kenpo=kenpo.csv', '--force', '--json'],
      ...['--codes', `register=${codes.join(',')}`],
    ]);
    expect(mapped.code, mapped.stderr).toBe(0);
    const settled = JSON.parse(mapped.stdout);
    expect(settled.check.notes).toEqual([]);
    expect(settled.sources[0].questions).not.toContainEqual(expect.objectContaining({ kind: 'codes' }));
    for (const wrong of ['register=1', 'register=1:甲', 'nobody=1:現存', 'kenpo=1:有効'])
      expect(
        totsugo([
          'init',
          DIR,
          '--register',
          'kihon.csv',
          '--link',
          'kenpo=kenpo.csv',
          '--force',
          '--codes',
          wrong,
        ]),
      ).toMatchObject({ code: 2, stdout: '' });
  });

  test('a named source turns no other off, and every file that is skipped is named with the reason', () => {
    const dir = temporary();
    for (const file of ['kihon.csv', 'kenpo.csv', 'techo.csv'])
      writeFileSync(join(dir, file), readFileSync(join(DIR, file)));
    writeFileSync(join(dir, 'old.xls'), 'x');
    writeFileSync(join(dir, 'prices.csv'), '品名,価格\nりんご,100\nみかん,80\n');
    writeFileSync(join(dir, 'empty.csv'), '');
    writeFileSync(join(dir, 'layout.csv'), '項目名,開始位置,桁数\n番号,1,12\n氏名,13,40\n住所,53,60\n');
    writeFileSync(join(dir, 'pipeline.audit-log.jsonl'), '{"line":1}\n');
    const one = totsugo(['init', dir, '--link', 'hoken=kenpo.csv', '--lang', 'en', '--json']);
    expect(one.code, one.stderr).toBe(0);
    const sources = JSON.parse(one.stdout).sources.map(({ source }: { readonly source: string }) => source);
    expect(sources).toEqual(['register', 'hoken', 'techo']);
    expect(one.stderr).toMatch(/techo\.csv: not named, but in the folder, and taken as a source, too/);
    expect(one.stderr).toMatch(/old\.xls: skipped; its name has not the ending/);
    expect(one.stderr).toMatch(/layout\.csv: skipped; it looks like a description/);
    expect(one.stderr).toMatch(/empty\.csv: skipped\. /);
    expect(one.stderr).toMatch(/prices\.csv: skipped; no column is found/);
    expect(one.stderr).not.toMatch(/pipeline\.|kihon\.csv:/);
    const args = ['init', dir, '--register', 'kihon.csv', '--link', 'kenpo.csv', '--lang', 'en', '--force'];
    const both = totsugo([...args, '--json']);
    expect(JSON.parse(both.stdout).sources).toHaveLength(2);
    expect(both.stderr).toMatch(
      /Not looked at: \S*empty\.csv, \S*layout\.csv, \S*prices\.csv, \S*techo\.csv/,
    );
  });

  test('a folder without exports', () => {
    const dir = temporary();
    mkdirSync(join(dir, 'sub'));
    expect(totsugo(['init', dir, '--lang', 'en'])).toMatchObject({ code: 2, stdout: '' });
  });
});

test('completion is written for the shell, and answers it', () => {
  expect(totsugo(['completion']).stdout).toContain('###-begin-totsugo-completions-###');
  const { stdout } = totsugo(['--get-yargs-completions', 'totsugo', 'ins']);
  expect(stdout).toContain('inspect');
});
