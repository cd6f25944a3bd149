import { foldName, hepburn } from '../audit/fold-name.js';
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
      /^(証記載|証)?保険者(番号|コード)$|^insurer$|^(insurer|hoken(sha|sya|ja)|hknja)_?(no|cd|code|number|num|id|bangou?)$/,
      /(被保険者証?等?|被保|資格|加入者|組合員証?|証|^)_?記号$|^((insured|subscriber|member|card|hiho|hihokensha|hihokensya|sho)_?)?(sho_?)?(symbol|kigou?)$/,
      /(被保険者証?等?|被保|資格|加入者|組合員証?|証|^)_?番号$|^((insured|subscriber|member|card|hiho|hihokensha|hihokensya|sho)_?)?(sho_?)?(number|no|bangou?)$/,
      /枝番|^((card|member)_?)?(branch(_?(no|number))?|eda_?ban(gou?)?|eda_?no|eda)$/,
    ],
    least: 3,
  },
  {
    // Symbol and number in one column, as cards of national health insurance have them.
    item: 'record_id',
    parts: [
      /^((国保|国民健康保険|健康保険|健保)_?)?(被保険者(証|番号)?等?|被保|資格(確認書)?|保険証|加入者|組合員証?|証)?_?の?記号_?(及び)?番号$|^((insured|hiho|hihokensha|hoken(sho)?|sho)_?)?kig[ou]+_?bang[ou]+$|^symbol_?(and_?)?(no|number)$/,
      /枝番|^((card|member)_?)?(branch(_?(no|number))?|eda_?ban(gou?)?|eda_?no|eda)$/,
    ],
    least: 2,
  },
  {
    item: 'record_id',
    parts: [
      /^(被仕向|振込先)?(銀行|金融機関)(コード|番号)$|^bank(_?(cd|code|no))?$|^(ginko|kinyukikan|kinyu)_?(cd|code|no|bango)$/,
      /^(被仕向|振込先)?(支店|店舗|店)(コード|番号)$|^店番号?$|^branch(_?(cd|code|no))?$|^(shiten|tenpo|mise|ten)_?(cd|code|no|ban|bango)$/,
      /種目|口座種別|預金種別|^(預金)?科目$|^(account_?|acct_?)?type(_?cd)?$|^(yokin_?|koza_?)?(kamoku|shumoku|shubetsu)(_?(cd|kbn))?$/,
      /^口座番号$|^(account_?|acct_?)(number|no)$|^number$|^koza_?(no|num|bango)$/,
    ],
    least: 3,
  },
];

/** What stands before the part of an address to say whose or which it is. */
const WHOSE = '(現住所_?|現_?|住所_?|居住地_?|住民票_?|受給者_?|対象者_?|申請者_?|本人_?|ご)?';

/** What JSON keys call the object that holds the lines of an address. */
const PLACE = '((home|current|residence|residential|address|addr|jusho|jusyo|location)_)?';

