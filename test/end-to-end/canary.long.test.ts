import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { digitsOf } from '../../src/audit/digit-runs.js';
import { myNumberCheckDigit } from '../../src/audit/my-number.js';
import type { StageName } from '../../src/audit/stage-name.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { STAGES } from '../../src/pipeline/stages.js';
import { lines, type Outcome, ROOT, temporary, totsugo } from './program.js';

/** Family name and reading of everybody here, and a town where only a protected person lives: marks that stand nowhere else. */
const NAME = '鑑札';
const KANA = 'カンサツ';
const TOWN = '隠里町';

const numberOf = (i: number) => {
  const first = String(79_312_004_517 + i * 1_299_709).padStart(11, '0');
  return first + myNumberCheckDigit(first);
};
const PEOPLE = 300;
const NUMBERS = Array.from({ length: PEOPLE }, (_, i) => numberOf(i));

const groups = (number: string, sizes: readonly number[], mark: string) => {
  const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, i) => number.slice(end - sizes[i]!, end)).join(mark);
};
const script = (number: string, zero: number) =>
  [...number].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
const kanji = (number: string, digits: string) =>
  [...number].map((digit) => [...digits][Number(digit)]).join('');

/** A number in forty notations. */
const NOTATIONS: readonly ((number: string) => string)[] = [
  (n) => n,
  ...[
    '-',
    ' ',
    '　',
    '　　　　',
    '\u200b',
    '\u2060',
    '\u00a0',
    '\u2009',
    '.',
    '・',
    '/',
    '_',
    ',',
    '、',
    '‐',
    '−',
    '－',
    'ー',
    '番',
  ].map((mark) => (n: string) => groups(n, [4, 4, 4], mark)),
  (n) => groups(n, [3, 3, 3, 3], ','),
  (n) => groups(n, [6, 6], '/'),
  (n) => groups(n, [2, 5, 5], '_'),
  (n) => groups(n, [3, 3, 3, 3], ' '),
  (n) => groups(n, [6, 6], ' '),
  (n) => [...n].join(' '),
  (n) => [...n].join('\u200b'),
  (n) => `${n[0]}.${n.slice(1)}E+11`,
  (n) => `${n[0]}.${n.slice(1)}e11`,
  (n) => script(n, 0xff10),
  (n) => groups(script(n, 0xff10), [4, 4, 4], '－'),
  (n) => script(n, 0x660),
  (n) => script(n, 0x6f0),
  (n) => script(n, 0x966),
  (n) => script(n, 0x1d7ce),
  (n) => kanji(n, '〇一二三四五六七八九'),
  (n) => kanji(n, '零壱弐参四五六七八九'),
  (n) => groups(kanji(n, '〇一二三四五六七八九'), [4, 4, 4], '　'),
  (n) => `個人番号:${n}`,
  (n) => `(${n})`,
];

const ITEMS = [
  '氏名',
  'カナ',
  '生年月日',
  '性別',
  '住所',
  '登録日時',
  '端末',
  '担当',
  '取得方法',
  '状態',
  '世帯',
] as const;

interface World {
  readonly dir: string;
  readonly temp: string;
  readonly out: string;
  readonly env: Readonly<Record<string, string>>;
  run(args: readonly string[]): Outcome;
}

