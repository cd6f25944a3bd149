import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { address, iso, name, PEOPLE, type Person, writeOddExports } from '../inspect/odd-exports.js';
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
    expect(refused.stderr).toContain('Which column names a record (record_id');
    expect(refused.stderr).not.toContain('pipeline.yaml');
    expect(existsSync(join(dir, 'pipeline.yaml'))).toBe(false);
    const told = (map: string) => totsugo([...args, '--map', map]).stderr;
    expect(told('form.record=X')).toContain('form has no item "record". Did you mean "record_id"?');
    expect(told('from.record_id=X')).toContain('no source "from". Did you mean "form"?');
    expect(told('record_id')).toContain('Write SOURCE.ITEM=COLUMN');
    expect(totsugo([...args, '--map', 'form.record_id=X']).stderr).toContain('has no column "X"');
  });

  describe('a source that cannot be used is left out loudly, and the others go on', () => {
    const lines = (file: string, change: (cells: readonly string[]) => readonly string[]) =>
      `${iconv
        .decode(readFileSync(file), 'cp932')
        .trimEnd()
        .split(/\r?\n/)
        .map((line) => change(line.split(',')).join(','))
        .join('\n')}\n`;
    const SAMPLE = join(process.cwd(), 'sample-data');
    const folder = (register: (cells: readonly string[]) => readonly string[]) => {
      const dir = temporary();
      writeFileSync(join(dir, 'residents.csv'), lines(join(SAMPLE, 'residents.csv'), register));
      for (const file of ['cards.csv', 'services.jsonl'])
        writeFileSync(join(dir, file), readFileSync(join(SAMPLE, file)));
      return dir;
    };
    const SERIALS = 2;

    test('it is tied by a serial that the register has no column of', () => {
      const dir = folder((cells) => cells.slice(0, -SERIALS));
      const { code, stderr } = totsugo(['init', dir, '--yes', '--lang', 'en']);
      expect(code).toBe(0);
      expect(stderr).toMatch(/WARNING: .*services\.jsonl is left out, and the other files go on/);
      expect(stderr).toContain("--map 'register.auth_serial=…'");
      const written = readFileSync(join(dir, 'pipeline.yaml'), 'utf8');
      expect(written).toContain('cards.csv');
      expect(written).not.toContain('services.jsonl');
    });

    test('the register’s column of serials is called as nobody calls it, and is known by the values of the source', () => {
      const dir = folder((cells) => {
        const names = ['前の列', '後の列'];
        return cells[0] === '宛名番号' ? [...cells.slice(0, -SERIALS), ...names] : cells;
      });
      const { code, stderr } = totsugo(['init', dir, '--yes', '--lang', 'en']);
      expect(code).toBe(0);
      expect(stderr).not.toContain('left out');
      expect(readFileSync(join(dir, 'pipeline.yaml'), 'utf8')).toMatch(/auth_serial: 前の列/);
    });

    test('files in folders of their own are found, and written with their place', () => {
      const dir = temporary();
      for (const [file, at] of [
        ['residents.csv', '01 住基'],
        ['cards.csv', '02_cards/2024'],
        ['services.jsonl', '02_cards/2024/旧'],
      ] as const) {
        mkdirSync(join(dir, at), { recursive: true });
        writeFileSync(join(dir, at, file), readFileSync(join(SAMPLE, file)));
      }
      mkdirSync(join(dir, '旧'));
      writeFileSync(join(dir, '旧', 'cards.csv'), readFileSync(join(SAMPLE, 'cards.csv')));
      const { code, stderr } = totsugo(['init', dir, '--yes', '--lang', 'en']);
      expect(code).toBe(0);
      const files = [...readFileSync(join(dir, 'pipeline.yaml'), 'utf8').matchAll(/^ +file: (.*)$/gm)];
      expect(files.map((one) => one[1])).toEqual([
        '01 住基/residents.csv',
        '02_cards/2024/cards.csv',
        '02_cards/2024/旧/services.jsonl',
      ]);
      expect(stderr).toMatch(/旧\/cards\.csv is skipped: by its name and its rows it is an earlier state of/);
    });

    test('no column names its records; but a source that somebody names is asked for', () => {
      const dir = folder((cells) => cells);
      const keyless = lines(join(SAMPLE, 'cards.csv'), (cells) => cells.slice(1));
      writeFileSync(join(dir, 'cards.csv'), keyless);
      const { code, stderr } = totsugo(['init', dir, '--yes', '--lang', 'ja']);
      expect(code).toBe(0);
      expect(stderr).toMatch(/警告: .*cards\.csv を外して、ほかのファイルで続けます/);
      expect(stderr).toContain("--map 'cards.record_id=列名'");
      const named = totsugo(['init', dir, '--yes', '--force', '--link', 'cards=cards.csv', '--lang', 'en']);
      expect(named.code).toBe(2);
      expect(named.stderr).toContain('Which column names a record');
    });

    test('no source is left: that is no pipeline file, and the error cites none', () => {
      const dir = folder((cells) => cells);
      const args = ['init', dir, '--yes', '--lang', 'en', '--map', 'register.my_number='];
      const { code, stderr } = totsugo([
        ...args,
        '--map',
        'register.auth_serial=',
        '--register',
        'residents.csv',
      ]);
      expect(code).toBe(2);
      expect(stderr).toContain('are tied to residents by my_number (my number)');
      expect(stderr).not.toContain('pipeline.yaml');
      expect(existsSync(join(dir, 'pipeline.yaml'))).toBe(false);
    });
  });

  test('help lists the items that can be mapped', () => {
    const { stdout } = totsugo(['init', '--help', '--lang', 'ja']);
    for (const item of [
      'resident_id (宛名番号)',
      'previous_address (前住所)',
      'record_id (記録の番号)',
      'lookup (取得方法)',
    ])
      expect(stdout.replace(/\s+/g, ' ')).toContain(item);
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

  describe('two files look like the register', () => {
    /** A smaller list of the same people, or of others, with few of the words of registers. */
    const folder = (number: (p: Person) => string) => {
      const dir = temporary();
      for (const file of ['kihon.csv', 'kenpo.csv'])
        writeFileSync(join(dir, file), readFileSync(join(DIR, file)));
      const rows = PEOPLE.slice(0, 40).map((p) => [
        `${5_000_000 + p.i}`,
        `${700 + Math.trunc(p.i / 2)}`,
        number(p),
        name(p),
        iso(p),
        address(p),
        '子',
        iso(p),
      ]);
      const header = ['住民番号', '世帯番号', '個人番号', '氏名', '生年月日', '住所', '続柄', '異動年月日'];
      writeFileSync(join(dir, 'meibo.csv'), [header, ...rows].map((row) => `${row.join()}\n`).join(''));
      return dir;
    };
    const keysOf = (stdout: string) =>
      JSON.parse(stdout).sources.map(({ source }: { readonly source: string }) => source);

    test('the one that says far more and holds the people of the other is taken, loudly, and the other is a source', () => {
      const { code, stdout, stderr } = totsugo(['init', folder((p) => p.number), '--lang', 'en', '--json']);
      expect(code, stderr).toBe(0);
      expect(keysOf(stdout)).toEqual(['register', 'kenpo', 'meibo']);
      expect(stderr).toMatch(/WARNING: several files .*kihon\.csv, .*meibo\.csv\)\. .*--register FILE/);
      expect(stderr).toMatch(/WARNING: \S*meibo\.csv looks like a resident register, too/);
    });

    test('it holds none of them: then somebody has to say', () => {
      const others = folder((p) => PEOPLE[p.i + 45]!.number);
      const rows = readFileSync(join(others, 'kihon.csv'), 'utf8').split('\n');
      writeFileSync(join(others, 'kihon.csv'), rows.slice(0, 46).join('\n'));
      expect(totsugo(['init', others, '--lang', 'en']).stderr).toContain('kihon.csv, meibo.csv');
    });

    test('with --register the other is a source, too, or is told to be left out', () => {
      const dir = folder((p) => p.number);
      const args = ['init', dir, '--register', 'kihon.csv', '--lang', 'en', '--json', '--force'];
      const tied = totsugo(args);
      expect(keysOf(tied.stdout)).toEqual(['register', 'kenpo', 'meibo']);
      const untied = readFileSync(join(dir, 'meibo.csv'), 'utf8').replace(/^((?:[^,]*,){2})[^,]*/gmu, '$1');
      writeFileSync(join(dir, 'meibo.csv'), untied.replace(',,氏名', ',備考,氏名'));
      const left = totsugo(args);
      expect(keysOf(left.stdout)).toEqual(['register', 'kenpo']);
      expect(left.stderr).toMatch(/"住民番号" is not taken for resident_id.*meibo\.csv is left out/s);
    });
  });

  describe('an earlier state of a file lies beside it', () => {
    /** Files with rows of the register: from one, and up to another. */
    const folder = (files: Readonly<Record<string, readonly [number, number]>>) => {
      const dir = temporary();
      const lines = readFileSync(join(DIR, 'kihon.csv'), 'utf8').trimEnd().split('\n');
      const [header, ...rows] = lines;
      writeFileSync(join(dir, 'kenpo.csv'), readFileSync(join(DIR, 'kenpo.csv')));
      for (const [file, [from, to]] of Object.entries(files))
        writeFileSync(join(dir, file), [header, ...rows.slice(from, to)].map((line) => `${line}\n`).join(''));
      return dir;
    };
    const init = (dir: string, ...args: readonly string[]) =>
      totsugo(['init', dir, '--lang', 'en', '--json', '--force', ...args]);
    const filesOf = (dir: string) =>
      [...readFileSync(join(dir, 'pipeline.yaml'), 'utf8').matchAll(/file: (\S+)/g)].map(([, file]) => file);

    test.each([
      ['kihon.csv', 'kihon_旧.csv'],
      ['kihon.csv', 'OLD-kihon.csv'],
      ['kihon_20260401.csv', 'kihon_20250401.csv'],
      ['台帳R080401.csv', '台帳R070401.csv'],
      ['kihon_202604.csv', 'kihon_202512.csv'],
    ])('%s is the register, and %s is left out, loudly', (now, before) => {
      const dir = folder({ [now]: [0, 90], [before]: [0, 70] });
      const { code, stderr } = init(dir);
      expect(code, stderr).toBe(0);
      expect(filesOf(dir)).toEqual([now, 'kenpo.csv']);
      expect(stderr).toMatch(new RegExp(`WARNING: \\S*${before} is skipped: .* earlier state of \\S*${now}`));
      expect(init(dir, '--register', before).code).toBe(0);
      expect(filesOf(dir)[0]).toBe(before);
    });

    test.each<[string, Readonly<Record<string, readonly [number, number]>>]>([
      ['two halves', { 'kihon_1.csv': [0, 45], 'kihon_2.csv': [45, 90] }],
      ['two days of changes', { 'a_20260401.csv': [0, 45], 'a_20260402.csv': [45, 90] }],
      ['a former town', { 'kihon.csv': [0, 45], 'kihon_旧桜町.csv': [45, 90] }],
      ['names that say nothing', { 'kihon.csv': [0, 90], 'zenken.csv': [0, 70] }],
    ])('%s are no states of each other: somebody has to say', (_, files) => {
      const { code, stderr } = init(folder(files));
      expect(code).toBe(2);
      expect(stderr).not.toContain('is skipped');
    });
  });

  test('a note that explains the codes of the status is not told to be unused, whatever it is kept in', () => {
    const rows = PEOPLE.map((p) =>
      [
        5_000_000 + p.i,
        700 + Math.trunc(p.i / 2),
        p.number,
        name(p),
        iso(p),
        address(p),
        p.i % 9 ? 1 : 9,
      ].join(),
    );
    const header = '宛名番号,世帯番号,個人番号,氏名,生年月日,住所,住民区分';
    for (const [file, note] of [
      ['README.md', '住民区分 1:住民 9:除票者\n'],
      ['codes.csv', '種別,コード,名称\n住民区分,1,住民\n住民区分,9,除票者\n'],
    ] as const) {
      const dir = temporary();
      writeFileSync(join(dir, 'juki.csv'), [header, ...rows].map((row) => `${row}\n`).join(''));
      writeFileSync(join(dir, 'kenpo.csv'), readFileSync(join(DIR, 'kenpo.csv')));
      writeFileSync(join(dir, file), note);
      writeFileSync(join(dir, 'other.md'), 'よろしく\n');
      const { code, stderr } = totsugo(['init', dir, '--lang', 'en']);
      expect(code, stderr).toBe(0);
      expect(stderr).toContain(`was read from ${file}: 1 = 住民, 9 = 除票者`);
      expect(stderr).not.toMatch(new RegExp(`${file}(: skipped| is left out)`));
      expect(stderr).toContain('other.md: skipped');
    }
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
