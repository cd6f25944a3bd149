import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../../src/audit/formats.js';
import type { OrganisationSummary, Summary } from '../../src/audit/summary.js';
import { summaryText } from '../../src/result/summary-text.js';
import { width } from '../../src/text/table.js';

const EMPTY: Summary = {
  sources: {},
  register: { rows: 0, accepted: 0, rejected: 0, findings: {} },
  organisations: [],
  clusters: [],
  previous_run: { new: 0, resolved: 0, continuing: 0, recurring: 0 },
};

describe('the last line names a file that is there', () => {
  it.each<[readonly ReportFormat[], string]>([
    [['html', 'xlsx', 'csv'], 'index.html'],
    [['csv', 'html'], 'index.html'],
    [['csv'], 'findings.csv'],
    [['csv', 'xlsx'], 'findings.xlsx'],
    [[], 'findings.jsonl'],
  ])('of formats %j: %s', (formats, file) => {
    const text = summaryText(EMPTY, '/somewhere/out', formats, { language: 'en' });
    expect(text.split('\n').at(-1)).toBe(`Report: ${join('/somewhere/out', file)}`);
  });
});

describe('what became of the findings since the last run', () => {
  const text = (previous_run: Summary['previous_run'], language: 'ja' | 'en') =>
    summaryText({ ...EMPTY, previous_run }, '/somewhere/out', [], { language }).split('\n');

  it('is counted where there was one', () => {
    const since = { new: 3, resolved: 1, continuing: 20, recurring: 2 };
    expect(text(since, 'en')).toContain('Since the last run: 3 new, 20 continuing, 2 recurring, 1 resolved');
    expect(text(since, 'ja')).toContain('前回から: 新規 3、継続 20、再発 2、解消 1');
  });

  it('is nothing where there was none', () => {
    const since = { first: 23, new: 0, resolved: 0, continuing: 0, recurring: 0 };
    expect(text(since, 'en')).toContain('No earlier run to compare with');
    expect(text(since, 'ja')).toContain('前回の実行はありません（次回から比較します）');
  });
});

const organisation = (code: string, C: number, name?: string): OrganisationSummary => ({
  organisation: code,
  ...(name === undefined ? {} : { name }),
  source: 'cards',
  ...{ accepted: 10, A: 9, B: 0, C, U: 0, findings: C, causes: {} },
});

const TOWN: Summary = {
  ...EMPTY,
  sources: {
    cards: {
      title: { ja: 'マイナンバーカード・公金受取口座登録', en: 'My Number cards and public-money accounts' },
      ...{ rows: 123_456_789, accepted: 123_456_789, rejected: 0, A: 9, B: 0, C: 1, U: 0 },
      findings: { 'wrong-resident': 1 },
      causes: {},
    },
  },
  organisations: [
    organisation('142999', 1, 'ひばり野市'),
    organisation('01130012', 3),
    organisation('13', 0, '東京都'),
    organisation('-', 7),
  ],
};

describe('the organisations with most to check', () => {
  it('stand there with their names, most first; those with nothing to check do not, nor what has none', () => {
    const lines = summaryText(TOWN, '/out', [], { language: 'ja' }).split('\n');
    const at = lines.findIndex((line) => line.startsWith('要確認の多い機関'));
    expect(lines.slice(at + 1, at + 4)).toEqual([
      expect.stringMatching(/^01130012 +マイナンバーカード・公金受取口座登録 +3$/),
      expect.stringMatching(/^ひばり野市（142999） +マイナンバーカード・公金受取口座登録 +1$/),
      '',
    ]);
  });

  it('are not told where there is one', () => {
    const one = { ...TOWN, organisations: [organisation('142999', 1), organisation('2', 0)] };
    expect(summaryText(one, '/out', [], { language: 'en' })).not.toContain('Organisations');
  });
});

describe('a terminal of 80 columns', () => {
  it.each(['ja', 'en'] as const)('is not left in %s, where a full-width letter takes two', (language) => {
    const lines = summaryText(TOWN, '/out', [], { language, width: 80 }).split('\n');
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(80);
    expect(lines.join('\n')).toContain('123,456,789');
  });
});

describe('the README', () => {
  it.each([
    ['en', 'README.md'],
    ['ja', 'README.ja.md'],
  ] as const)('shows in %s what the run of the sample says at its end (npm run golden)', (language, page) => {
    const golden = new URL('../cases/golden/sample/summary.json', import.meta.url);
    const sample = JSON.parse(readFileSync(golden, 'utf8')) as Summary;
    const shown = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8').split('sample run -->')[1]!;
    expect(shown).toContain(
      `\`\`\`\n${summaryText(sample, 'reports/<run-id>', ['html'], { language })}\n\`\`\``,
    );
  });
});
