import type { Candidate, Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';
import { shareRead } from './reads-as.js';

/** Names that read as kana in this share of the rows are the same person's. */
const READ = 0.8;
/** Only values speak. */
const BY_VALUES = 0.75;
/** Columns that are held against each other. */
const MOST = 12;
const HAN = /^[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー]{1,8}$/u;
const KANA = /^[\p{Script=Katakana}\p{Script=Hiragana}ーﾞﾟ]{1,15}$/u;
/** 神奈川県ひばり野市本町, and the lot behind it. */
const PLACE = /[都道府県市区郡].*[町村区]|[都道府県].*[市区]/u;
const LOT = /^[\d一二三四五六七八九十]+([-－番丁の]|丁目|番地)[\d\-－番地号の丁目]*/u;

/**
 * Names and addresses whose columns have no names of their own and hold a part each: family and given name by the kana that reads both,
 * a name without a space by its kana, a place and the lot behind it.
 */
export function namelessParts(
  columns: readonly InspectedColumn[],
  { values }: Pick<Looked, 'values'>,
  isNameless: (name: string) => boolean,
): readonly Candidate[] {
  const bare = columns.filter(({ name }) => isNameless(name));
  const are = ({ name }: InspectedColumn, pattern: RegExp) => {
    const filled = (values.get(name) ?? [])
      .filter((value) => value !== '')
      .map((value) => value.normalize('NFKC'));
    return filled.length > 0 && filled.filter((value) => pattern.test(value)).length > 0.9 * filled.length;
  };
  const words = bare.filter(
    (column) => column.profile.distinct > 0.02 && are(column, HAN) && !are(column, KANA),
  );
  const sounds = bare.filter((column) => column.profile.distinct > 0.02 && are(column, KANA));
  const name = namesOf(words, sounds, columns, values);
  return [...name, ...addressOf(bare, are)];
}

function namesOf(
  words: readonly InspectedColumn[],
  sounds: readonly InspectedColumn[],
  all: readonly InspectedColumn[],
  values: Looked['values'],
): readonly Candidate[] {
  const joined = (names: readonly string[]) =>
    (values.get(names[0]!) ?? []).map((_, row) =>
      names.map((name) => values.get(name)?.[row] ?? '').join(''),
    );
  const singles = (of: readonly InspectedColumn[]) => of.map(({ name }) => [name]);
  const pairs = (of: readonly InspectedColumn[]) =>
    of.flatMap((first, at) => {
      const second = of[at + 1];
      return second && all.indexOf(second) - all.indexOf(first) <= 2 ? [[first.name, second.name]] : [];
    });
  for (const shape of [pairs, singles]) {
    for (const name of shape(words.slice(0, MOST))) {
      for (const kana of shape(sounds.slice(0, MOST))) {
        if ((shareRead(joined(name), joined(kana)) ?? 0) < READ) continue;
        return [
          { item: 'name', columns: name, confidence: BY_VALUES },
          { item: 'kana', columns: kana, confidence: BY_VALUES },
        ];
      }
    }
  }
  return [];
}

function addressOf(
  bare: readonly InspectedColumn[],
  are: (column: InspectedColumn, pattern: RegExp) => boolean,
): readonly Candidate[] {
  for (const [at, place] of bare.entries()) {
    const lot = bare[at + 1];
    if (lot && place.profile.type !== 'address' && are(place, PLACE) && are(lot, LOT))
      return [{ item: 'address', columns: [place.name, lot.name], confidence: BY_VALUES - 0.05 }];
  }
  return [];
}
