import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { lines, temporary, totsugo } from './program.js';

/** A resident of a case, as the register has it. */
export interface Added {
  readonly name: string;
  readonly kana?: string;
  readonly alias?: string;
  readonly birth?: string;
  readonly sex?: '男' | '女';
  readonly address?: string;
  readonly former?: string;
  /** Who has the same lives together; alone where none is told. */
  readonly household?: string;
}

/** A record of a case: of the source `pensions` (kana, birth date, sex, address), `accounts` (kana alone) or `cards` (pensions and the name). */
export interface CaseRecord {
  readonly kana?: string;
  readonly name?: string;
  readonly birth?: string;
  readonly sex?: '男' | '女' | '';
  readonly address?: string;
  readonly terminal?: string;
  readonly at?: string;
}

export type Source = 'pensions' | 'accounts' | 'cards';

/** A record on the first of some residents, whose second, where there is one, is somebody else whom it may fit. */
export interface Case {
  readonly id: string;
  readonly source: Source;
  readonly record: CaseRecord;
  readonly residents: readonly Added[];
}

export const BIRTH = '昭和41年11月23日';
export const HOME = '神奈川県ひばり野市栄町2丁目2番4号';

const STRAY = 100;

type Row = Record<string, string>;

/** A valid My Number: 11 digits and the check digit (weights 6 5 4 3 2 7 6 5 4 3 2). */
function myNumber(n: number): string {
  const body = `7${String(n * 7919).padStart(10, '0')}`;
  const sum = [...'65432765432'].reduce((total, weight, i) => total + Number(weight) * Number(body[i]), 0);
  return body + (sum % 11 <= 1 ? 0 : 11 - (sum % 11));
}

/**
 * A town of `synth` whose register lacks the furigana of two residents in five, with a record of every resident in each of two
 * sources that have kana alone, and the cases behind them. Runs the built program on it, with the table of old and new places that is
 * given; gives its folder.
 */
export function runTown(cases: readonly Case[], residents = 1500, places = ''): string {
  const dir = temporary();
  expect(totsugo(['synth', '--out', dir, '--residents', String(residents), '--seed', '9']).code).toBe(0);
  const rows: Row[] = parse(readFileSync(join(dir, 'residents.csv')), { bom: true, columns: true });
  const town = rows.map((row, i) => resident(row, i % 5 < 2));
  const kana = new Map(rows.map((row) => [row.宛名番号!, row.フリガナ!]));
  const sources: Record<Source, string[]> = { pensions: [], accounts: [], cards: [] };
  const hasCards = cases.some(({ source }) => source === 'cards');
  for (const [i, row] of town.entries()) {
    const name = (kana.get(row.id!) ?? '').replace('　', ' ');
    if (!/^[ァ-ヶー ]+$/.test(name) || i % STRAY === 0) continue;
    const base = { kana: name, birth: row.birth!, sex: row.sex as '男', address: row.address! };
    // A record in a hundred is on somebody else, so that a wrong link is nothing unheard of.
    const { number } = i % STRAY === 1 ? town[i - 1]! : row;
    sources.pensions.push(recordLine(`P${row.id}`, number!, base));
    sources.accounts.push(recordLine(`A${row.id}`, number!, { kana: name }));
    if (hasCards) sources.cards.push(recordLine(`C${row.id}`, number!, { ...base, name: row.name! }));
  }
  let added = 0;
  for (const { id, source, record, residents: own } of cases) {
    const numbers = own.map((person) => {
      added++;
      const number = myNumber(added);
      town.push({ id: `T${added}`, number, home: person.household ?? `H${added}`, ...textsOf(person) });
      return number;
    });
    sources[source].push(recordLine(id, numbers[0]!, record));
  }
  writeTown(dir, town, sources, places);
  const { code, stderr } = totsugo(['run', join(dir, 'pipeline.yaml'), '--out', join(dir, 'run'), '--quiet']);
  // The town has nobody to protect, and run says that its register could not tell.
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(/^Beware: THE REGISTER HAS NO protected COLUMN[^\n]*\n$/),
  ]);
  return join(dir, 'run');
}

