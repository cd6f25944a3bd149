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
