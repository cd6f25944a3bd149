import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../../src/audit/formats.js';
import type { Summary } from '../../src/audit/summary.js';
import { summaryText } from '../../src/result/summary-text.js';

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
    const text = summaryText(EMPTY, '/somewhere/out', formats, 'en');
    expect(text.split('\n').at(-1)).toBe(`Report: ${join('/somewhere/out', file)}`);
  });
});

describe('what became of the findings since the last run', () => {
  const text = (previous_run: Summary['previous_run'], language: 'ja' | 'en') =>
    summaryText({ ...EMPTY, previous_run }, '/somewhere/out', [], language).split('\n');

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
