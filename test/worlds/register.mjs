/** What the resident register writes of a person. */
import { gregorian, iso, wareki } from './calendar.mjs';
import { inKana, inKanji, inLatin } from './foreign.mjs';
import { fullAddress, wide } from './places.mjs';

/**
 * @param {import('./prng.mjs').Prng} random
 * @param {import('./population.mjs').Person} person
 * @param {{withoutKana: number}} options
 * @returns {{name: string, kana: string, former: string, alias: string, birth: string, sex: string, address: string,
 *   previous: string, municipality: string, status: string, movedOn: string, writing: string}}
 *   writing: latin, kanji or both, for foreigners
 */
export function inRegister(random, person, { withoutKana }) {
  const foreign = person.nation !== 'JP';
  return {
    ...(foreign ? foreignNames(random, person) : japaneseNames(random, person)),
    ...(random.chance(foreign ? Math.min(1, withoutKana * 1.5) : withoutKana) ? { kana: '' } : {}),
    birth: foreign ? gregorian(person.birth) : wareki(person.birth),
    sex: person.sex === 1 ? '男' : '女',
    address: fullAddress(person.home),
    previous: person.oldKnown ? fullAddress(person.old) : '',
    municipality: person.home.place.code,
    status: person.status,
    movedOn: person.status || random.chance(0.3) ? iso(person.movedOn) : '',
  };
}

function japaneseNames(random, { family, given, before, beforeKnown }) {
  const inBrackets = beforeKnown && random.chance(0.4);
  return {
    name: `${family.kanji}${inBrackets ? `［${before.kanji}］` : ''}　${given.kanji}`,
    kana: `${family.kana}　${given.kana}`,
    former: beforeKnown && !inBrackets ? before.kanji : '',
    alias: '',
    writing: 'kanji',
  };
}

function foreignNames(random, { nation, foreign, alias, style }) {
  const latin = inLatin(nation, foreign);
  const kanji = inKanji(foreign);
  const writing = !kanji
    ? 'latin'
    : random.chance(nation === 'KR' ? 0.45 : 0.35)
      ? 'kanji'
      : random.chance(0.5)
        ? 'both'
        : 'latin';
  const aliasText = alias ? `${alias.family.kanji}　${alias.given.kanji}` : '';
  const inBrackets = alias && random.chance(0.15);
  const text = { latin: random.chance(0.3) ? wide(latin) : latin, kanji, both: `${latin}＿${kanji}` }[
    writing
  ];
  return {
    name: `${text}${inBrackets ? `（${aliasText}）` : ''}`,
    kana: inKana(random, nation, foreign, { style }),
    former: '',
    alias: inBrackets ? '' : aliasText,
    writing,
  };
}
