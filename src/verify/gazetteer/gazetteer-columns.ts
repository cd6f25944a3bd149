/** What a column of a gazetteer holds, of the old place, of the new one, or of both. */
export interface GazetteerColumn {
  readonly side: 'old' | 'new' | 'both';
  readonly role: 'code' | 'place' | 'chome' | 'lot' | 'branch' | 'block' | 'house';
}

const OLD =
  /^(?:住居表示)?(?:実施前|変更前|改正前|合併前|従前の?|旧|old|before|previous)の?|(?:旧|old|before)$/u;
const NEW = /^(?:住居表示)?(?:実施後|変更後|改正後|合併後|新|現行?|new|after|current)の?|(?:新|new|after)$/u;
/** Columns that say nothing of a place. */
const BESIDE =
  /カナ|かな|ふりがな|フリガナ|読み|ローマ|kana|roma|日$|日付|年月|date|備考|摘要|note|remark|郵便|post|zip|所有|世帯|氏名|面積/u;
/** Of a column that is of both sides: what both are in. */
const AROUND = /都道府県|市区?町村|自治体|団体|prefecture|municipality|city/u;

const ROLES: readonly (readonly [RegExp, GazetteerColumn['role']])[] = [
  [/コード|code|^cd$/u, 'code'],
  [/枝番|支号|branch/u, 'branch'],
  [/丁目$|chome/u, 'chome'],
  [/街区|block|^番$/u, 'block'],
  [/住居番号|^号$|housenumber/u, 'house'],
  [/地番|番地|^番号$|lot/u, 'lot'],
];

/** What the columns hold by their header; null where it names no old and no new place, and so is no header. */
export function gazetteerColumns(header: readonly string[]): readonly (GazetteerColumn | null)[] | null {
  const columns = header.map(columnOf);
  const has = (side: GazetteerColumn['side']) => columns.some((column) => column?.side === side);
  return has('old') && has('new') ? columns : null;
}

function columnOf(text: string): GazetteerColumn | null {
  const name = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_()・「」-]/gu, '');
  if (BESIDE.test(name)) return null;
  const side = OLD.test(name) ? 'old' : NEW.test(name) ? 'new' : 'both';
  const rest = name.replace(side === 'old' ? OLD : NEW, '');
  const role = ROLES.find(([pattern]) => pattern.test(rest))?.[1] ?? 'place';
  if (side !== 'both') return { side, role };
  return AROUND.test(name) && (role === 'place' || role === 'code') ? { side, role } : null;
}
