import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPipeline, parsePipeline } from '../../src/pipeline/file/load.js';
import { pipelineJsonSchema } from '../../src/pipeline/file/schema.js';
import { MINIMAL, problemsOf } from './minimal.js';

const contract = 'test/cases/pipeline/contract/pipeline.yaml';

describe('loadPipeline', () => {
  it("loads the contract's example with its defaults", async () => {
    const file = await loadPipeline(contract);
    expect(file.asOf).toBe('2023-06-22');
    expect(file.register).toMatchObject({
      id: 'register',
      files: ['data/residents.csv'],
      format: 'csv',
      encoding: 'cp932',
      maxRejectShare: 0.01,
    });
    expect(file.register.columns.birth_date).toEqual({ from: ['生年月日'], format: 'wareki' });
    expect(file.links.map((l) => [l.id, l.format, l.encoding, l.via])).toEqual([
      ['cards', 'csv', 'utf-8', 'my_number'],
      ['insurance', 'csv', 'utf-8', 'my_number'],
      ['accounts', 'fixed', 'cp932', 'my_number'],
      ['services', 'jsonl', 'utf-8', 'auth_serial'],
    ]);
    expect(file.links[0]?.title).toEqual({ ja: 'マイナンバーカード', en: 'My Number cards' });
    expect(file.links[0]?.onePerResident).toBe(true);
    expect(file.links[1]?.columns.record_id?.from).toEqual(['保険者番号', '記号', '番号', '枝番']);
    expect(file.links[2]?.layout?.holder).toEqual([16, 30]);
    expect(file.review).toEqual({ threshold: 0.5, sampleClean: 300, reviewers: null });
    expect(file.privacy.keyFile).toBe('~/.totsugo/key');
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes what each code of a status means, and nothing where none is told', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'load-')), 'p.yaml');
    const codes =
      "my_number: 個人番号, status: {column: 状態, codes: {1: 現存, 02: 転出, '03': 死亡}}}\nlinks";
    writeFileSync(path, MINIMAL.replace('my_number: 個人番号}\nlinks', codes));
    const { register, links } = await loadPipeline(path);
    // YAML reads 02 as a number.
    expect(register.columns.status?.codes).toEqual({ '1': '現存', '2': '転出', '03': '死亡' });
    expect(links[0]?.columns.my_number).toEqual({ from: ['個人番号'], format: null });
  });

  it('fills in defaults, the name from the file name', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'load-')), 'nightly.yaml');
    writeFileSync(path, MINIMAL);
    const file = await loadPipeline(path);
    expect(file).toMatchObject({
      name: 'nightly',
      asOf: null,
      report: { language: 'ja', formats: ['html', 'xlsx', 'csv'], splitBy: 'organisation' },
      model: null,
      decisions: null,
    });
    expect(file.links[0]?.title).toEqual({ ja: 'cards', en: 'cards' });
  });

  it.each([
    ['comma separated', '番号,氏名\n123456789018,青木\n', /^[^\n]+:1:1: Not a pipeline file/],
    ['fixed width', '0001 123456789018 青木\n0002 123456789018 青木\n', /^[^\n]+:1:1: Not a pipeline file/],
    ['JSON Lines', '{"n":"123456789018"}\n{"n":"青木"}\n{"n":"青木"}\n', /^[^\n]+:2:1: Not readable as YAML/],
    ['a broken quote', 'version: 1\nname: "123456789018 青木\n', /Not readable as YAML/],
    ['a bad escape', 'version: 1\nname: "\\q123456789018 青木"\n', /Not readable as YAML/],
  ])('quotes nothing of an export named by mistake: %s', (_, text, expected) => {
    const told = problemsOf(text);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(told[0]).toMatch(expected);
    expect(told.join()).not.toMatch(/123456789018|青木/);
  });

  it.each([
    ['', undefined],
    ['privacy: {}\n', undefined],
    ['privacy: {disclosure: full}\n', 'full'],
    ['privacy: {disclosure: minimum}\n', 'minimum'],
  ])('%j discloses %j', (privacy, disclosure) => {
    expect(parsePipeline(`${MINIMAL}${privacy}`, 'p.yaml').privacy?.disclosure).toBe(disclosure);
  });

  it.each([
    ['', []],
    ['gazetteer: a.csv\n', [{ file: 'a.csv', within: '' }]],
    [
      'gazetteer: [a.csv, b.csv]\n',
      [
        { file: 'a.csv', within: '' },
        { file: 'b.csv', within: '' },
      ],
    ],
    ['gazetteer: [{file: a.csv, within: 愛知県緑市}]\n', [{ file: 'a.csv', within: '愛知県緑市' }]],
  ])('%j names tables of places', async (gazetteer, files) => {
    const path = join(mkdtempSync(join(tmpdir(), 'load-')), 'p.yaml');
    writeFileSync(path, `${MINIMAL}${gazetteer}`);
    expect((await loadPipeline(path)).gazetteer).toEqual(files);
  });

  it.each(['[]', '7', '{a: b.csv}', '[{within: 緑市}]', '[{file: a.csv, encoding: cp932}]'])(
    'refuses gazetteer: %s by name',
    (value) => {
      expect(problemsOf(`${MINIMAL}gazetteer: ${value}\n`).join()).toMatch(/p\.yaml:9:\d+: .*/);
    },
  );

  it.each(['minimal', 'none', 'true', '[minimum]'])('refuses privacy.disclosure %s by name', (value) => {
    expect(problemsOf(`${MINIMAL}privacy: {disclosure: ${value}}\n`).join()).toMatch(
      /privacy\.disclosure|disclosure/,
    );
  });

  it('tells a file that is not in UTF-8', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'load-')), 'cp932.yaml');
    writeFileSync(path, Buffer.concat([Buffer.from(MINIMAL), Buffer.from([0x23, 0x8e, 0x81, 0x96, 0xbc])]));
    await expect(loadPipeline(path)).rejects.toThrow(/1:1: .*UTF-8/);
  });

  it('tells a broken indentation once, and each tab', () => {
    expect(problemsOf('version: 1\nregister:\n  a: 1\n b: 2\n c: 3\n d: 4\n')).toEqual([
      expect.stringMatching(/^p\.yaml:4:1: Not readable as YAML: the indentation/),
    ]);
    expect(
      problemsOf('version: 1\nregister:\n\ta: 1\n\tb: 2\n').filter((p) => p.includes('Tabs')),
    ).toHaveLength(2);
  });

  it('refuses a file that is not there with exit code 2', async () => {
    await expect(loadPipeline('no/such.yaml')).rejects.toMatchObject({
      code: 'pipeline-missing',
      exitCode: 2,
    });
  });
});

describe('the published JSON Schema', () => {
  it('is current (npm run schema writes it)', () => {
    expect(readFileSync('pipelines/pipeline.schema.json', 'utf8')).toBe(pipelineJsonSchema());
  });
});