function resident(row: Row, unread: boolean): Row {
  return {
    id: row.宛名番号!,
    number: row.個人番号!,
    home: row.世帯番号!,
    name: row.氏名!,
    former: row.旧氏!,
    alias: row.通称!,
    kana: unread ? '' : row.フリガナ!,
    birth: row.生年月日!,
    sex: row.性別!,
    address: row.住所!,
  };
}

function textsOf({
  name,
  kana = '',
  alias = '',
  former = '',
  birth = BIRTH,
  sex = '男',
  address = HOME,
}: Added): Row {
  return { name, former, alias, kana, birth, sex, address };
}

function recordLine(id: string, number: string, record: CaseRecord): string {
  const { kana = '', name = '', birth = '', sex = '', address = '', terminal = '', at = '' } = record;
  return [id, number, name, kana, birth, sex, address, terminal, at].map((cell) => `"${cell}"`).join(',');
}

function writeTown(
  dir: string,
  town: readonly Row[],
  sources: Readonly<Record<Source, readonly string[]>>,
  places: string,
): void {
  mkdirSync(dir, { recursive: true });
  const keys = ['id', 'number', 'home', 'name', 'former', 'alias', 'kana', 'birth', 'sex', 'address'];
  const lines = town.map((row) => keys.map((key) => `"${row[key] ?? ''}"`).join(','));
  writeFileSync(join(dir, 'town.csv'), [keys.join(','), ...lines].join('\n'));
  const head = 'id,number,name,kana,birth,sex,address,terminal,at';
  for (const [source, records] of Object.entries(sources)) {
    writeFileSync(join(dir, `${source}.csv`), [head, ...records].join('\n'));
  }
  if (places !== '') writeFileSync(join(dir, 'places.csv'), places);
  const whole = ', birth_date: {column: birth, format: wareki}, sex: sex, address: address';
  const columns = (more: string) => `{record_id: id, my_number: number, kana: kana${more}}`;
  writeFileSync(
    join(dir, 'pipeline.yaml'),
    `version: 1
name: town
as_of: 2023-06-22
register:
  file: town.csv
  columns: {resident_id: id, my_number: number, household_id: home, name: name, former_name: former, alias: alias, kana: kana,
    birth_date: {column: birth, format: wareki}, sex: sex, address: address}
links:
  pensions:
    file: pensions.csv
    columns: ${columns(whole)}
  accounts:
    file: accounts.csv
    columns: ${columns(', terminal: terminal, registered_at: at')}
${sources.cards.length === 0 ? '' : `  cards:\n    file: cards.csv\n    columns: ${columns(`, name: name${whole}`)}`}
report: {language: en, formats: [csv]}
${places === '' ? '' : 'gazetteer: [places.csv]\n'}`,
  );
}

/** What the run says of a case: its grade, the probability of a wrong link, and whom it names as the owner (`T2`), if anybody. */
export interface Verdict {
  readonly grade: string;
  readonly p: number;
  readonly owner: string | null;
}

export async function verdictsOf(out: string): Promise<ReadonlyMap<string, Verdict>> {
  const engine = await openDuckDb();
  const rows = await engine.rows<{ record_id: string; grade: string; p: number }>(
    `SELECT record_id, grade, probability AS p FROM read_parquet('${join(out, 'grades.parquet')}')`,
  );
  await engine.close();
  const owners = new Map<string, string>();
  for (const { record_id, candidates } of lines<{ record_id: string; candidates: { resident_id: string }[] }>(
    out,
    'findings.jsonl',
  )) {
    if (candidates?.[0]) owners.set(record_id, candidates[0].resident_id);
  }
  return new Map(
    rows.map(({ record_id: id, grade, p }) => [id, { grade, p: Number(p), owner: owners.get(id) ?? null }]),
  );
}
