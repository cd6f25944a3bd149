import { join, relative } from 'node:path';
import type { Summary } from '../audit/summary.js';
import { GRADES } from '../audit/words.js';
import { KIND_TITLES } from '../findings/kind-texts.js';
import type { Language } from '../text/bilingual.js';
import { table } from '../text/table.js';

/** What the run found, for a person: rows and grades per source, findings by kind, where the report is. */
export function summaryText(summary: Summary, outDir: string, language: Language): string {
  const ja = language === 'ja';
  const count = (n: number) => n.toLocaleString('en');
  const head = [
    ...(ja ? ['業務', '読込', '除外'] : ['Source', 'Read', 'Rejected']),
    ...Object.values(GRADES).map((title) => title[language]),
  ];
  const rows = Object.values(summary.sources).map(({ title, rows: read, rejected, A, B, C, U }) => [
    title[language],
    ...[read, rejected, A, B, C, U].map(count),
  ]);
  const kinds = new Map<string, number>();
  for (const { findings } of [...Object.values(summary.sources), summary.register]) {
    for (const [kind, n] of Object.entries(findings)) kinds.set(kind, (kinds.get(kind) ?? 0) + n);
  }
  const found = Object.entries(KIND_TITLES).flatMap(([kind, title]) =>
    kinds.has(kind) ? [[title[language], count(kinds.get(kind)!)]] : [],
  );
  const report = relative(process.cwd(), join(outDir, 'index.html'));
  return [
    table([head, ...rows]),
    '',
    found.length > 0
      ? table([[ja ? '所見' : 'Findings', ''], ...found])
      : ja
        ? '所見はありません'
        : 'No findings',
    '',
    `${ja ? '報告書' : 'Report'}: ${report.startsWith('..') ? join(outDir, 'index.html') : report}`,
  ].join('\n');
}
