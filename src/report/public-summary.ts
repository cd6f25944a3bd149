import type { AuditResult } from '../audit/result.js';
import { CAUSES } from '../findings/titles.js';
import type { Bilingual } from '../text/bilingual.js';
import { countTable, PLAIN_COUNTS } from './count-table.js';
import { type Sum, suppressedPlaces } from './suppress.js';

/** Name of the file of counts that may be published. */
export const PUBLIC_SUMMARY = 'summary.public.json';

/** Counts below it are not told in public: few enough people to be recognised by those around them. */
export const LEAST_TOLD = 10;

/** A count as it may be published; null where it is small, or would give a small one away. */
export type PublicCount = number | null;

/** The counts of a run as they may be published: small ones are left out, and what they could be worked out from. */
export interface PublicSummary {
  readonly titles: readonly Bilingual[];
  /** A row for each source, by its id. */
  readonly sources: readonly PublicRow[];
  readonly total: PublicRow;
  readonly organisations: readonly {
    readonly organisation: string;
    /** Absent where none is known. */
    readonly name?: string;
    readonly source: string;
    readonly checked: PublicCount;
    readonly toCheck: PublicCount;
  }[];
}

export interface PublicRow {
  readonly id: string;
  readonly title: Bilingual;
  readonly counts: readonly PublicCount[];
}

/** Places of the counts in a row of the table of counts (`count-table.ts`). */
const [CHECKED, TO_CHECK, SETTLED, WRONG, UNDECIDED] = [0, 1, 2, 3, 4];

const named = (name: string | undefined) => (name === undefined ? {} : { name });

type Told = Pick<AuditResult, 'summary' | 'review' | 'organisationNames'>;

export function publicSummary(result: Told): PublicSummary {
  const { titles, rows, total } = countTable(result);
  const ids = Object.keys(result.summary.sources);
  const width = total.counts.length;
  const organisations = result.summary.organisations;
  const table = [...rows, total].flatMap(({ counts }) => counts);
  const first = table.length;
  const counts = [...table, ...organisations.flatMap(({ accepted, C }) => [accepted, C])];
  const place = (row: number, column: number) => row * width + column;
  const last = rows.length;
  const byRow = [...rows, total].flatMap((_, row): Sum[] => [
    { total: place(row, TO_CHECK), parts: [place(row, SETTLED), place(row, UNDECIDED)] },
    {
      total: place(row, WRONG),
      parts: total.counts.slice(PLAIN_COUNTS).map((_, cause) => place(row, PLAIN_COUNTS + cause)),
    },
  ]);
  const byColumn = total.counts.map((_, column): Sum => {
    return { total: place(last, column), parts: rows.map((_, row) => place(row, column)) };
  });
  const byOrganisation = ids.flatMap((id, row) =>
    [CHECKED, TO_CHECK].map((column): Sum => {
      const own = organisations.flatMap(({ source }, i) => (source === id ? [first + 2 * i + column] : []));
      return { total: place(row, column), parts: own };
    }),
  );
  const hidden = suppressedPlaces(counts, [...byRow, ...byColumn, ...byOrganisation], LEAST_TOLD);
  const told = (at: number): PublicCount => (hidden.has(at) ? null : counts[at]!);
  const publicRow = (id: string, title: Bilingual, row: number): PublicRow => {
    return { id, title, counts: total.counts.map((_, column) => told(place(row, column))) };
  };
  return {
    titles,
    sources: rows.map(({ title }, row) => publicRow(ids[row]!, title, row)),
    total: publicRow('total', total.title, last),
    organisations: organisations.map(({ organisation, source }, i) => ({
      organisation,
      ...named(result.organisationNames?.get(organisation)),
      source,
      checked: told(first + 2 * i),
      toCheck: told(first + 2 * i + 1),
    })),
  };
}

/** The text of summary.public.json. */
export function publicSummaryJson(result: Told & Pick<AuditResult, 'run'>): string {
  const { sources, total, organisations } = publicSummary(result);
  const told = ({ counts }: PublicRow) => ({
    checked: counts[CHECKED],
    to_check: counts[TO_CHECK],
    settled: counts[SETTLED],
    wrong: counts[WRONG],
    undecided: counts[UNDECIDED],
    causes: Object.fromEntries(Object.keys(CAUSES).map((id, cause) => [id, counts[PLAIN_COUNTS + cause]])),
  });
  const document = {
    as_of: result.run.asOf,
    least_told: LEAST_TOLD,
    note: NOTE,
    sources: Object.fromEntries(sources.map((row) => [row.id, { title: row.title, ...told(row) }])),
    total: told(total),
    organisations: organisations.map(({ toCheck, ...organisation }) => ({
      ...organisation,
      to_check: toCheck,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const NOTE: Bilingual = {
  ja: `null は ${LEAST_TOLD} 未満の件数か、そこからそれが計算できてしまう件数です（0 はそのまま）`,
  en: `null is a count under ${LEAST_TOLD}, or one from which such a count could be worked out; 0 stands as it is`,
};
