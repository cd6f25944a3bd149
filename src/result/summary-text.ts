import { join, relative } from 'node:path';
import { namesOf, REPORT_FORMATS, type ReportFormat } from '../audit/formats.js';
import { organisationName } from '../audit/organisation-name.js';
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
  { language, width }: { readonly language: Language; readonly width?: number },
): string {
  const ja = language === 'ja';
  const count = (n: number) => n.toLocaleString('en');
  const head = [
    ...(ja ? ['事務', '読込', '読込不可'] : ['Source', 'Read', 'Rejected']),
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
    table([head, ...rows], width),
    '',
    found.length > 0
      ? table([[ja ? '所見' : 'Findings', ''], ...found], width)
      : ja
        ? '所見はありません'
        : 'No findings',
    '',
    ...mostToCheck(summary, language, width),
    sinceLastRun(summary.previous_run)[language],
    `${ja ? '報告書' : 'Report'}: ${pathOf(reportIn(outDir, formats))}`,
  ].join('\n');
}

/** Organisations named here; all are on the pages and in summary.json. */
const NAMED = 5;

/** The organisations with most links to be checked, where there are several. */
function mostToCheck({ organisations, sources }: Summary, language: Language, width?: number): string[] {
  const due = organisations.filter(({ organisation, C }) => organisation !== '-' && C > 0);
  if (due.length < 2) return [];
  const rows = due
    .toSorted((a, b) => b.C - a.C)
    .slice(0, NAMED)
    .map(({ organisation, name, source, C }) => [
      organisationName(organisation, name === undefined ? undefined : new Map([[organisation, name]]))[
        language
      ],
      sources[source]?.title[language] ?? source,
      C.toLocaleString('en'),
    ]);
  const head =
    language === 'ja'
      ? ['要確認の多い機関', '事務', '件数']
      : ['Organisations with most to check', 'Source', 'Links'];
  return [table([head, ...rows], width, 2), ''];
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
