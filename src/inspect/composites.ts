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
      /^(被仕向|振込先)?(支店|店舗|店)(コード|番号)$|^branch(_?(cd|code|no))?$/,
      /種目|口座種別|預金種別|^(account_?|acct_?)?type(_?cd)?$/,
      /^口座番号$|^(account_?|acct_?)(number|no)$|^number$/,
    ],
    least: 3,
  },
];

/** Words in parts: a name as family and given name, an address as prefecture, town, number and building. */
const WORDS: readonly Composite[] = [
  {
    item: 'kana',
    parts: [
      /^(カナ姓|姓_?カナ|氏_?カナ|姓\(カナ\)|氏\(カナ\)|姓_?フリガナ|氏_?(日本人_)?(フリガナ|振り?仮名)|セイ|last_?name_?kana|family_?name_?kana|sei_?kana)$/,
      /^(カナ名|名_?カナ|名\(カナ\)|名_?(日本人_)?(フリガナ|振り?仮名)|メイ|first_?name_?kana|given_?name_?kana|mei_?kana)$/,
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
      /^(現住所_?|住所_?)?都道府県名?$|^pref(ecture)?(_?n(ame|m))?$/,
      /^(現住所_?|住所_?)?(市区郡?町村|市町村)名?$|^city(_?n(ame|m))?$/,
      /^(現住所_?|住所_?)(町字|町名|大字)名?$|^(町字|町名|町域|大字)名?$|^town(_?n(ame|m))?$/,
      /^(現住所_?|住所_?)?(番地|番地号表記|地番)$|^(street|block|house_?no)$/,
      /^(現住所_?|住所_?)?(方書|建物名?|アパート名?|マンション名?)$|^(building|bldg)(_?n(ame|m))?$|^katagaki$|^住所2$|^addr(ess)?_?2$/,
      /^住所3$|^addr(ess)?_?3$/,
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
export const FIRST_LINE =
  /^(現?住所1?|居住地|住所漢字|jusho|jyusho|jyusyo|addr(ess)?_?1?|addr_full|full_address)$/;

/** Columns in which an item stands in parts, in the order in which they are joined. */
export interface Parts {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
}

/** The key of a record that stands in several columns, or null. */
export function compositeKey(columns: readonly string[]): Parts | null {
  return KEYS.map((composite) => partsOf(composite, columns)).find((parts) => parts !== null) ?? null;
}

/**
 * Names and addresses that stand in several columns.
 *
 * @param isWhole whether the addresses of a column go down to the house: then only building and further lines follow it.
 */
export function wordParts(columns: readonly string[], isWhole: (name: string) => boolean): readonly Parts[] {
  return WORDS.flatMap((composite) => {
    const parts = partsOf(composite, columns);
    if (composite.item !== 'address') return parts ?? [];
    const line = columns.find((name) => FIRST_LINE.test(foldName(name)));
    if (line === undefined) return parts ?? [];
    // What stands in one line needs no prefecture before it, but the building behind it.
    const rest = composite.parts
      .slice(isWhole(line) ? HOUSE + 1 : HOUSE)
      .flatMap((part) => columns.find((name) => name !== line && part.test(foldName(name))) ?? []);
    return rest.length > 0 ? { item: 'address' as const, columns: [line, ...rest] } : [];
  });
}

function partsOf({ item, parts, least }: Composite, columns: readonly string[]): Parts | null {
  const found = parts.flatMap((part) => columns.find((name) => part.test(foldName(name))) ?? []);
  return found.length >= least && new Set(found).size === found.length ? { item, columns: found } : null;
}
