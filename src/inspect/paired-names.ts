import { foldName, hepburn } from '../audit/fold-name.js';
import { meansOther, namedAs } from '../audit/item-names.js';
import type { Candidate, Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';
import { whoseOf } from './whose.js';

/** Words for a family and a given name, the longest first. */
const FAMILY =
  'family_?n(?:ame|m)|fam_?n(?:ame|m)|last_?n(?:ame|m)|sur_?n(?:ame|m)|l_?n(?:ame|m)|family|fam|last|surname|myoji|myouji|uji|sei|se|苗字|名字|姓|氏|セイ|せい';
const GIVEN =
  'given_?n(?:ame|m)|giv_?n(?:ame|m)|first_?n(?:ame|m)|f_?n(?:ame|m)|given|giv|first|mei|na|me|名|メイ|めい';
/** Columns that may stand between the two. */
const APART = 2;
const PAIRED = 0.88;
/** Letters that part of a name has at most, in nearly all rows. */
const LONGEST = 10;

/**
 * A name, or its reading, in two columns that are called alike but for the words for family and given name: nameKnSe and nameKnMe, 対象者姓 and
 * 対象者名, 通称名_姓 and 通称名_名. Kana where the values are kana.
 */
export function pairedNames(
  { columns, values }: Looked,
  bare: ReadonlyMap<string, string>,
  register: boolean,
): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const [at, family] of columns.entries()) {
    if (!isPart(family, values) || meansOther(family.name)) continue;
    for (const given of columns.slice(at + 1, at + 1 + APART)) {
      if (!isPart(given, values) || meansOther(given.name)) continue;
      const item = itemOf(saidOf(family.name, bare), saidOf(given.name, bare), family, given, register);
      if (item === null || found.has(item)) continue;
      found.set(item, { item, columns: [family.name, given.name], confidence: PAIRED });
    }
  }
  return [...found.values()];
}

function saidOf(name: string, bare: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([bare.get(name) ?? foldName(name), foldName(name)].map(hepburn))];
}

function itemOf(
  families: readonly string[],
  givens: readonly string[],
  family: InspectedColumn,
  given: InspectedColumn,
  register: boolean,
): 'name' | 'kana' | 'alias' | null {
  if ((family.profile.type === 'kana') !== (given.profile.type === 'kana')) return null;
  const isKana = family.profile.type === 'kana';
  const stems = families.flatMap((one) => stemsOf(one, FAMILY));
  const others = new Set(givens.flatMap((one) => stemsOf(one, GIVEN)));
  const shared = stems.filter((stem) => others.has(stem));
  if (shared.some((stem) => isOfName(stem, isKana, register))) return isKana ? 'kana' : 'name';
  return !isKana && shared.some((stem) => namedAs(stem, register)[0]?.item === 'alias') ? 'alias' : null;
}

/** What is left of a name without a word, wherever that stands. */
function stemsOf(name: string, words: string): readonly string[] {
  const parts = [
    new RegExp(`^(.*?)_?(?:${words})$`, 'u'),
    new RegExp(`^()(?:${words})_?(.*)$`, 'u'),
    new RegExp(`^(.+?_)(?:${words})(_.+)$`, 'u'),
  ];
  return parts.flatMap((pattern) => {
    const found = pattern.exec(name);
    return found ? [`${found[1]}${found[2] ?? ''}`.replace(/^_|_$/g, '').replace(/__/g, '_')] : [];
  });
}

const SCRIPT = /^(kj|knj|kanji|kn|kna|kana|漢字|カナ)$/;

/** Whether what both are called besides is a name, a reading, or the person of the record. */
function isOfName(stem: string, isKana: boolean, register: boolean): boolean {
  if (stem === '' || SCRIPT.test(stem) || (isKana && stem === 'k')) return true;
  const { rank } = whoseOf(`${stem}氏名`, register);
  if (rank === 'other' || rank === 'holder') return false;
  const items = namedAs(stem, register).map(({ item }) => item);
  return rank === 'own' || items.includes('name') || (isKana && items.includes('kana'));
}

function isPart({ name, profile }: InspectedColumn, values: Looked['values']): boolean {
  if (!['text', 'kana', 'person-name'].includes(profile.type)) return false;
  const filled = (values.get(name) ?? []).filter((value) => value !== '');
  return filled.length > 0 && filled.filter((value) => value.length <= LONGEST).length > 0.9 * filled.length;
}