function makeWorld(): World {
  const dir = temporary();
  const temp = join(dir, 'temp');
  mkdirSync(temp);
  const residents = NUMBERS.map((number, i) => {
    const isHidden = i === 7;
    const [first, second] = [i % 20, Math.floor(i / 20)];
    const given = `${[...'健誠悟隆豊茂修進勝清昇稔博弘実昭武薫忍操'][first]}${[...'一二郎太介子美代江男人夫哉樹枝'][second]}`;
    const reading = `${KANA} ${[...'ケセサタユシオスカキノミハヒマアムクニモ'][first]}${[...'イジロタスコミヨエオトフヤキカ'][second]}`;
    const address = isHidden ? `見本市${TOWN}1-2-3` : `見本市本町${i + 1}-2`;
    const row = [`H${i}`, `${NAME}　${given}`, reading].concat(
      `19${50 + (i % 40)}-0${1 + (i % 9)}-1${i % 9}`,
      i % 2 ? '男' : '女',
      address,
    );
    // The last forty have a number of somebody else in one item, each in another notation.
    const notation = NOTATIONS[i - (PEOPLE - NOTATIONS.length)];
    if (notation) row[i % row.length] = notation(NUMBERS[i - 100]!).replaceAll(',', '，');
    return [`R${i}`, number, ...row, isHidden ? '1' : ''].join(',');
  });
  const head = '宛名番号,個人番号,世帯番号,氏名,フリガナ,生年月日,性別,住所,支援措置';
  writeFileSync(join(dir, 'residents.csv'), `${head}\n${residents.join('\n')}\n`);
  const record = (id: string, i: number, over: Partial<Record<(typeof ITEMS)[number], string>> = {}) => {
    const [, number, household, name, kana, born, sex, address] = residents[i]!.split(',');
    const own = {
      氏名: name,
      カナ: kana,
      生年月日: born,
      性別: sex,
      住所: address,
      登録日時: '2022-06-06 10:00:00',
    };
    const row = { ...own, 端末: 'T1', 担当: 'O1', 取得方法: '届出', 状態: '有効', 世帯: household, ...over };
    return [
      id,
      number,
      ...ITEMS.map((item) => `"${row[item] ?? ''}"`),
      `"${i % 3 === 0 ? '福祉課' : '国保課'}"`,
    ].join(',');
  };
  const clean = NUMBERS.map((_, i) => record(`C${i}`, i));
  // Each notation of another's number in every item, each in a record that is linked to a third.
  const planted = NOTATIONS.flatMap((write, n) =>
    ITEMS.map((at, k) => {
      const i = (n * ITEMS.length + k) % 100;
      const [, , , name, kana, born, sex] = residents[i + 100]!.split(',');
      const other = { 氏名: name!, カナ: kana!, 生年月日: born!, 性別: sex!, 住所: '見本市別町9-9' };
      return record(`P${n}-${k}`, i, { ...other, [at]: write(NUMBERS[(i + 200) % PEOPLE]!) });
    }),
  );
  const hidden = [
    record('S1', 7, { 住所: `見本市${TOWN}1-2-3` }),
    record('S2', 8, {
      氏名: residents[7]!.split(',')[3]!,
      生年月日: residents[7]!.split(',')[5]!,
      住所: `見本市${TOWN}1-2-3`,
    }),
  ];
  const title = ['記録番号', '個人番号', ...ITEMS, '機関'].join(',');
  writeFileSync(join(dir, 'links.csv'), `${title}\n${[...clean, ...planted, ...hidden].join('\n')}\n`);
  writeFileSync(join(dir, 'headless.csv'), `${clean.join('\n')}\n`);
  writeFileSync(join(dir, 'broken.csv'), `${title}\n${clean.map((row) => `${row},"x`).join('\n')}\n`);
  const pipeline = (file: string) => `version: 1
name: canary
as_of: 2023-06-22
register:
  file: residents.csv
  columns: {resident_id: 宛名番号, my_number: 個人番号, household_id: 世帯番号, name: 氏名, kana: フリガナ, birth_date: 生年月日, sex: 性別, address: 住所, protected: 支援措置}
links:
  welfare:
    file: ${file}
    columns: {record_id: 記録番号, my_number: 個人番号, name: 氏名, kana: カナ, birth_date: 生年月日, sex: 性別, address: 住所, registered_at: 登録日時, terminal: 端末, operator: 担当, lookup: 取得方法, status: 状態, household_id: 世帯, organisation: 機関}
privacy: {key_file: keys/key}
`;
  writeFileSync(join(dir, 'p.yaml'), pipeline('links.csv'));
  for (const name of ['headless', 'broken'])
    writeFileSync(join(dir, `${name}.yaml`), pipeline(`${name}.csv`));
  const env = { TOTSUGO_SQL: '1', TOTSUGO_DEBUG: '1', TMPDIR: temp, TEMP: temp, TMP: temp };
  return { dir, temp, out: join(dir, 'out'), env, run: (args) => totsugo(args, env) };
}

interface Text {
  readonly name: string;
  readonly text: string;
}

/** Every file below a folder, a workbook by its parts; `name` is what stands before the text, too: names are searched. */
function textsIn(dir: string, left: RegExp): Text[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry): Text[] => {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(dir.length + 1);
    if (!entry.isFile() || left.test(name)) return [];
    const bytes = readFileSync(path);
    if (!name.endsWith('.xlsx')) return [{ name, text: `${name}\n${bytes.toString('utf8')}` }];
    const parts = Object.entries(unzipSync(bytes));
    return parts.map(([part, data]) => ({
      name: `${name}/${part}`,
      text: Buffer.from(data).toString('utf8'),
    }));
  });
}

/** Digits of any script in a row, whatever marks stand between; letters part them. */
function digitStream(text: string): string {
  let stream = '';
  for (const char of text) {
    const digits = char >= '0' && char <= '9' ? char : char < '\u0080' ? '' : digitsOf(char);
    if (digits !== '') stream += digits;
    else if (/[A-Za-z<>{}[\]\n]/.test(char)) stream += '|';
  }
  return stream;
}

