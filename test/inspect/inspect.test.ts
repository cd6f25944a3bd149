import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/ingest/index.js';
import {
  type Inspection,
  inspectFile,
  renderInspection,
  writeIntoPipeline,
} from '../../src/inspect/index.js';
import { loadPipeline } from '../../src/pipeline/load.js';

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
      await writeIntoPipeline(await inspectFile(`${FOLDER}/${file}`), path, file.replace(/\..*/, ''));
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
      await expect(preflight(spec, { dir: pipeline.dir, asOf: AS_OF })).resolves.toBeUndefined();
    }
  });
});

describe('the source block', () => {
  it('shows shapes and confidence, never values', async () => {
    const block = renderInspection(
      await inspectFile(`${FOLDER}/insurer.csv`),
      'insurance',
      'data/insurer.csv',
    );
    expect(block).toContain('insurance:');
    expect(block).toContain('record_id: [ 保険者番号, 被保険者証記号, 被保険者証番号, 枝番 ]');
    expect(block).toMatch(/birth_date: \{ column: 生年月日, format: era-code-12345 \} # 95 %, 9\{7\}/);
    expect(block).toContain('資格取得年月日');
    expect(block).not.toMatch(/01130012|佐藤/);
  });

  it('does not overwrite a source that is there', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'pipeline.yaml');
    const inspection = await inspectFile(`${FOLDER}/insurer.csv`);
    await writeIntoPipeline(inspection, path, 'insurance');
    await expect(writeIntoPipeline(inspection, path, 'insurance')).rejects.toMatchObject({
      code: 'inspect-key-taken',
      exitCode: 2,
    });
    expect(readFileSync(path, 'utf8')).toContain(
      `file: ${relative(dirname(path), resolve(FOLDER, 'insurer.csv'))}`,
    );
  });

  it('refuses a file it cannot make out', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'noise');
    writeFileSync(path, 'one\ntwo words\nand then some more\n');
    await expect(inspectFile(path)).rejects.toMatchObject({ code: 'inspect-unknown', exitCode: 2 });
  });
});
