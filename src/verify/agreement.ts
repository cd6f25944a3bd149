import type { QualityIssue } from '../audit/quality.js';
import { each, pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { smallFrom } from '../engine/from-register.js';
import { LINKS } from '../tables/people.js';
import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import type { Aspect } from './comparison.js';
import { COMPARISONS, codesWhere, speaksFor } from './comparisons/index.js';

/** How often an item of a source agrees with the linked residents, notation and ordinary differences counted as agreement. */
export interface Agreement {
  readonly source: string;
  /** Place in COMPARISONS. */
  readonly comparison: number;
  readonly compared: number;
  readonly agrees: number;
}

/** Fewer links prove nothing of a column. */
export const FEWEST = 20;
/** Up to this share of agreement a column holds something else, where another item agrees in the share below it. */
const VOID = 0.05;
const SOUND = 0.8;
/** An item that agrees so much less often than the best of its source is not what it claims, or only in places. */
const GAP = 0.15;
/** What people keep for life; an address or number is often out of date, so only where hardly any agrees is it another's. */
const LASTING: ReadonlySet<Aspect> = new Set(['family', 'given', 'birth', 'sex']);
const GAP_CHANGING = 0.6;

const perComparison = (what: string) =>
  each(
    'big',
    COMPARISONS.map(({ id }) => `${id}_${what}`),
  );
const COUNTS = {
  ...pick(LINKS, 'src'),
  compared: perComparison('compared'),
  agrees: perComparison('agrees'),
} as const;

/** Counts the levels of every source and item: one pass over `levels`. */
export async function countAgreement(engine: Engine, sources: readonly string[]): Promise<Agreement[]> {
  const counts = COMPARISONS.flatMap((comparison) => {
    const { id } = comparison;
    const agreeing = codesWhere(comparison, speaksFor);
    return [
      `count(*) FILTER (WHERE v.${id} <> 0) AS ${id}_compared`,
      `count(*) FILTER (WHERE v.${id} IN (${agreeing.join(', ')})) AS ${id}_agrees`,
    ];
  });
  const rows = await smallFrom(engine, COUNTS, {
    reads: ['levels', 'links'],
    sql: () => `
      SELECT l.src, ${counts.join(', ')} FROM levels v JOIN links l ON l.lid = v.lid GROUP BY l.src ORDER BY l.src`,
  });
  return rows.flatMap(({ src, compared, agrees }) =>
    COMPARISONS.map((_, comparison) => ({
      source: sources[src]!,
      comparison,
      compared: compared[comparison]!,
      agrees: agrees[comparison]!,
    })),
  );
}

/**
 * Columns that are not what they claim, seen before links are judged. Within one source the items vouch for each other:
 * where birth dates agree nearly always and names nearly never, the links are right and the names are somebody else's.
 *
 * @throws {Failure} `item-agrees-nowhere` (exit code 2) where a name, birth date or sex agrees with almost nobody.
 */
export function disagreeingItems(agreement: readonly Agreement[]): readonly QualityIssue[] {
  const issues: QualityIssue[] = [];
  for (const each of agreement.filter(({ compared }) => compared >= FEWEST)) {
    const best = bestOfSource(agreement, each);
    const share = each.agrees / each.compared;
    const { about, items, title } = COMPARISONS[each.comparison]!;
    const lasting = LASTING.has(about);
    if (lasting && share <= VOID && best >= SOUND) throw agreesNowhere(each, title);
    if (best < SOUND || best - share < (lasting ? GAP : GAP_CHANGING)) continue;
    issues.push({
      check: 'item-disagrees',
      severity: 'error',
      source: each.source,
      item: items[0] ?? null,
      count: each.compared - each.agrees,
      of: each.compared,
      title: {
        ja: `${title.ja}が紐付け先の住民と一致しない記録が目立って多くあります`,
        en: `${title.en} differs from the linked resident far more often than other items do`,
      },
      advice: ADVICE,
    });
  }
  return issues;
}

function bestOfSource(agreement: readonly Agreement[], { source, comparison }: Agreement): number {
  const shares = agreement
    .filter((other) => other.source === source && other.comparison !== comparison && other.compared >= FEWEST)
    .map(({ agrees, compared }) => agrees / compared);
  return Math.max(0, ...shares);
}

function agreesNowhere({ source, compared, agrees }: Agreement, title: Bilingual): Failure {
  return new Failure('item-agrees-nowhere', {
    values: { source, compared, agrees, title: { ja: title.ja, en: title.en.toLowerCase() } },
  });
}

const ADVICE: Bilingual = {
  ja: '列の割り当てと日付の形式を確かめてください。一部の行だけなら、その列だけが行ずれや並べ替えを起こしていないかを確かめてください。',
  en: 'Check the mapping and the date format; where only some rows differ, see whether this column alone was shifted or sorted.',
};