/** The head of a number, by which it would be told even where its end is cut off or an exponent follows. */
const HEADS = NUMBERS.map((number) => number.slice(0, 10));
const numbersIn = ({ text }: Text) => {
  const stream = digitStream(text);
  return HEADS.filter((head) => stream.includes(head)).length;
};

const world = makeWorld();
const said: Text[] = [];
const say = (args: readonly string[], code: number) => {
  const outcome = world.run(args);
  expect([args.join(' '), outcome.code, outcome.code === code ? '' : outcome.stderr.slice(-600)]).toEqual([
    args.join(' '),
    code,
    '',
  ]);
  said.push(
    { name: `${args[0]} stdout`, text: outcome.stdout },
    { name: `${args[0]} stderr`, text: outcome.stderr },
  );
};
const at = (name: string) => join(world.dir, name);

beforeAll(async () => {
  mkdirSync(world.out, { mode: 0o755 });
  say(['run', at('p.yaml'), '--out', world.out], 0);
  const findings = lines<{ finding_id: string; fingerprint: string; record_id: string }>(
    world.out,
    'findings.jsonl',
  );
  expect(findings.length).toBeGreaterThan(20);
  const [first] = findings;
  say(['explain', world.out, 'welfare:S2', '--json'], 0);
  const row = `${first!.finding_id},${first!.fingerprint},3,r-1`;
  writeFileSync(
    at('decided.csv'),
    `finding_id,fingerprint,decision (1-5),rightful candidate (C1-C3),reviewer\n${row.replace(',3,', ',3,,')}\n`,
  );
  say(['decide', world.out, at('decided.csv')], 0);
  // A reviewer code that is a number, a decision that is a name: named by their cells.
  writeFileSync(
    at('wrong.csv'),
    `finding_id,fingerprint,decision (1-5),rightful candidate (C1-C3),reviewer\n${first!.finding_id},f,${NAME},,${NUMBERS[3]}\n`,
  );
  say(['decide', world.out, at('wrong.csv')], 2);
  const truth = NUMBERS.map((_, i) => `welfare,C${i},R${i},R${i},0,,`);
  writeFileSync(
    at('truth.csv'),
    `source,record_id,resident_id,true_resident_id,wrong,cause,note\n${truth.join('\n')}\n`,
  );
  say(['evaluate', world.out, '--truth', at('truth.csv')], 0);
  say(['run', at('headless.yaml'), '--out', at('other')], 2);
  say(['run', at('broken.yaml'), '--out', at('other')], 2);
  say(['inspect', at('headless.csv')], 0);
  for (const [i, stage] of STAGES.entries()) await spoil(i, stage.name);
  failAll();
  say(['log', world.out], 0);
});

/** A copy of the run in which one stage has yet to be made and finds what it cannot take: rows that tell on everybody. */
async function spoil(place: number, stage: StageName): Promise<void> {
  const out = at(`fail-${stage}`);
  const work = join(out, 'work');
  mkdirSync(out, { mode: 0o700 });
  for (const name of ['work', 'run.json', '.totsugo-run.json'])
    cpSync(join(world.out, name), join(out, name), { recursive: true });
  for (const [i, { name }] of STAGES.entries())
    if (i >= place) rmSync(join(work, `stage-${i + 1}-${name}.json`));
  if (stage === 'ingest') {
    rmSync(join(work, 'quarantine'), { recursive: true, force: true });
    writeFileSync(join(work, 'quarantine'), '');
  } else {
    const engine = await openDuckDb({ path: join(work, 'totsugo.duckdb') });
    await engine.run(SPOILT[stage] ?? SPOILT_RESIDENTS);
    engine.close();
  }
}

/** The program in one process for all these runs, since starting it takes longer than failing. */
const FAILS = `
  const [cli, pipeline, ...outs] = process.argv.slice(1);
  const codes = [];
  for (const out of outs) {
    process.argv = [process.execPath, cli, 'run', pipeline, '--out', out, '--resume'];
    await import(cli + '?' + codes.length);
    codes.push(process.exitCode);
  }
  console.log(JSON.stringify(codes));
  process.exitCode = 0;`;

function failAll(): void {
  const outs = STAGES.map(({ name }) => at(`fail-${name}`));
  const cli = pathToFileURL(join(ROOT, 'dist', 'cli.js')).href;
  const args = ['--input-type=module', '--eval', FAILS, cli, at('p.yaml'), ...outs];
  const env = { ...process.env, ...world.env };
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toEqual(STAGES.map(() => 1));
  expect(stderr.match(/unexpected error|予期しないエラー/g)).toHaveLength(STAGES.length);
  said.push({ name: 'fail stdout', text: stdout }, { name: 'fail stderr', text: stderr });
}

