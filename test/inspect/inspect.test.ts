import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/ingest/index.js';
import {
  type Inspection,
  inspectFile,
  inspectionJson,
  renderInspection,
  writeIntoPipeline,
} from '../../src/inspect/index.js';
import { loadPipeline } from '../../src/pipeline/file/load.js';

const AS_OF = '2023-06-22';
const FOLDER = 'test/cases/inspect';

interface Expected {
  readonly kind: string;
  readonly format: string;
  readonly encoding: string;
  /** Column (start+length for fixed width) to item and date notation; empty: not used. */
  readonly columns: Readonly<Record<string, string>>;
}

const CASES = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Record<string, Expected>;

/** What was proposed, in the notation of expected.json. */
function proposed({ mapping, layout, columns }: Inspection): Record<string, string> {
  const label = (name: string) => (layout ? layout[name]!.join('+') : name);
  return Object.fromEntries(
    columns.map(({ name }) => {
      const items = mapping.filter((one) => one.columns.includes(name));
      return [label(name), items.map(({ item, format }) => (format ? `${item} ${format}` : item)).join('+')];
    }),
  );
}

describe.each(Object.entries(CASES))('inspect %s', (name, expected) => {
  it('finds format and encoding, and at least 90 % of the columns', async () => {
    const inspection = await inspectFile(`${FOLDER}/${name}`);
    expect(inspection).toMatchObject({
      kind: expected.kind,
      format: expected.format,
      encoding: expected.encoding,
      damaged: 0,
    });
    const found = proposed(inspection);
    const wrong = Object.entries(expected.columns).filter(
      ([column, item]) => (found[column] ?? '(absent)') !== item,
    );
    const right = Object.keys(expected.columns).length - wrong.length;
    expect({
      share: right / Object.keys(expected.columns).length >= 0.9,
      wrong: wrong.map(([c, i]) => [c, i, found[c]]),
    }).toMatchObject({ share: true });
  });

  it('writes a pipeline file that check accepts', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'pipeline.yaml');
    writeFileSync(path, '# 点検の設定\nversion: 1 # first\n');
    const other = expected.kind === 'register' ? 'insurer.csv' : 'municipality.csv';
    for (const file of [other, name]) {
      await writeIntoPipeline(await inspectFile(`${FOLDER}/${file}`), path, file.replace(/\..*/, ''), 'ja');
    }
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('# 点検の設定');
    expect(text).toContain('# first');
    expect(text).not.toMatch(/\d{9}|佐藤|ｻﾄｳ|霞が関/);
    // The private service is tied by a serial this register does not carry: the one thing to be added by hand.
    if (name === 'services.jsonl')
      writeFileSync(path, text.replace(/^ {2}columns:\n/m, '  columns:\n    auth_serial: 世帯番号\n'));
    const pipeline = await loadPipeline(path);
    for (const spec of [pipeline.register, ...pipeline.links]) {
      await expect(preflight(spec, { dir: pipeline.dir, asOf: AS_OF })).resolves.toEqual([]);
    }
  });
});

describe('the source block', () => {
  it('shows shapes and confidence, never values', async () => {
    const block = renderInspection(
      await inspectFile(`${FOLDER}/insurer.csv`),
      'insurance',
      'data/insurer.csv',
      'en',
    );
    expect(block).toContain('insurance:');
    expect(block).toContain('record_id: [ 保険者番号, 被保険者証記号, 被保険者証番号, 枝番 ]');
    expect(block).toMatch(/birth_date: \{ column: 生年月日, format: era-code-12345 \} # 95 %, 9\{7\}/);
    expect(block).toContain('資格取得年月日');
    expect(block).not.toMatch(/01130012|佐藤/);
    expect(block).toMatch(/# csv, .* rows looked at\n *# behind each item: how sure/);
    expect(block).not.toMatch(/行を確認|使わない列/);
  });

  it('maps no guess: it is told and asked after, in text and JSON', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'guess.csv');
    const rows = ['A-01', 'A-02', 'A-03', 'A-04'].map((id, i) => `${id},98765432101${i},1975-03-0${i + 1}`);
    writeFileSync(path, `発行番号,個人番号,生年月日\n${rows.join('\n')}\n`);
    const inspection = await inspectFile(path, 'link');
    const block = renderInspection(inspection, 'cards', path, 'en');
    // No check digit is right: the name alone says that these are My Numbers.
    expect(block).not.toMatch(/^\s*my_number:/m);
    expect(block).toMatch(/^\s*record_id: 発行番号 #/m);
    expect(block).toMatch(/my_number \(my number\) is not mapped: "個人番号" is no more than a guess/);
    expect(renderInspection(inspection, 'cards', path, 'ja')).toMatch(/割り当てていません/);
    const { items } = inspectionJson(inspection);
    expect(Object.fromEntries(items.map(({ item, mapped }) => [item, mapped]))).toEqual({
      record_id: true,
      my_number: false,
      birth_date: true,
    });
  });

  it('does not overwrite a source that is there', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'pipeline.yaml');
    const inspection = await inspectFile(`${FOLDER}/insurer.csv`);
    expect(await writeIntoPipeline(inspection, path, 'insurance', 'en')).toBe('links.insurance');
    await expect(writeIntoPipeline(inspection, path, 'insurance', 'en')).rejects.toMatchObject({
      code: 'inspect-key-taken',
      exitCode: 2,
    });
    expect(readFileSync(path, 'utf8')).toContain(
      `file: ${relative(dirname(path), resolve(FOLDER, 'insurer.csv'))}`,
    );
  });

  it('goes into a file that keeps its rights, through a link too; what is no map of links stays', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'inspect-'));
    const path = join(dir, 'pipeline.yaml');
    writeFileSync(path, 'version: 1\n# mine\n');
    chmodSync(path, 0o640);
    symlinkSync(path, join(dir, 'link.yaml'));
    const inspection = await inspectFile(`${FOLDER}/insurer.csv`);
    await writeIntoPipeline(inspection, join(dir, 'link.yaml'), 'insurance', 'en');
    expect(readFileSync(path, 'utf8')).toContain('# mine');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(dir).sort()).toEqual(['link.yaml', 'pipeline.yaml']);
    for (const links of ['[a, b]', 'words']) {
      writeFileSync(path, `version: 1\nlinks: ${links}\n`);
      const refused = writeIntoPipeline(inspection, path, 'insurance', 'en');
      await expect(refused).rejects.toMatchObject({ code: 'pipeline-file', exitCode: 2 });
      expect(readFileSync(path, 'utf8')).toBe(`version: 1\nlinks: ${links}\n`);
    }
  });

  it('refuses a file it cannot make out', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'noise');
    writeFileSync(path, 'one\ntwo words\nand then some more\n');
    await expect(inspectFile(path)).rejects.toMatchObject({ code: 'inspect-unknown', exitCode: 2 });
  });
});

