import type { Evidence } from '../audit/evidence.js';
import { each } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { readRows } from '../engine/read.js';
import { ident } from '../engine/sql.js';
import type { Model } from '../score/model.js';
import { COMPARISONS, isTold } from '../verify/comparisons/index.js';
import { learnedReadings } from '../verify/learned-readings.js';
import { components } from './duplicates/components.js';
import {
  comparePair,
  isOnePerson,
  type PairLevels,
  type RegisterRow,
  ROW_COLUMNS,
} from './duplicates/one-person.js';
import { DUPLICATE_PAIRS, makeDuplicatePairs } from './duplicates/pairs.js';
import { ROW_TEXTS } from './fingerprint.js';

/** Two register rows that are one person. */
export interface DuplicateResident {
  readonly rid: number;
  readonly residentId: string;
  readonly otherRid: number;
  readonly otherId: string;
  /** Lowest row of all that hang together as one person. */
  readonly group: number;
  readonly evidence: readonly Evidence[];
  /** Texts of both rows, for the fingerprint, in the order of ROW_TEXTS. */
  readonly own: readonly (string | null)[];
  readonly other: readonly (string | null)[];
}

interface Side {
  readonly rid: number;
  readonly id: string;
  readonly row: RegisterRow;
  readonly texts: readonly (string | null)[];
}

/** Every pair of register rows that is one person, once from each row, in the order of the rows. */
export async function duplicateResidents(engine: Engine, model: Model): Promise<DuplicateResident[]> {
  const readings = await learnedReadings(engine);
  await makeDuplicatePairs(engine);
  const found: { readonly a: Side; readonly b: Side; readonly levels: PairLevels }[] = [];
  for await (const rows of readRows(engine, PAIR, PAIRS)) {
    for (const pair of rows) {
      const [a, b] = [side(pair.a_rid, pair.a), side(pair.b_rid, pair.b)];
      const levels = comparePair(a.row, b.row, readings);
      if (isOnePerson(a.row, b.row, levels)) found.push({ a, b, levels });
    }
  }
  await engine.run(`DROP TABLE ${DUPLICATE_PAIRS}`);
  const groups = components(found.map(({ a, b }) => [a.rid, b.rid]));
  return found
    .flatMap(({ a, b, levels }) => {
      const evidence = evidenceOf(levels, model);
      return [[a, b] as const, [b, a] as const].map(([own, other]) => ({
        rid: own.rid,
        residentId: own.id,
        otherRid: other.rid,
        otherId: other.id,
        group: groups.get(own.rid)!,
        evidence,
        own: own.texts,
        other: other.texts,
      }));
    })
    .sort((x, y) => x.rid - y.rid || x.otherRid - y.otherRid);
}

const COLUMNS = [...new Set([...ROW_TEXTS, ...ROW_COLUMNS])];
/** What both rows of a pair say, as text. */
const PAIR = {
  a_rid: 'int',
  a: each(
    'text?',
    COLUMNS.map((column) => `a_${column}`),
  ),
  b_rid: 'int',
  b: each(
    'text?',
    COLUMNS.map((column) => `b_${column}`),
  ),
} as const;
const PAIRS = `
  SELECT a.rid AS a_rid, b.rid AS b_rid, ${['a', 'b'].flatMap((row) => COLUMNS.map((column) => columnOf(row, column))).join(', ')}
  FROM ${DUPLICATE_PAIRS} p JOIN residents a ON a.rid = p.a JOIN residents b ON b.rid = p.b
  ORDER BY a.rid, b.rid`;

function columnOf(row: string, column: string): string {
  return `CAST(${row}.${ident(column)} AS VARCHAR) AS ${ident(`${row}_${column}`)}`;
}

function side(rid: number, texts: readonly (string | null)[]): Side {
  const row = Object.fromEntries(COLUMNS.map((column, i) => [column, texts[i]!]));
  return {
    rid,
    id: row.resident_id!,
    row,
    texts: ROW_TEXTS.map((text) => row[text] ?? null),
  };
}

/** What agrees and what does not, in bits as the source learned them that compared the item most often. */
function evidenceOf(levels: PairLevels, model: Model): Evidence[] {
  const sources = Object.values(model.sources);
  return COMPARISONS.flatMap((comparison, c) => {
    const { id, title, levels: all } = comparison;
    const level = levels[c]!;
    if (!isTold(comparison, all.indexOf(level))) return [];
    const compared = sources.map((source) =>
      Object.values(source.levels[id] ?? {}).reduce((sum, { count }) => sum + count, 0),
    );
    const parameters = sources[compared.indexOf(Math.max(...compared))]?.levels[id]?.[level.id];
    const weight = parameters ? Math.round(Math.log2(parameters.m / parameters.u) * 100) / 100 + 0 : 0;
    return [{ item: id, title, level: level.id, kind: level.kind, weight, text: level.title }];
  });
}

/** By Bayes' rule, when any other row of the register could have been the second row of the person. */
export function onePersonProbability(
  evidence: readonly Pick<Evidence, 'weight'>[],
  residents: number,
): number {
  const weight = evidence.reduce((sum, row) => sum + row.weight, 0);
  return 1 / (1 + residents * 2 ** -weight);
}