/** A key that is a whole person: what reads it as a number quotes it in its error. */
const SPOILT_RESIDENTS = `
  CREATE OR REPLACE TABLE residents AS SELECT * REPLACE (concat_ws(' ', "number", name, address) AS rid) FROM residents`;
const SPOILT: Readonly<Partial<Record<StageName, string>>> = {
  check: 'ALTER TABLE raw_register RENAME COLUMN name TO "names"',
  normalize: `
    CREATE OR REPLACE TABLE raw_register AS SELECT * REPLACE (concat_ws(' ', my_number, name, address) AS "row")
    FROM raw_register`,
};

/** What is the office's own: inputs, and files that the test wrote. */
const OWN = /^(residents|links|headless|broken|truth|decided|wrong)\.csv$|\.yaml$|^keys\//;
const WORK = /(^|\/)work\//;

describe('of numbers in forty notations in every item, of names and a protected place', () => {
  it('has forty notations', () => {
    expect(new Set(NOTATIONS.map((write) => write(NUMBERS[0]!))).size).toBe(40);
    // What is searched finds them all.
    for (const write of NOTATIONS) expect(numbersIn({ name: '', text: `x ${write(NUMBERS[0]!)} y` })).toBe(1);
  });

  it('no number and no protected place stands in any file outside work/', () => {
    const texts = textsIn(world.dir, new RegExp(`${OWN.source}|${WORK.source}`));
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter((text) => numbersIn(text) > 0).map(({ name }) => name)).toEqual([]);
    expect(texts.filter(({ text }) => text.includes(TOWN)).map(({ name }) => name)).toEqual([]);
  });

  it('names stand on case pages and in the tables of cases only', () => {
    const allowed = /^out\/(findings\.(csv|xlsx)|[^/]+\/data\/)/;
    const texts = textsIn(world.dir, new RegExp(`${OWN.source}|${WORK.source}`)).filter(
      ({ name }) => !allowed.test(name),
    );
    const told = texts.filter(({ text }) => text.includes(NAME) || text.includes(KANA));
    expect(told.map(({ name }) => name)).toEqual([]);
  });

  it('nothing of them is printed, with every statement told and errors in full; explain tells names to whom it is asked by', () => {
    for (const text of said) {
      expect([text.name, numbersIn(text)]).toEqual([text.name, 0]);
      expect([text.name, text.text.includes(TOWN)]).toEqual([text.name, false]);
      if (text.name !== 'explain stdout')
        expect([text.name, text.text.includes(NAME) || text.text.includes(KANA)]).toEqual([text.name, false]);
    }
  });

  it('nothing is left in the folder for temporary files', () => {
    expect(readdirSync(world.temp)).toEqual([]);
  });

  it('files are their owner’s only, and an output folder that was open is closed', () => {
    const entries = readdirSync(world.out, { recursive: true, encoding: 'utf8' });
    const modes = ['.', ...entries].map((name) => {
      const info = statSync(join(world.out, name));
      return (info.mode & 0o777) === (info.isDirectory() ? 0o700 : 0o600) ? '' : name;
    });
    expect(modes.filter((name) => name !== '')).toEqual([]);
  });

  it('after purge no number stands in the folder, what was work/, the store or the log', () => {
    say(['purge', world.out], 0);
    // Of a run that failed beside its outputs, too; the other copies are the test's.
    say(['purge', at('fail-verify')], 0);
    for (const { name } of STAGES.filter(({ name }) => name !== 'verify'))
      for (const dir of [`fail-${name}`, `.fail-${name}.running`]) rmSync(at(dir), { recursive: true });
    const patterns = join(temporary(), 'numbers');
    writeFileSync(patterns, `${NUMBERS.join('\n')}\n`);
    const own = readdirSync(world.dir).filter((name) => OWN.test(name));
    const grep = [
      '-r',
      '-l',
      '-a',
      '-F',
      '-f',
      patterns,
      ...own.map((name) => `--exclude=${name}`),
      world.dir,
    ];
    expect(spawnSync('grep', grep, { encoding: 'utf8' })).toMatchObject({ status: 1, stdout: '' });
    const texts = textsIn(world.dir, OWN);
    expect(texts.filter((text) => numbersIn(text) > 0).map(({ name }) => name)).toEqual([]);
    expect(said.filter((text) => numbersIn(text) > 0).map(({ name }) => name)).toEqual([]);
  });
});
