import type { RejectedRows, Unchecked, UndecidableLinks, UndecidableReason } from '../audit/unchecked.js';
import { each, pick } from '../engine/columns.js';
import { DUCKDB } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { fitsEither } from '../score/grades.js';
import { isUnexplained } from '../score/ordinary-explanations.js';
import { REJECTS } from '../tables/read-files.js';
import { LEVEL_COLUMNS } from '../verify/comparisons/index.js';
import { NO_ORGANISATION } from './run-files.js';
import type { UndecidableContext } from './undecidable-facts.js';
import { undecidableViews } from './undecidable-views.js';

/** Places told of each reason and source: the files rejects.jsonl and grades.parquet have all. */
const MOST_TOLD = 50;
/** Links read of each pattern, so that every reason has some. */
const OF_PATTERN = 20;
/** Links told that have a case: a line each leads there; beyond them a list of cases does. */
const MOST_CASES = 200;

interface UncheckedContext extends UndecidableContext {
  /** File names of each source, in the order of `file`. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

/** Rows that could not be read and links of grade U, by reason. */
export async function uncheckedIn(engine: Engine, context: UncheckedContext): Promise<Unchecked> {
  return { rejected: await rejectedRows(engine), undecidable: await undecidableLinks(engine, context) };
}

async function rejectedRows(engine: Engine): Promise<RejectedRows[]> {
  const columns = pick(REJECTS, 'source', 'code', 'text_ja', 'text_en', 'file', 'line', 'column');
  const rows = await allRows(
    engine,
    { ...columns, n: 'big' },
    `SELECT source, code, text_ja, text_en, file, line, "column", count(*) OVER (PARTITION BY source, code) AS n
     FROM rejects QUALIFY row_number() OVER (PARTITION BY source, code ORDER BY file, line) <= ${MOST_TOLD}
     ORDER BY source, code, file, line`,
  );
  const found = new Map<string, RejectedRows>();
  for (const { source, code, text_ja: ja, text_en: en, n, file, line, column } of rows) {
    const key = JSON.stringify([source, code]);
    const known = found.get(key) ?? { source, code, text: { ja, en }, count: n, places: [] };
    found.set(key, { ...known, places: [...known.places, { file, line, column }] });
  }
  return [...found.values()];
}

const PATTERN = {
  src: 'tiny',
  no_resident: 'bool',
  either: 'bool',
  kind: 'text?',
  levels: each('tiny?', LEVEL_COLUMNS),
} as const;

async function undecidableLinks(engine: Engine, context: UncheckedContext): Promise<UndecidableLinks[]> {
  const { sources, files } = context;
  const levels = LEVEL_COLUMNS.map((column) => `x.${column}`).join(', ');
  const pattern = `v.src, v.rid IS NULL AS no_resident, f.lid IS NOT NULL AS either, c.kind, ${levels}`;
  const from = `FROM verdicts v LEFT JOIN levels x ON x.lid = v.lid
    LEFT JOIN (SELECT DISTINCT lid FROM (${fitsEither(DUCKDB)})) f ON f.lid = v.lid
    LEFT JOIN (SELECT lid, finding_id, organisation, kind FROM findings
      QUALIFY row_number() OVER (PARTITION BY lid ORDER BY rank) = 1) c ON c.lid = v.lid
    WHERE v.grade = 'U'`;
  const counts = await allRows(
    engine,
    { ...PATTERN, n: 'big' },
    `SELECT ${pattern}, count(*) AS n ${from} GROUP BY ALL ORDER BY ALL`,
  );
  const told = await allRows(
    engine,
    {
      ...{
        ...PATTERN,
        lid: 'int',
        rid: 'int?',
        record_id: 'text',
        file: 'small',
        row: 'int',
        resident_id: 'text?',
      },
      ...{ finding_id: 'text?', organisation: 'text?' },
    },
    `SELECT p.src, p.lid, p.rid, p.no_resident, p.either, p.kind, ${LEVEL_COLUMNS.map((c) => `p.${c}`).join(', ')},
       l.record_id, l.file, l."row", r.resident_id, p.finding_id, p.organisation
     FROM (SELECT v.lid, v.rid, c.finding_id, c.organisation, ${pattern} ${from}
       QUALIFY row_number() OVER (PARTITION BY v.src, v.rid IS NULL, f.lid IS NOT NULL, c.kind, ${levels} ORDER BY v.lid)
         <= CASE WHEN c.kind IS NULL THEN ${OF_PATTERN} ELSE ${MOST_CASES} END) p
     JOIN links l ON l.lid = p.lid LEFT JOIN residents r ON r.rid = p.rid
     ORDER BY p.lid`,
  );
  const found = new Map<string, UndecidableLinks>();
  const of = (row: { readonly src: number } & Parameters<typeof reasonOf>[0]) => {
    const [source, reason] = [sources[row.src]!, reasonOf(row)];
    const key = JSON.stringify([source, reason]);
    return [key, found.get(key) ?? { source, reason, count: 0, cases: 0, kinds: [], places: [] }] as const;
  };
  for (const row of counts) {
    const [key, known] = of(row);
    const { kind, n } = row;
    const ofCases =
      kind === null ? {} : { cases: known.cases + n, kinds: [...new Set([...known.kinds, kind])].sort() };
    found.set(key, { ...known, count: known.count + n, ...ofCases });
  }
  const listed = new Map<string, number>();
  const kept = told.filter((row) => {
    const hasCase = row.kind !== null;
    const key = `${hasCase} ${of(row)[0]}`;
    listed.set(key, (listed.get(key) ?? 0) + 1);
    return listed.get(key)! <= (hasCase ? MOST_CASES : MOST_TOLD);
  });
  const unseen = kept.filter(({ finding_id }) => finding_id === null);
  const views = await undecidableViews(
    engine,
    unseen.map(({ src, lid, rid, levels }) => ({ src, lid, rid, codes: levels.map((code) => code ?? 0) })),
    context,
  );
  for (const row of kept) {
    const [key, known] = of(row);
    const place = {
      recordId: row.record_id,
      residentId: row.resident_id,
      file: files.get(known.source)?.[row.file] ?? '',
      row: row.row,
      finding:
        row.finding_id === null
          ? null
          : { id: row.finding_id, organisation: row.organisation ?? NO_ORGANISATION },
      view: views.get(row.lid) ?? null,
    };
    found.set(key, { ...known, places: [...known.places, place] });
  }
  return [...found.values()];
}

/** Why a link of grade U cannot be told either way, in the order of the rule of grades. */
function reasonOf(row: {
  readonly no_resident: boolean;
  readonly either: boolean;
  readonly levels: readonly (number | null)[];
}): UndecidableReason {
  if (row.no_resident) return 'serial';
  if (row.either) return 'either';
  return isUnexplained(row.levels.map((code) => code ?? 0)) ? 'unexplained' : 'little';
}
