import type { Case, RelatedCase } from '../audit/case.js';
import type { FindingHead } from '../audit/finding.js';
import { pick, type Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows, packedRows } from '../engine/read.js';
import type { IsProtectedPlace } from '../findings/protected-places.js';
import { CASE_HEADS, CASE_RELATED } from '../tables/found.js';
import type { Mutable } from '../text/mutable.js';
import { type CaseRange, within } from './case-tables.js';
import type { DuplicateRows } from './duplicate-rows.js';
import { howRelated, isSlip, type Told, type ToldBeside } from './how-related.js';
import { NO_ORGANISATION } from './run-files.js';
import { waitsFor } from './settle-first.js';

/** A case as others tell of it. */
interface Head extends ToldBeside {
  readonly id: string;
  readonly seq: number;
}

/** The related cases of a case, by its `seq`. */
type Heads = ReadonlyMap<number, readonly Head[]>;

/** Cases share the heads that they tell of: those of one incident tell of the same ones. */
export async function readHeads(engine: Engine, range: CaseRange): Promise<Heads> {
  const told = new Map(
    (
      await packedRows(
        engine,
        CASE_HEADS.columns,
        `FROM case_heads WHERE seq IN (SELECT other FROM case_related WHERE ${within(range)})`,
      )
    ).map((row) => [row.seq, headOf(row)]),
  );
  const related = await allRows(
    engine,
    pick(CASE_RELATED, 'seq', 'other', 'digits_off', 'unchecked', 'same'),
    `SELECT seq, other, digits_off, unchecked, same FROM case_related WHERE ${within(range)} ORDER BY seq, place`,
  );
  const heads = new Map<number, Head[]>();
  for (const { seq, other, digits_off: digitsOff, unchecked, same } of related) {
    const head = told.get(other)!;
    const compared = { digitsOff, unchecked: unchecked as Head['unchecked'], same: same as Head['same'] };
    const one = digitsOff === null ? head : { ...head, ...compared };
    const own = heads.get(seq);
    if (own) own.push(one);
    else heads.set(seq, [one]);
  }
  return heads;
}

function headOf({ finding_id: id, record_id: recordId, ...row }: Row<typeof CASE_HEADS.columns>): Head {
  return { id, recordId, digitsOff: null, unchecked: null, same: null, ...row };
}

/** What asks after the related cases of another organisation. */
const ELSEWHERE = `SELECT r.other FROM case_related r JOIN case_heads h ON h.seq = r.seq JOIN case_heads o ON o.seq = r.other
  WHERE o.organisation IS NOT NULL AND o.organisation IS DISTINCT FROM h.organisation`;

/**
 * Of the cases to which one of another organisation is related those that concern a protected person (支援措置対象者) or their home:
 * whose office they are would tell the town. One pass for all cases.
 */
export async function guardedCases(
  engine: Engine,
  isProtectedPlace: IsProtectedPlace,
): Promise<ReadonlySet<number>> {
  const rows = await allRows(
    engine,
    { seq: 'int', flagged: 'bool', address: 'text?' },
    `WITH asked AS MATERIALIZED (SELECT DISTINCT other AS seq FROM (${ELSEWHERE}))
    SELECT DISTINCT seq, is_protected AS flagged, unnest([address, previous_address]) AS address FROM case_residents SEMI JOIN asked USING (seq)
    UNION SELECT seq, false, address FROM case_links SEMI JOIN asked USING (seq)`,
  );
  return new Set(
    rows.filter(({ flagged, address }) => flagged || isProtectedPlace(address)).map(({ seq }) => seq),
  );
}

/** How each case related to a finding belongs together with it, and where it is opened; in the order of `related`. */
export function relatedCases(
  finding: FindingHead,
  own: Told,
  heads: readonly Head[],
  rows: DuplicateRows,
  guarded: ReadonlySet<number>,
  toldBefore: ToldBefore,
): NonNullable<Case['relatedCases']> {
  const known = new Map(heads.map((head) => [head.id, head]));
  return finding.related.flatMap((id): RelatedCase[] => {
    const head = known.get(id);
    const pair = rows.get(id);
    // A row beside the page is led to by the page alone: its case is not among those that the finding names.
    const other = head ?? (pair && rowOf(pair));
    if (other === undefined) return [];
    const told: Mutable<RelatedCase> = {
      id,
      kind: other.kind,
      how: howRelated(own, other, finding, pair),
    };
    if (isSlip(own, other)) told.isSlip = true;
    const order = waitsFor(own, other) ? 'first' : waitsFor(other, own) ? 'after' : null;
    if (order) told.order = order;
    const place = placeOf(finding, other, head !== undefined && guarded.has(head.seq));
    if (place) told.elsewhere = place;
    return [asTold(told, toldBefore)];
  });
}

/** What cases tell of others, by the id of these. */
export type ToldBefore = Map<string, RelatedCase[]>;

/**
 * The cases of one incident mostly tell the same of each other. They share it, so that it goes to the thread of the pages once
 * and not twenty times.
 */
function asTold(told: RelatedCase, before: ToldBefore): RelatedCase {
  const known = before.get(told.id);
  const same = known?.find((one) => saysTheSame(one, told));
  if (same) return same;
  if (known) known.push(told);
  else before.set(told.id, [told]);
  return told;
}

/** Of two cases told by the same id. */
function saysTheSame(one: RelatedCase, other: RelatedCase): boolean {
  return (
    one.how === other.how &&
    one.isSlip === other.isSlip &&
    one.order === other.order &&
    one.elsewhere?.organisation === other.elsewhere?.organisation &&
    one.elsewhere?.isLed === other.elsewhere?.isLed &&
    one.elsewhere?.isGuarded === other.elsewhere?.isGuarded
  );
}

const rowOf = ([recordId]: readonly [string, string]): ToldBeside => ({
  ...{ kind: 'duplicate-resident', cause: null, incident: null, source: 'register', organisation: null },
  ...{ lid: null, rid: null, recordId, digitsOff: null, unchecked: null, same: null },
});

/**
 * Where a related case stands, if not here. From a link to what is about the register, and from the register, whose folder stays with
 * the office, to whatever record is concerned, a page leads; from one office's link to another's it says whose that is.
 */
function placeOf(finding: FindingHead, other: Told, isGuarded: boolean): RelatedCase['elsewhere'] {
  if (other.organisation === finding.organisation) return undefined;
  return {
    organisation: other.organisation ?? NO_ORGANISATION,
    isLed: finding.source === 'register' || other.source === 'register',
    ...(isGuarded ? { isGuarded } : {}),
  };
}
