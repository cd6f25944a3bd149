import type { AuditResult } from '../audit/result.js';
import type { LinkCounts } from '../audit/summary.js';
import { CAUSES } from '../findings/titles.js';
import type { Bilingual } from '../text/bilingual.js';
import { sourceTitle } from './text/names.js';

/** The counts as authorities publish them: a row for each source and their sum, links counted once each. */
export interface CountTable {
  /** Titles of the columns: the source, five counts, then the wrong links by cause. */
  readonly titles: readonly Bilingual[];
  readonly rows: readonly CountRow[];
  readonly total: CountRow;
}

export interface CountRow {
  readonly title: Bilingual;
  readonly counts: readonly number[];
}

const TITLES: readonly Bilingual[] = [
  { ja: '事務', en: 'Business' },
  { ja: '点検件数', en: 'Links checked' },
  { ja: '要確認', en: 'To be checked' },
  { ja: '確認済み', en: 'Settled' },
  { ja: '紐付け誤り', en: 'Wrong links' },
  { ja: '未判断', en: 'Undecided' },
];

/** Counts before the causes. */
export const PLAIN_COUNTS = TITLES.length - 1;

const NOTHING: Omit<LinkCounts, 'source'> = { settled: 0, wrong: 0, causes: {} };

/** What is counted of a result, whatever a format shows of its cases. */
type Counted = Pick<AuditResult, 'summary' | 'review'>;

/** Links in doubt that nobody has settled: 未判断 of the table. */
export function linksLeft(result: Counted): number {
  return countTable(result).total.counts[TITLES.length - 2]!;
}

/** 要確認 is 確認済み and 未判断; 紐付け誤り is part of 確認済み, and the causes add up to it. */
export function countTable(result: Counted): CountTable {
  const ids = Object.keys(CAUSES);
  const rows = Object.entries(result.summary.sources).map(([source, { accepted, C }]): CountRow => {
    const { settled, wrong, causes } = result.review?.links.find((own) => own.source === source) ?? NOTHING;
    const byCause = ids.map((id) => causes[id] ?? 0);
    return {
      title: sourceTitle(result, source),
      counts: [accepted, C, settled, wrong, C - settled, ...byCause],
    };
  });
  const sums = [...TITLES.slice(1), ...ids].map((_, at) =>
    rows.reduce((sum, { counts }) => sum + counts[at]!, 0),
  );
  const causes = ids.map((id) => ({ ja: `うち${CAUSES[id]!.ja}`, en: `of these: ${CAUSES[id]!.en}` }));
  return {
    titles: [...TITLES, ...causes],
    rows,
    total: { title: { ja: '合計', en: 'Total' }, counts: sums },
  };
}