describe('exports whose names tell nothing', () => {
  const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const rows = Array.from({ length: 40 }, (_, i) => {
    const body = String(10_000_000_019 + i * 1_299_709);
    const rest = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11;
    return {
      id: `K${1000 + i}`,
      number: `${body}${rest <= 1 ? 0 : 11 - rest}`,
      name: `${['佐藤', '鈴木', '高橋'][i % 3]}　${['太郎', '花子'][i % 2]}`,
      kana: `${['サトウ', 'スズキ', 'タカハシ'][i % 3]} ${['タロウ', 'ハナコ'][i % 2]}`,
      year: 1950 + i,
      day: `0${1 + (i % 9)}1${i % 9}`,
      sex: 1 + (i % 2),
      address: `東京都世田谷区桜新町${1 + (i % 3)}丁目${1 + i}番`,
    };
  });
  const mapped = async (content: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'input');
    writeFileSync(path, content);
    const inspection = await inspectFile(path);
    const items = inspection.mapping.map(({ item, columns, format }) => [
      item,
      [...columns, ...(format ? [format] : [])].join(' '),
    ]);
    return { reading: inspection.reading, items: Object.fromEntries(items) };
  };
  const line = (row: (typeof rows)[number], date: string, delimiter: string) =>
    [row.id, row.number, row.name, row.kana, date, row.sex, row.address].join(delimiter);

  it('column1, column2 …: the values speak, dates of certificates too', async () => {
    const body = rows.map((row) => line(row, `${row.year < 1989 ? 3 : 4}${row.year}${row.day}`, ','));
    const header = rows.slice(0, 7).map((_, i) => `column${i + 1}`);
    const { items } = await mapped(`${[header.join(','), ...body].join('\n')}\n`);
    expect(items).toEqual({
      record_id: 'column1',
      my_number: 'column2',
      name: 'column3',
      kana: 'column4',
      birth_date: 'column5 jpki',
      sex: 'column6',
      address: 'column7',
    });
  });

  it('titles above the header that are filled up with delimiters', async () => {
    const body = rows.map((row) => line(row, `${row.year}.3.2`, ';'));
    const above = ['交付状況一覧;;;;;;', '2023/06/22;;;;;;', '項目1;項目2;項目3;項目4;項目5;項目6;項目7'];
    const { reading, items } = await mapped(`${[...above, ...body].join('\n')}\n`);
    expect(reading).toEqual({ delimiter: ';', skipRows: 2 });
    expect(items).toMatchObject({ record_id: '項目1', my_number: '項目2', birth_date: '項目5 slash' });
  });

  it('era codes with separators', async () => {
    const body = rows.map((row) => line(row, `3-${row.year - 1925}-03-02`, ','));
    const { items } = await mapped(`${body.join('\n')}\n`);
    expect(items).toMatchObject({ birth_date: '5 era-code-12345' });
  });

  it('keys inside keys of JSON', async () => {
    const body = rows.map(({ id, number, name, year, address }) =>
      JSON.stringify({
        member_id: id,
        my_number: number,
        profile: { name, birthday: `${year}-03-02` },
        addr: address,
      }),
    );
    const { items } = await mapped(`${body.join('\n')}\n`);
    expect(items).toEqual({
      record_id: 'member_id',
      my_number: 'my_number',
      name: 'profile.name',
      birth_date: 'profile.birthday iso',
      address: 'addr',
    });
  });
});
