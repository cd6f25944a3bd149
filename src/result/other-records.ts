import { spacedTime } from '../audit/mask.js';
import type { Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { CASE_RECORDS } from '../tables/found.js';
import { type Bilingual, fill, type Language } from '../text/bilingual.js';
import { type CaseRange, within } from './case-tables.js';

/** Another active record of a resident of a case, or one in a row beside of somebody of their household. */
export interface OtherRecord {
  readonly src: number;
  /** Of the case's source, and of another organisation than the case: which one. Another provider's is another's certificate. */
  readonly elsewhere: string | null;
  readonly registeredAt: string | null;
  readonly terminal: string | null;
  /** How near it was made to the record of the case, and its key then. */
  readonly near: Nearness | null;
  /** What it states as the record of the case does: told of whatever office it is, for it tells no more than the case does. */
  readonly same: keyof typeof SAME | null;
  /** There is a finding that its own link is wrong. */
  readonly isDoubted: boolean;
}

interface Nearness {
  readonly how: keyof typeof NEAR;
  readonly recordId: string;
}

/** Where the mistake is likely to have come from, in words with the key of that record. */
const NEAR = {
  itself: { ja: 'Aと同じ記録', en: 'the same record as A' },
  row: { ja: 'すぐ前後の行の記録 {id}', en: 'a row or two away, record {id}' },
  session: { ja: '同じ端末で30分以内の記録 {id}', en: 'same terminal within half an hour, record {id}' },
  family: {
    ja: '同じ世帯の別の方の、すぐ前後の行の記録 {id}',
    en: 'another of the household, a row or two away, record {id}',
  },
} as const;

/** A name that another hand wrote down as well. */
const SAME = {
  name: { ja: '氏名＝A', en: 'name = A' },
  kana: { ja: 'カナ＝A', en: 'kana = A' },
} as const;

/** By case (`seq`) and resident (`rid`). */
export type OtherRecords = ReadonlyMap<string, readonly OtherRecord[]>;

export const holderKey = (seq: number, rid: number) => `${seq} ${rid}`;

export async function readOtherRecords(engine: Engine, range: CaseRange): Promise<OtherRecords> {
  const rows = await allRows(
    engine,
    CASE_RECORDS.columns,
    `SELECT seq, rid, lid, src, registered_at, terminal, near, record_id, same, elsewhere, doubted FROM case_records
     WHERE ${within(range)} ORDER BY seq, rid, coalesce(near = 'family', false), src, lid`,
  );
  return byHolder(rows);
}

/** Rows as `case_records` has them, by whose page and which resident they are of; in their order. */
export function byHolder(rows: readonly Row<typeof CASE_RECORDS.columns>[]): OtherRecords {
  const records = new Map<string, OtherRecord[]>();
  for (const row of rows) {
    const { src, elsewhere, registered_at: registeredAt, terminal, doubted: isDoubted } = row;
    const near =
      row.near === null ? null : { how: row.near as Nearness['how'], recordId: row.record_id ?? '' };
    const same = row.same as OtherRecord['same'];
    const key = holderKey(row.seq, row.rid);
    records.set(key, [
      ...(records.get(key) ?? []),
      { src, elsewhere, registeredAt, terminal, near, same, isDoubted },
    ]);
  }
  return records;
}

/** Records told of one resident; beyond them it is said that there are more. */
const MOST_TOLD = 5;
const NONE: Bilingual = { ja: 'なし', en: 'none' };

/**
 * What else is linked to a resident. Of the case's own source organisation, day and terminal are told, as they are of the record itself;
 * of others only that there is a record, and whether its name is that of the case's: what they hold is their office's. `own` is null for the register, whose pages stay with
 * the office that asks about all of them.
 */
export function recordsText(
  records: readonly OtherRecord[],
  own: number | null,
  titleOf: (src: number) => Bilingual,
): Bilingual {
  if (records.length === 0) return NONE;
  const told = records.slice(0, MOST_TOLD).map((record) => recordText(record, own, titleOf(record.src)));
  const more = records.length > MOST_TOLD;
  return {
    ja: told.map(({ ja }) => ja).join('、') + (more ? '、ほか' : ''),
    en: told.map(({ en }) => en).join(', ') + (more ? ', more' : ''),
  };
}

function recordText(
  { src, elsewhere, registeredAt, terminal, near, same, isDoubted }: OtherRecord,
  own: number | null,
  title: Bilingual,
): Bilingual {
  const day = registeredAt === null ? '' : spacedTime(registeredAt).split(/[ T]/)[0]!;
  const place = own === null || src === own ? [elsewhere, day, terminal].filter(Boolean).join(' ・ ') : '';
  const beside = near && fill(NEAR[near.how], { id: near.recordId });
  // What is A itself states what A does.
  const states = same && near?.how !== 'itself' ? SAME[same] : null;
  const inWords = (language: Language, doubt: string, comma: string) =>
    [place, beside?.[language], states?.[language], isDoubted && doubt].filter(Boolean).join(comma);
  const [ja, en] = [inWords('ja', '要確認', '、'), inWords('en', 'to be checked', ', ')];
  return { ja: title.ja + (ja && `（${ja}）`), en: title.en + (en && ` (${en})`) };
}

/** Whether it is the resident's own, and another than the record of the case. */
export function isAnother({ near }: OtherRecord): boolean {
  return near?.how !== 'family' && near?.how !== 'itself';
}