/** Words in parts: a name as family and given name, an address as prefecture, town, number and building. */
const WORDS: readonly Composite[] = [
  {
    item: 'kana',
    parts: [
      /^((カナ)?(氏名|姓名|名前)_?(カナ|フリガナ)?[_(]?(氏|姓|セイ)(_?カナ)?\)?(?<=カナ.*)|(フリガナ|振り?仮名)[_(]?(セイ|姓|氏)\)?|(カナ|フリガナ|ヨミ|よみ|読み)[_(]?(姓|氏|セイ|苗字)\)?|姓_?カナ|氏_?カナ|(姓|氏|苗字)[_(]?(カナ|フリガナ|ふりがな|読み|よみ)\)?|姓_?フリガナ|氏_?(日本人(住民)?_)?(フリガナ|振り?仮名)|セイ|カナ_?氏|(last|family|sur)_?(n(ame|m)_?)?(kana|kn)|(n(ame|m)_?)?(kana|kn)_(last|family|sei|surname)(_?n(ame|m))?|sei_?kana|kana_?sei|surname_?kana|(kana|kn|kna)_?(shimei|namae)_?(sei|uji|myoji)|(shimei|namae)_?((kana|kn|kna)_?(sei|uji|myoji)|(sei|uji|myoji)_?(kana|kn|kna))|furigana_?(sei|uji))$/,
      /^((カナ)?(氏名|姓名|名前)_?(カナ|フリガナ)?[_(]?(名|メイ)(_?カナ)?\)?(?<=カナ.*)|(フリガナ|振り?仮名)[_(]?(メイ|名)\)?|(カナ|フリガナ|ヨミ|よみ|読み)[_(]?(名|メイ)\)?|名_?カナ|名[_(]?(カナ|フリガナ|ふりがな|読み|よみ)\)?|名_?(日本人(住民)?_)?(フリガナ|振り?仮名)|メイ|(first|given)_?(n(ame|m)_?)?(kana|kn)|(n(ame|m)_?)?(kana|kn)_(first|given|mei)(_?n(ame|m))?|mei_?kana|kana_?mei|(kana|kn|kna)_?(shimei|namae)_?(mei|na)|(shimei|namae)_?((kana|kn|kna)_?(mei|na)|(mei|na)_?(kana|kn|kna))|furigana_?(mei|na))$/,
    ],
    least: 2,
  },
  {
    item: 'name',
    parts: [
      /^((漢字)?(お?名前|ご?氏名|姓名|本名)(_?漢字)?[_(]?(氏|姓)\)?|漢字[_(](氏|姓)\)?|姓|氏|姓_?漢字|氏_?漢字|氏_日本人(住民)?|姓\(漢字\)|氏\(漢字\)|苗字|名字|漢字_?(姓|氏)|(last|family|sur)_?n(ame|m)(_?(kanji|kj|knj))?|(kanji|kj|knj|n(ame|m)|full_?name)_(last|family|sei|surname)(_?n(ame|m))?|sei(_?(kanji|kj))?|my[o]+ji|((kanji|kj|knj)_?)?(shimei|namae)_?((kanji|kj|knj)_?)?(sei|uji|myoji)(_?(kanji|kj|knj))?)$/,
      /^((漢字)?(お?名前|ご?氏名|姓名|本名)(_?漢字)?[_(]?名\)?|漢字[_(]名\)?|名|名_?漢字|名_日本人(住民)?|名\(漢字\)|漢字_?名|(first|given)_?n(ame|m)(_?(kanji|kj|knj))?|(kanji|kj|knj|n(ame|m)|full_?name)_(first|given|mei)(_?n(ame|m))?|mei(_?(kanji|kj))?|((kanji|kj|knj)_?)?(shimei|namae)_?((kanji|kj|knj)_?)?(mei|na)(_?(kanji|kj|knj))?)$/,
    ],
    least: 2,
  },
  {
    item: 'address',
    parts: [
      /^(現住所_?|住所_?)?都道府県名?$|^pref(ecture)?(_?n(ame|m))?$|^((jusho|jusyo|adrs?)_?)?todofuken(_?(mei|nm))?$/,
      /^(現住所_?|住所_?)?(市区郡?町村|市町村)名?$|^city(_?n(ame|m))?$|^((jusho|jusyo|adrs?)_?)?(shi(ku)?(gun)?choson|sikunm)(_?(mei|nm))?$/,
      /^(現住所_?|住所_?)?(町字|町名|町域|大字|大字_?町名|町名地番|町名_?番地|町字_?番地|大字町丁目|大字_?町_?丁目|町丁目?|町_?字)名?$|^(現住所_?|住所_?)?(町名|町域|町字|大字|町丁目)名?_?(番地_?)?(以下|以降|等|(建物|方書)名?_?(部屋番号?|号室)?|部屋番号?)$|^(town|area|district|machi)(_?n(ame|m))?$|^((jusho|jusyo|adrs?)_?)?(choaza|tyoaza|choiki|chomei|oaza)(_?(mei|nm))?$/,
      new RegExp(
        `^${WHOSE}(番地|番地号表記|地番|番地_?(以下|以降|等)|番地_?(建物名?|方書))$|^(street(_?(no|num|number|address))?|block(_?no)?|house_?(no|num|number)|lot(_?(no|number))?)$|^((jusho|jusyo|jyusho|adrs?|addr)_?)?(banchi|banti|bantihyoki|bnt|chiban)$`,
      ),
      new RegExp(
        `^${WHOSE}住所_?2$|^${WHOSE}住所\\(下段\\)$|^${PLACE}line_?2$|^adrs?_?(kj|knj|kanji)?_?2$|^addr(ess)?_?(line)?_?2$|^(jusho|jusyo|jyusho|jyusyo|juusho)_?(kj|knj|kanji)?_?2$`,
      ),
      new RegExp(
        `^${WHOSE}住所_?3$|^${PLACE}line_?3$|^adrs?_?(kj|knj|kanji)?_?3$|^addr(ess)?_?(line)?_?3$|^(jusho|jusyo|jyusho|jyusyo|juusho)_?(kj|knj|kanji)?_?3$`,
      ),
      new RegExp(
        `^${WHOSE}(方書|建物名?(_?部屋番号)?|アパート名?|マンション名?|様方)$|^(building|bldg|apartment|room|flat)(_?n(ame|m))?$|^((jusho|jusyo|jyusho|adrs?|addr)_?)?(katagaki|ktgk|tatemono)(_?(mei|nm))?$`,
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

/** Headings of groups of columns that say nothing of whose they are: 属性_姓カナ, 基本情報_名. */
const GROUP =
  /^(属性|基本|個人|本人|対象|住民|共通|詳細)?(情報)?_(?=(姓|氏|名|セイ|メイ|カナ|フリガナ|漢字))/u;

/** What is said in brackets of how far an address goes: （番地まで）, （建物名・部屋番号）. */
const REMARK = /\((?!(カナ|漢字|フリガナ|上段|下段|姓|名|氏|市|町|都|建))[^()]*\)$|\(建物名?[^()]*\)$/u;

/** Place of the house number among the parts of an address. */
const HOUSE = 3;

/** First lines of an address, which take further lines with them. */
export const FIRST_LINE = new RegExp(
  `^${WHOSE}住所(_?1|名|漢字|\\(上段\\)|\\(漢字\\))?$|^${PLACE}line_?1$|^(現|居住地_?)住所(_住所)?$|^居住地$|^(jusho|jusyo|jyusho|jyusyo|juusho)_?(kj|knj|kanji)?_?1?$|^(addr_full|full_address)$|^adrs?(_?(knj|kanji))?$|^adrs?_?(kj|knj|kanji)?_?1$|^addr(ess)?_?(line)?_?1?$`,
);

/** Columns in which an item stands in parts, in the order in which they are joined. */
export interface Parts {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
}

/** The key of a record that stands in several columns, or null. */
export function compositeKey(columns: readonly string[]): Parts | null {
  const is = (part: RegExp, name: string) => part.test(foldName(name)) || part.test(hepburn(foldName(name)));
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
  const is = (part: RegExp, name: string) => {
    const folded = foldName(name);
    return [
      folded,
      folded.replace(REMARK, ''),
      folded.replace(GROUP, ''),
      folded.replace(/(?<=\p{Script=Han}{2})名称?$/u, ''),
      hepburn(folded),
      bare.get(name) ?? '',
    ].some((said) => part.test(said));
  };
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

/** What tells the rows of one number apart: 枝番, 員番号, a running number within a case, a period of a right. */
const BRANCH =
  /枝番|^枝$|員番号?$|(世帯員|家族|明細|履歴|行|期間|歴|世代)_?(枝)?番号?$|(?<!更新|処理|抽出|出力)_?連番$|^履歴(no|seq|連番)?$|^(eda|branch|member_seq|seq|line|(kojin_?)?rire?ki|rirk?|hist(ory)?|period|generation|version|ver|suffix)(_?(no|number|num|ban|bango|seq|id|cd))?$/;

/** Whether a column is called so. */
export function isBranch(name: string): boolean {
  const folded = foldName(name);
  return BRANCH.test(folded) || BRANCH.test(hepburn(folded));
}

function partsOf(
  { item, parts, least }: Composite,
  columns: readonly string[],
  is: (part: RegExp, name: string) => boolean,
): Parts | null {
  const found = parts.flatMap((part) => columns.find((name) => is(part, name)) ?? []);
  return found.length >= least && new Set(found).size === found.length ? { item, columns: found } : null;
}
