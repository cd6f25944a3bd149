import { spacedTime } from '../audit/mask.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { CASE_RECORDS } from '../tables/found.js';
import type { Bilingual } from '../text/bilingual.js';
import { type CaseRange, within } from './case-tables.js';

/** Another active record of a resident of a case. */
export interface OtherRecord {
  readonly src: number;
  readonly registeredAt: string | null;
  readonly terminal: string | null;
  /** There is a finding that its own link is wrong. */
  readonly isDoubted: boolean;
}

/** By case (`seq`) and resident (`rid`). */
export type OtherRecords = ReadonlyMap<string, readonly OtherRecord[]>;

export const holderKey = (seq: number, rid: number) => `${seq} ${rid}`;

export async function readOtherRecords(engine: Engine, range: CaseRange): Promise<OtherRecords> {
  const rows = await allRows(
    engine,
    CASE_RECORDS.columns,
    `SELECT seq, rid, lid, src, registered_at, terminal, doubted FROM case_records
     WHERE ${within(range)} ORDER BY seq, rid, src, lid`,
  );
  const records = new Map<string, OtherRecord[]>();
  for (const { seq, rid, src, registered_at: registeredAt, terminal, doubted: isDoubted } of rows) {
    const key = holderKey(seq, rid);
    records.set(key, [...(records.get(key) ?? []), { src, registeredAt, terminal, isDoubted }]);
  }
  return records;
}

/** Records told of one resident; beyond them it is said that there are more. */
const MOST_TOLD = 4;
const NONE: Bilingual = { ja: 'なし', en: 'none' };

/**
 * What else is linked to a resident. Of the case's own source day and terminal are told, as they are of the record itself;
 * of others only that there is a record: what they hold is their office's. `own` is null for the register, whose pages stay with
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
  { src, registeredAt, terminal, isDoubted }: OtherRecord,
  own: number | null,
  title: Bilingual,
): Bilingual {
  const day = registeredAt === null ? '' : spacedTime(registeredAt).split(/[ T]/)[0]!;
  const place = own === null || src === own ? [day, terminal ?? ''].filter(Boolean).join(' ・ ') : '';
  const inWords = (doubt: string, comma: string) =>
    [place, isDoubted ? doubt : ''].filter(Boolean).join(comma);
  const [ja, en] = [inWords('要確認', '、'), inWords('to be checked', ', ')];
  return { ja: title.ja + (ja && `（${ja}）`), en: title.en + (en && ` (${en})`) };
}
