import { join, relative } from 'node:path';
import { namesOf, REPORT_FORMATS, type ReportFormat } from '../audit/formats.js';
import type { Summary } from '../audit/summary.js';
import { GRADES } from '../audit/words.js';
import { KIND_TITLES } from '../findings/titles.js';
import { type Bilingual, fill, type Language } from '../text/bilingual.js';
import { table } from '../text/table.js';

/** What the run found, for a person: rows and grades per source, findings by kind, where the reports are. */
export function summaryText(
  summary: Summary,
  outDir: string,
  formats: readonly ReportFormat[],
  language: Language,
): string {
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
  return [
    table([head, ...rows]),
    '',
    found.length > 0
      ? table([[ja ? '所見' : 'Findings', ''], ...found])
      : ja
        ? '所見はありません'
        : 'No findings',
    '',
    sinceLastRun(summary.previous_run)[language],
    `${ja ? '報告書' : 'Report'}: ${pathOf(reportIn(outDir, formats))}`,
  ].join('\n');
}

/** What became of the findings of the run before. */
function sinceLastRun({ first, ...changes }: Summary['previous_run']): Bilingual {
  if (first !== undefined)
    return {
      ja: '前回の実行はありません（次回から比較します）',
      en: 'No earlier run to compare with',
    };
  return fill(SINCE, changes);
}

const SINCE = {
  ja: '前回から: 新規 {new}、継続 {continuing}、再発 {recurring}、解消 {resolved}',
  en: 'Since the last run: {new} new, {continuing} continuing, {recurring} recurring, {resolved} resolved',
};

/** The page where there is one, else the first of the tables; findings.jsonl is always there. */
function reportIn(outDir: string, formats: readonly ReportFormat[]): string {
  const first = namesOf(REPORT_FORMATS).find((format) => formats.includes(format));
  return join(outDir, first ? REPORT_FORMATS[first].main : 'findings.jsonl');
}

function pathOf(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
