import { foldName } from '../audit/fold-name.js';
import type { CanonicalItem } from '../audit/items.js';

/** Items that stand in several columns, and the parts in the order in which they are joined. */
interface Composite {
  readonly item: CanonicalItem;
  readonly parts: readonly RegExp[];
  /** Parts without which the columns are something else. */
  readonly least: number;
}

/** Keys of records that only several columns make. */
const KEYS: readonly Composite[] = [
  {
    item: 'record_id',
    parts: [
      /^(証記載)?保険者(番号|コード)$|^insurer_?(no|cd|code|number|id)$/,
      /(被保険者証?等?|証|^)記号$|^(insured_?)?(symbol|kigo)$/,
      /(被保険者証?等?|証|^)番号$|^(insured_?)?(number|bango)$/,
      /枝番|^(branch_?no|eda_?ban|edaban)$/,
    ],
    least: 3,
  },
  {
    item: 'record_id',
    parts: [
      /^(被仕向|振込先)?(銀行|金融機関)(コード|番号)$|^bank(_?(cd|code|no))?$/,
      /^(被仕向|振込先)?(支店|店舗|店)(コード|番号)$|^店番$|^branch(_?(cd|code|no))?$/,
      /種目|口座種別|預金種別|^科目$|^(account_?|acct_?)?type(_?cd)?$/,
      /^口座番号$|^(account_?|acct_?)(number|no)$|^number$/,
    ],
    least: 3,
  },
];

/** What stands before the part of an address to say whose or which it is. */
const WHOSE = '(現住所_?|住所_?|居住地_?|住民票_?|受給者_?|対象者_?|申請者_?|本人_?|ご)?';

/** Words in parts: a name as family and given name, an address as prefecture, town, number and building. */
const WORDS: readonly Composite[] = [
  {
    item: 'kana',
    parts: [
      /^(カナ姓|姓_?カナ|氏_?カナ|姓\(カナ\)|氏\(カナ\)|姓_?フリガナ|氏_?(日本人_)?(フリガナ|振り?仮名)|セイ|last_?(name_?)?kana|family_?(name_?)?kana|sei_?kana)$/,
      /^(カナ名|名_?カナ|名\(カナ\)|名_?(日本人_)?(フリガナ|振り?仮名)|メイ|first_?(name_?)?kana|given_?(name_?)?kana|mei_?kana)$/,
    ],
    least: 2,
  },
  {
    item: 'name',
    parts: [
      /^(姓|氏|姓_?漢字|氏_?漢字|氏_日本人|姓\(漢字\)|氏\(漢字\)|苗字|last_?n(ame|m)|family_?n(ame|m)|sei)$/,
      /^(名|名_?漢字|名_日本人|名\(漢字\)|first_?n(ame|m)|given_?n(ame|m)|mei)$/,
    ],
    least: 2,
  },
  {
    item: 'address',
    parts: [
      /^(現住所_?|住所_?)?都道府県名?$|^pref(ecture)?(_?n(ame|m))?$|^((jusho|jusyo|adrs?)_?)?todofuken(_?(mei|nm))?$/,
      /^(現住所_?|住所_?)?(市区郡?町村|市町村)名?$|^city(_?n(ame|m))?$|^((jusho|jusyo|adrs?)_?)?(shi(ku)?(gun)?choson|sikunm)(_?(mei|nm))?$/,
      /^(現住所_?|住所_?)(町字|町名|大字)名?$|^(町字|町名|町域|大字|大字_?町名)名?$|^town(_?n(ame|m))?$|^((jusho|jusyo|adrs?)_?)?(choaza|tyoaza|choiki|chomei|oaza)(_?(mei|nm))?$/,
      new RegExp(
        `^${WHOSE}(番地|番地号表記|地番)$|^(street|block|house_?no)$|^((jusho|jusyo|jyusho|adrs?|addr)_?)?(banchi|banti|bantihyoki|bnt|chiban)$`,
      ),
      new RegExp(
        `^${WHOSE}住所2$|^${WHOSE}住所\\(下段\\)$|^addr(ess)?_?(line)?_?2$|^(jusho|jusyo|jyusho|jyusyo|juusho)_?2$`,
      ),
      new RegExp(`^${WHOSE}住所3$|^addr(ess)?_?(line)?_?3$|^(jusho|jusyo|jyusho|jyusyo|juusho)_?3$`),
      new RegExp(
        `^${WHOSE}(方書|建物名?(_?部屋番号)?|アパート名?|マンション名?)$|^(building|bldg)(_?n(ame|m))?$|^((jusho|jusyo|jyusho|adrs?|addr)_?)?(katagaki|ktgk|tatemono)(_?(mei|nm))?$`,
      ),
    ],
    least: 2,
  },
  {
    item: 'previous_address',
    parts: [
      /^(転入前|異動前|前|従前の?)住所_都道府県名?$/,
      /^(転入前|異動前|前|従前の?)住所_市区?郡?町村名?$/,
      /^(転入前|異動前|前|従前の?)住所_町字$/,
      /^(転入前|異動前|前|従前の?)住所_番地号表記$/,
      /^(転入前|異動前|前|従前の?)住所_方書$/,
    ],
    least: 2,
  },
];

/** Place of the house number among the parts of an address. */
const HOUSE = 3;

/** First lines of an address, which take further lines with them. */
export const FIRST_LINE = new RegExp(
  `^${WHOSE}住所(1|名|漢字|\\(上段\\))?$|^(現|居住地_?)住所(_住所)?$|^居住地$|^(jusho|jusyo|jyusho|jyusyo|juusho)_?(1|knj|kanji)?$|^(addr_full|full_address)$|^adrs?(_?(knj|kanji))?$|^addr(ess)?_?(line)?_?1?$`,
);

/** Columns in which an item stands in parts, in the order in which they are joined. */
export interface Parts {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
}

/** The key of a record that stands in several columns, or null. */
export function compositeKey(columns: readonly string[]): Parts | null {
  const is = (part: RegExp, name: string) => part.test(foldName(name));
  return KEYS.map((composite) => partsOf(composite, columns, is)).find((parts) => parts !== null) ?? null;
}

/**
 * Names and addresses that stand in several columns.
 *
 * @param bare what the name of each column says without the word for whose it is.
 * @param adds whether the second column says what the first does not: a lot that stands in the first line already is not said twice.
 */
export function wordParts(
  columns: readonly string[],
  adds: (line: string, name: string) => boolean,
  bare: ReadonlyMap<string, string> = new Map(),
): readonly Parts[] {
  const is = (part: RegExp, name: string) => part.test(foldName(name)) || part.test(bare.get(name) ?? '');
  return WORDS.flatMap((composite) => {
    const parts = partsOf(composite, columns, is);
    if (composite.item !== 'address') return parts ?? [];
    const line = columns.find((name) => is(FIRST_LINE, name));
    if (line === undefined) return parts ?? [];
    // What stands in one line needs no prefecture before it, but the building behind it.
    const rest = composite.parts
      .slice(HOUSE)
      .flatMap((part) => columns.find((name) => name !== line && is(part, name)) ?? [])
      .filter((name) => adds(line, name));
    return rest.length > 0 ? { item: 'address' as const, columns: [line, ...rest] } : [];
  });
}

function partsOf(
  { item, parts, least }: Composite,
  columns: readonly string[],
  is: (part: RegExp, name: string) => boolean,
): Parts | null {
  const found = parts.flatMap((part) => columns.find((name) => is(part, name)) ?? []);
  return found.length >= least && new Set(found).size === found.length ? { item, columns: found } : null;
}
