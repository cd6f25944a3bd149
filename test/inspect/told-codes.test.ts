import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectWithCodes, renderInspection } from '../../src/inspect/index.js';
import { toldCodes } from '../../src/inspect/told-codes.js';
import { inlineRow, makeXlsx } from '../ingest/make-xlsx.js';
import { address, iso, name, PEOPLE } from './odd-exports.js';

const CODES = ['1', '2', '3'];
const told = (...lines: readonly string[]) => toldCodes('住民区分', CODES, lines, 'register');
const ALL = { 1: '住民', 2: '転出', 3: '死亡' };

describe('what codes of a status mean is told', () => {
  it.each<[string, readonly string[]]>([
    ['in a remark', ['11 住民区分 Ｘ 1 281 1:住民 2:転出 3:死亡']],
    ['in full width', ['住民区分　１：住民　２：転出　３：死亡']],
    ['with equals signs and commas', ['・住民区分は 1=住民、2=転出、3=死亡 です']],
    ['in brackets', ['住民区分（1:住民／2:転出／3:死亡）']],
    ['codes in brackets', ['住民区分 (1)住民 (2)転出 (3)死亡']],
    ['words in brackets', ['住民区分 1(住民) 2(転出) 3(死亡)']],
    ['the word first', ['住民区分: 住民=1、転出=2、死亡=3']],
    ['the word first, with blanks', ['住民区分 住民=1 転出=2 死亡=3']],
    ['the word first, the code in brackets', ['住民区分 住民(1) 転出(2) 死亡(3)']],
    [
      'a row for each',
      ['項目 コード 名称', '住民区分 1 住民', '住民区分 2 転出', '住民区分 3 死亡', '性別 1 男'],
    ],
    ['a row for each, words first', ['住民区分 住民 1', '住民区分 転出 2', '住民区分 死亡 3']],
    ['codes with zeros', ['住民区分コード 01 住民', '住民区分コード 02 転出', '住民区分コード 03 死亡']],
    ['merged cells', ['住民区分 1 住民', ' 2 転出', ' 3 死亡', '性別 1 男']],
    ['below a heading', ['【住民区分】', '1 住民', '2 転出', '3 死亡', '', '【性別】', '1 男', '2 女']],
    ['below a heading, as a list', ['■住民区分コード', '', '・1：住民', '・2：転出', '・3：死亡']],
  ])('%s', (_, lines) => {
    expect(told(...lines)).toEqual(ALL);
  });

  it('in letters', () => {
    const lines = ['JOTAI_KBN: A=active, D=Deceased, M=moved out'];
    expect(toldCodes('JOTAI_KBN', ['A', 'D', 'M'], lines, 'register')).toEqual({
      A: 'active',
      D: 'deceased',
      M: 'moved out',
    });
  });

  it('who lives here by what they are, of residents only', () => {
    expect(told('住民区分 1:日本人 2:外国人 3:死亡')).toEqual({ 1: '住民', 2: '住民', 3: '死亡' });
    expect(told('住民区分 1:日本人住民 2:転出者')).toEqual({ 1: '日本人住民', 2: '転出者' });
    expect(toldCodes('区分', CODES, ['区分 1:日本人 2:外国人 3:失効'], 'link')).toEqual({ 3: '失効' });
  });

  it('two ends in one code', () => {
    expect(told('住民区分 1:住民 2:転出・死亡')).toEqual({ 1: '住民', 2: '除票' });
    expect(told('住民区分 1:住民 2:除票者 3:死亡者')).toEqual({ 1: '住民', 2: '除票者', 3: '死亡者' });
  });

  it.each<[string, readonly string[]]>([
    ['of another column', ['外国人住民区分 1:住民 2:転出 3:死亡', '住民区分名 1:住民 2:転出']],
    ['in a table of another', ['住民区分', '', '性別', '1 転出', '2 死亡']],
    ['in the header of an export', ['番号 住民区分 氏名 状態', '1 転出 山田', '2 死亡 佐藤']],
    ['in words that are none of a status', ['住民区分 1:日本人 2:外国人 3:その他']],
    ['by numbers that are none of its codes', ['住民区分 7:住民 8:転出']],
    ['in two ways', ['住民区分 1:住民', '住民区分 1:死亡']],
  ])('nothing is told %s', (_, lines) => {
    expect(told(...lines)).toEqual({});
  });
});

describe('a file beside the export', () => {
  const rows = PEOPLE.map((p) =>
    [
      5_000_000 + p.i,
      700 + Math.trunc(p.i / 2),
      p.number,
      name(p),
      iso(p),
      address(p),
      p.i % 9 ? 1 : p.i % 2 ? 2 : 3,
    ].join(),
  );
  const text = ['宛名番号,世帯番号,個人番号,氏名,生年月日,住所,住民区分', ...rows]
    .map((line) => `${line}\r\n`)
    .join('');
  const statusOf = async (beside: Readonly<Record<string, string | Uint8Array>>) => {
    const dir = mkdtempSync(join(tmpdir(), 'codes-'));
    const path = join(dir, 'juki.csv');
    writeFileSync(path, text);
    for (const [file, content] of Object.entries(beside)) writeFileSync(join(dir, file), content);
    const inspection = await inspectFile(path);
    return { inspection, status: inspection.mapping.find(({ item }) => item === 'status') };
  };
  const NOTE = '項目の説明\r\n住民区分　1:住民 2:転出 3:死亡\r\n';

  it.each<[string, string | Uint8Array]>([
    ['メモ.txt', NOTE],
    ['README.md', '# 住民区分\n\n- 1: 住民\n- 2: 転出\n- 3: 死亡\n'],
    [
      'コード表.csv',
      iconv.encode('種別,コード,名称\r\n住民区分,1,住民\r\n住民区分,2,転出\r\n住民区分,3,死亡\r\n', 'cp932'),
    ],
    [
      'コード表.xlsx',
      makeXlsx([
        {
          name: '性別',
          rows: [
            ['1', '男'],
            ['2', '女'],
          ]
            .map((row) => inlineRow(row))
            .join(''),
        },
        {
          name: '住民区分',
          rows: [
            ['1', '住民'],
            ['2', '転出'],
            ['3', '死亡'],
          ]
            .map((row) => inlineRow(row))
            .join(''),
        },
      ]),
    ],
  ])('%s says it, and the proposal from where it is', async (file, content) => {
    const { inspection, status } = await statusOf({ [file]: content });
    expect(status).toMatchObject({ codes: ALL, codesIn: file });
    expect(inspection.questions.filter(({ kind }) => kind === 'codes')).toEqual([]);
    expect(renderInspection(inspection, 'a', 'a', 'en')).toContain(`was read from ${file}: 1 = 住民`);
    const own = await inspectWithCodes(inspection, { 2: '職権消除' });
    expect(renderInspection(own, 'a', 'a', 'en')).not.toContain('was read from');
  });

  it('two files that say different things are asked about, and so is what none says', async () => {
    const both = await statusOf({ 'a.txt': NOTE, 'b.txt': '住民区分 1:死亡 2:転出' });
    const none = await statusOf({ 'a.txt': 'よろしくお願いします\r\n' });
    for (const { inspection, status } of [both, none]) {
      expect(status?.codes).toBeUndefined();
      expect(inspection.questions.some(({ kind }) => kind === 'codes')).toBe(true);
    }
  });
});
