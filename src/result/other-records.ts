import type { Case, FactText } from '../audit/case.js';
import { type IsNumber, maskNumbers, spacedTime } from '../audit/mask.js';
import type { Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { packedRows } from '../engine/read.js';
import { CASE_RECORDS } from '../tables/found.js';
import { type Bilingual, fill, type Language } from '../text/bilingual.js';
import { type CaseRange, within } from './case-tables.js';
import { differsIn, NAMES, type SameName, sameName } from './same-name.js';

/** Another active record of a resident of a case, or one in a row beside of somebody of their household. */
export interface OtherRecord {
  readonly src: number;
  /** Of the case's source, and of another organisation than the case: which one. Another provider's is another's certificate. */
  readonly elsewhere: string | null;
  readonly registeredAt: string | null;
  readonly terminal: string | null;
  /** How near it was made to the record of the case, and its key then. */
  readonly near: Nearness | null;
  /** Whether its name is that of the record of the case: told of whatever office it is, for it tells no more than the case does. */
  readonly same: SameName | null;
  /** Id of the finding that its own link is wrong; null where there is none. */
  readonly doubtedBy: string | null;
  /** Id of a finding about its own link, wrong or not: somebody has to look at it. */
  readonly foundBy: string | null;
}

interface Nearness {
  readonly how: keyof typeof NEAR;
  /** Null of another office's, whose key may be the number of an account. */
  readonly recordId: string | null;
}

/** Where the mistake is likely to have come from, in words with the key of that record, by which one of the same office is known anyway. */
const NEAR = {
  itself: { ja: 'Aと同じ記録', en: 'the same record as A' },
  known: { ja: '記録 {id}', en: 'record {id}' },
  row: { ja: 'すぐ前後の行の記録 {id}', en: 'a row or two away, record {id}' },
  session: { ja: '同じ端末で30分以内の記録 {id}', en: 'same terminal within half an hour, record {id}' },
  both: {
    ja: 'すぐ前後の行・同じ端末で30分以内の記録 {id}',
    en: 'a row or two away, same terminal within half an hour, record {id}',
  },
  family: {
    ja: '同じ世帯の別の方の、すぐ前後の行の記録 {id}',
    en: 'another of the household, a row or two away, record {id}',
  },
} as const;

/** By case (`seq`) and resident (`rid`). */
export type OtherRecords = ReadonlyMap<string, readonly OtherRecord[]>;

export const holderKey = (seq: number, rid: number) => `${seq} ${rid}`;

export async function readOtherRecords(engine: Engine, range: CaseRange): Promise<OtherRecords> {
  const rows = await packedRows(
    engine,
    CASE_RECORDS.columns,
    `FROM case_records WHERE ${within(range)} ORDER BY seq, rid, coalesce(near = 'family', false), src, lid`,
  );
  return byHolder(rows);
}

/** Rows as `case_records` has them, by whose page and which resident they are of; in their order. */
export function byHolder(rows: readonly Row<typeof CASE_RECORDS.columns>[]): OtherRecords {
  const records = new Map<string, OtherRecord[]>();
  for (const row of rows) {
    const { src, elsewhere, registered_at: registeredAt, terminal, doubted: doubtedBy, found: foundBy } = row;
    const how = (row.near ?? (row.record_id === null ? null : 'known')) as Nearness['how'] | null;
    const near = how && { how, recordId: row.record_id };
    const same = sameName(row.same, row.parts);
    const key = holderKey(row.seq, row.rid);
    records.set(key, [
      ...(records.get(key) ?? []),
      { src, elsewhere, registeredAt, terminal, near, same, doubtedBy, foundBy },
    ]);
  }
  return records;
}

/** By what a text is made beside the records: what is a number, and the ISO day as of which the register is read. */
interface ToldBeside {
  readonly isNumber?: IsNumber;
  readonly asOf?: string;
}

/** Records told of one resident; beyond them it is said that there are more. */
const MOST_TOLD = 5;
const NONE: Bilingual = { ja: 'なし', en: 'none' };

/** Whether it is told of somebody's other records that there are none. */
export const isNone = (text: FactText): boolean => typeof text !== 'string' && text.en === NONE.en;

/**
 * What else is linked to a resident. Of the case's own source organisation, day and terminal are told, as they are of the record itself;
 * of others only that there is a record, and whether its name is that of the case's: what they hold is their office's. `own` is null for the register, whose pages stay with
 * the office that asks about all of them. Numbers are masked but in keys, which are as `prepare/mask-keys.ts` left them wherever they stand.
 */
export function recordsText(
  records: readonly OtherRecord[],
  own: number | null,
  titleOf: (src: number) => Bilingual,
  told: ToldBeside = {},
): Bilingual {
  if (records.length === 0) return NONE;
  const groups = grouped(
    records.map((record) => ({
      text: recordText(record, own, titleOf(record.src), told),
      key: record.near?.recordId ?? null,
    })),
  );
  const texts = groups.slice(0, MOST_TOLD).map(({ text, keys }) => fill(text, { id: keysText(keys) }));
  const left = groups.slice(MOST_TOLD).reduce((sum, { keys }) => sum + keys.length, 0);
  return {
    ja: texts.map(({ ja }) => ja).join('、') + (left > 0 ? `、ほか${left}件` : ''),
    en: texts.map(({ en }) => en).join(', ') + (left > 0 ? `, ${left} more` : ''),
  };
}

interface Group {
  readonly text: Bilingual;
  readonly keys: readonly (string | null)[];
}

/** Records of which the same is said but for their keys, as one. */
function grouped(records: readonly { readonly text: Bilingual; readonly key: string | null }[]) {
  const groups = new Map<string, Group>();
  for (const [place, { text, key }] of records.entries()) {
    const said = key === null ? `${place}` : text.ja;
    groups.set(said, { text, keys: [...(groups.get(said)?.keys ?? []), key] });
  }
  return [...groups.values()];
}

/** Keys in a row, of which all but the first may be told by what follows their last hyphen. */
function keysText([first, ...others]: readonly (string | null)[]): string {
  if (!first) return '';
  const stem = first.slice(0, first.lastIndexOf('-') + 1);
  const short = (key: string) => (stem && key.startsWith(stem) ? `…${key.slice(stem.length - 1)}` : key);
  return [first, ...others.flatMap((key) => (key ? [short(key)] : []))].join(' ・ ');
}

/** With `{id}` where its key stands. */
function recordText(
  { src, elsewhere, registeredAt, terminal, near, same, doubtedBy, foundBy }: OtherRecord,
  own: number | null,
  title: Bilingual,
  { isNumber, asOf }: ToldBeside,
): Bilingual {
  const at = registeredAt === null ? '' : spacedTime(registeredAt).replace('T', ' ');
  // Of one session the time counts.
  const isOfSession = near?.how === 'session' || near?.how === 'both';
  const day = at.split(' ')[0]!;
  const when = isOfSession ? at.slice(0, MINUTE) : day;
  const isAfter = asOf !== undefined && DAY.test(day) && day > asOf;
  const isTold = own === null || src === own;
  const place = (language: Language) =>
    isTold
      ? maskNumbers(
          [
            inWords('organisation', elsewhere, language),
            isAfter ? `${when} ${AFTER_AS_OF[language]}` : when,
            inWords('terminal', terminal, language),
          ]
            .filter(Boolean)
            .join(' ・ '),
          isNumber,
        )
      : '';
  const beside = near && (near.recordId === null ? unkeyed(NEAR[near.how]) : NEAR[near.how]);
  // What is A itself states what A does.
  const states = same && near?.how !== 'itself' ? NAMES[same] : null;
  const checked = doubtedBy ?? foundBy;
  const doubt = checked === null ? null : { ja: `要確認 ${checked}`, en: `to be checked ${checked}` };
  const all = (language: Language, comma: string) =>
    [place(language), beside?.[language], states?.[language], doubt?.[language]].filter(Boolean).join(comma);
  const [ja, en] = [all('ja', '、'), all('en', ', ')];
  return { ja: title.ja + (ja && `（${ja}）`), en: title.en + (en && ` (${en})`) };
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const AFTER_AS_OF: Bilingual = { ja: '基準日より後', en: 'after the as-of day' };

const CODES = {
  organisation: { ja: '機関 ', en: 'organisation ' },
  terminal: { ja: '端末 ', en: 'terminal ' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A code says by itself of nothing what it is of. */
function inWords(item: keyof typeof CODES, code: string | null, language: Language): string {
  return code ? CODES[item][language] + code : '';
}

/** Characters of a time up to the minute: 2023-01-09 10:41. */
const MINUTE = 16;

const unkeyed = ({ ja, en }: Bilingual): Bilingual => ({
  ja: ja.replace(' {id}', ''),
  en: en.replace(', record {id}', ''),
});

/** Whether it is the resident's own, and another than the record of the case. */
export function isAnother({ near }: OtherRecord): boolean {
  return near?.how !== 'family' && near?.how !== 'itself';
}

/** Records of a resident beside those that have a column of the page, which are all of the case's own source where they are as many. */
export function withoutBeside(
  records: readonly OtherRecord[],
  own: number | null,
  beside: number,
): readonly OtherRecord[] {
  const others = records.filter(({ src }) => src !== own);
  return beside > 0 && records.length - others.length === beside ? others : records;
}

/** What the other records of the candidates say of whose the record of the case may be. */
export function saidByRecords(
  held: readonly (readonly OtherRecord[])[],
  src: number | null,
): Pick<Case, 'holders' | 'doubtedHolders' | 'otherNames' | 'besideFamily'> {
  const family = held.flatMap((records, index) => (isBesideFamily(records) ? [`C${index + 1}`] : []));
  const own = held.map((records) => records.filter(isAnother));
  const labelsOf = (holds: (records: readonly OtherRecord[]) => boolean) =>
    own.flatMap((records, index) => (holds(records) ? [`C${index + 1}`] : []));
  const ofSource = (records: readonly OtherRecord[]) => records.filter((one) => one.src === src);
  const isHeld = (records: readonly OtherRecord[]) => ofSource(records).some((one) => one.doubtedBy === null);
  const doubted = labelsOf((records) => ofSource(records).length > 0 && !isHeld(records));
  const names = own.flatMap((records, index) => {
    const form = otherName(records);
    return form ? [[`C${index + 1}`, form] as const] : [];
  });
  return {
    holders: labelsOf(isHeld),
    doubtedHolders: doubted.length > 0 ? doubted : undefined,
    otherNames: names.length > 0 ? names : undefined,
    besideFamily: family.length > 0 ? family : undefined,
  };
}

/** What the other records of the linked resident say of it. */
export function saidOfLinked(
  held: readonly OtherRecord[],
  src: number | null,
): Pick<Case, 'isHeld' | 'linkedName'> {
  const isHeld = held.some((one) => isAnother(one) && one.src === src && one.doubtedBy === null);
  const name = sameNameIn(held);
  return { isHeld: isHeld ? true : undefined, linkedName: name ?? undefined };
}

/** A file holds a family in rows one after the other. */
export function isBesideFamily(records: readonly OtherRecord[]): boolean {
  return records.some(({ near, doubtedBy }) => near?.how === 'family' && doubtedBy === null);
}

/** In which form a record that nobody doubts has the name of the record of the case; null where none has. */
export function sameNameIn(records: readonly OtherRecord[]): 'name' | 'kana' | null {
  const said = records.filter((one) => isAnother(one) && one.doubtedBy === null).map(({ same }) => same);
  return said.includes('name') ? 'name' : said.includes('kana') ? 'kana' : null;
}

/** In which form records that nobody doubts have another name than the record of the case; null where one of them has the same, but for notation. */
function otherName(records: readonly OtherRecord[]): 'name' | 'kana' | null {
  const said = records.filter(({ doubtedBy }) => doubtedBy === null).map(({ same }) => same);
  if (said.some((same) => same === 'name' || same === 'kana' || same === 'kana-notation')) return null;
  const forms = said.map(differsIn);
  return forms.includes('name') ? 'name' : forms.includes('kana') ? 'kana' : null;
}
