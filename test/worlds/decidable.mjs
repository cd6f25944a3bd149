/**
 * Whether the data can show that a link is wrong, judged from what the register and the record say and from the lists
 * the world was made of, and not from how the link came about.
 *
 * @typedef {'agrees' | 'near' | 'maiden' | 'differs' | 'none'} Level
 */
import { sameDay, YEAR } from './calendar.mjs';
import { heardAs, inKanji, inLatin } from './foreign.mjs';
import { canRead } from './japanese.mjs';
import { distance, foldKana, looseKana, remembered, zengin } from './kana.mjs';
import { sameAddress } from './places.mjs';
import { foldVariants } from './writing.mjs';

/**
 * @param {import('./sources.mjs').LinkRecord} record with `linked` not its owner
 * @param {import('./sources.mjs').Source} source
 * @returns {string} '' where the data can show it, else the reason why not
 */
export function undecidable(record, source) {
  const { person: owner, linked, shown } = record;
  const name = nameLevel(linked, shown, source);
  const birth = birthLevel(linked, shown.birth);
  if (name === 'differs' || birth === 'differs') return '';
  if (addressTells(record)) return '';
  const known = owner.id !== '';
  const ownFits = known && nameLevel(owner, shown, source) === 'agrees';
  if (name === 'near' && ownFits) return '';
  if (birth === 'near' && known) return '';
  if (name === 'maiden') return ownFits && source.shows.length > 1 ? '' : 'could be a former name';
  if (name === 'near') return 'one slip away';
  if (birth === 'none') return 'same name, nothing else';
  return shown.address ? 'namesake, address of neither' : 'namesake, no address';
}

/** How many residents the record's name fits, the linked one aside. */
export const ownersByName = (people, record, source) =>
  people.filter((person) => person !== record.linked && nameLevel(person, record.shown, source) === 'agrees')
    .length;

/** @returns {Level} the least that any name item of the record says */
export function nameLevel(person, shown, source) {
  const levels = [];
  if (shown.kana)
    levels.push(kanaLevel(person, source.id === 'accounts' ? holder(shown.kana) : shown.kana, source));
  if (shown.name) levels.push(writtenLevel(person, shown.name, source));
  return ['differs', 'maiden', 'near'].find((level) => levels.includes(level)) ?? 'agrees';
}

function birthLevel(linked, birth) {
  if (!birth) return 'none';
  if (sameDay(birth, linked.birth)) return 'agrees';
  const same = birth.filter((part, i) => part === linked.birth[i]).length;
  return same === 2 || (birth[1] === linked.birth[2] && birth[2] === linked.birth[1]) ? 'near' : 'differs';
}

/** The record stands at an address of its owner's that the register knows, and the linked resident never lived there. */
function addressTells({ person: owner, linked, shown }) {
  if (!shown.address || owner.id === '') return false;
  const at = (person) =>
    [person.home, ...(person.oldKnown ? [person.old] : [])].some((one) => sameAddress(one, shown.address));
  return at(owner) && !at(linked) && !(linked.old && sameAddress(linked.old, shown.address));
}

function kanaLevel(person, text, source) {
  if (/[A-Z]{2}/.test(text.normalize('NFKC'))) return writtenLevel(person, text, source);
  const levels = person.nation === 'JP' ? japaneseKanaLevels(person, text) : [foreignKanaLevel(person, text)];
  if (person.alias) levels.push(readLevel(person.alias.family.kanji, person.alias.given.kanji, text));
  return ['agrees', 'near', 'maiden'].find((level) => levels.includes(level)) ?? 'differs';
}

function japaneseKanaLevels(person, text) {
  const families = [person.family, ...(person.beforeKnown ? [person.before] : [])];
  const levels = families.map((family) =>
    person.register.kana
      ? textLevel(family.kana + person.given.kana, text)
      : readLevel(family.kanji, person.given.kanji, text),
  );
  const given = words(text).at(-1);
  const givenAgrees = person.register.kana
    ? folded(person.given.kana).loose === folded(given).loose
    : canRead(person.given.kanji, fullKana(given));
  if (givenAgrees && mayHaveMarried(person)) levels.push('maiden');
  return levels;
}

const mayHaveMarried = (person) => person.nation === 'JP' && person.sex === 2 && YEAR - person.birth[0] >= 20;

const holder = remembered((kana) => zengin(kana));
const words = remembered((text) =>
  text
    .normalize('NFKC')
    .split(/[\s　]+/)
    .filter(Boolean),
);
const fullKana = (text) => text.normalize('NFKC').replace(/-/g, 'ー');

function textLevel(expected, text) {
  const [one, two] = [folded(expected), folded(text)];
  if (one.loose === two.loose || (two.loose.length >= 12 && one.loose.startsWith(two.loose))) return 'agrees';
  if (Math.abs(one.strict.length - two.strict.length) > 1) return 'differs';
  return distance(one.strict, two.strict) <= 1 ? 'near' : 'differs';
}

const folded = remembered((kana) => ({ strict: foldKana(kana), loose: looseKana(kana) }));

/** Without furigana: can these characters be read so? Small kana and dakuten are no difference. */
function readLevel(family, given, text) {
  const parts = words(text);
  if (parts.length !== 2) return 'differs';
  const reads = (kanji, kana) => spellings(kana).some((one) => canRead(kanji, one));
  return reads(family, parts[0]) && reads(given, parts[1]) ? 'agrees' : 'differs';
}

/** ｼﾖｳﾀ stands for ショウタ too: banks have no small kana. */
const spellings = remembered((kana) => {
  const full = fullKana(kana);
  return [
    full,
    full.replace(
      /([キシチニヒミリギジヂビピ])([ヤユヨ])/g,
      (_, a, b) => a + { ヤ: 'ャ', ユ: 'ュ', ヨ: 'ョ' }[b],
    ),
    full.replace(/ツ(?=[カ-コサ-ソタ-トパ-ポ])/g, 'ッ'),
  ];
});

function foreignKanaLevel({ foreign, nation, register }, text) {
  if (register.kana && textLevel(register.kana, text) !== 'differs') return textLevel(register.kana, text);
  const said = words(text).map((word) => [looseKana(word)]);
  const given = ['CN', 'KR'].includes(nation) ? [joined(foreign.given)] : foreign.given.map(sounds);
  const wanted = [...foreign.family.map(sounds), ...given];
  const optional = foreign.middle.map(sounds);
  const all = [...wanted, ...optional];
  const every = (list, other) => list.every((one) => other.some((two) => alike(one, two)));
  const fits = every(said, all) && every(wanted, said);
  return fits ? 'agrees' : 'differs';
}

/** @type {Map<string, string[]>} */
const heard = new Map();
function sounds(token) {
  const key = `${token.latin}|${token.kanji}|${token.on}|${token.sounds}`;
  if (!heard.has(key)) heard.set(key, [...heardAs(token)].map(looseKana));
  return heard.get(key);
}
const joined = (tokens) =>
  tokens.map(sounds).reduce((starts, ends) => starts.flatMap((start) => ends.map((end) => start + end)));
const alike = (one, two) =>
  one.some((a) => two.some((b) => a === b || (a.length >= 4 && distance(a, b) <= 1)));

/** Kanji, Latin letters or katakana in a name item. */
function writtenLevel(person, text, source) {
  if (/^[ァ-ヶー\s　・]+$/.test(text)) return kanaLevel(person, text, source);
  if (/\p{sc=Han}|[ぁ-ゖ●]/u.test(text)) return kanjiLevel(person, text);
  return person.foreign ? latinLevel(person, text) : 'differs';
}

function kanjiLevel(person, text) {
  const shown = plain(text);
  const writings =
    person.nation === 'JP'
      ? [
          person.family.kanji + person.given.kanji,
          ...(person.beforeKnown ? [person.before.kanji + person.given.kanji] : []),
        ]
      : [inKanji(person.foreign), inKanji(person.foreign, { simplified: true })];
  if (person.alias) writings.push(person.alias.family.kanji + person.alias.given.kanji);
  const gaps = writings.filter(Boolean).map((one) => differences(plain(one), shown));
  if (gaps.includes(0)) return 'agrees';
  if (gaps.includes(1)) return 'near';
  return mayHaveMarried(person) && shown.endsWith(plain(person.given.kanji)) ? 'maiden' : 'differs';
}

const plain = (text) => foldVariants(text.replace(/[\s　]/g, ''));

function differences(one, two) {
  const [a, b] = [Array.from(one), Array.from(two)];
  return a.length === b.length ? a.filter((char, i) => char !== b[i] && b[i] !== '●').length : 9;
}

function latinLevel({ nation, foreign }, text) {
  const letters = (name) =>
    name
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z]/g, '');
  const shown = letters(text);
  const initials = {
    ...foreign,
    middle: foreign.middle.map((token) => ({ ...token, latin: token.latin[0] })).slice(0, 1),
  };
  const forms = ['family-first', 'given-first'].flatMap((order) =>
    [foreign, initials].flatMap((name) =>
      [true, false].map((middle) => letters(inLatin(nation, name, { order, middle }))),
    ),
  );
  if (forms.some((form) => form === shown || (shown.length >= 20 && form.startsWith(shown)))) return 'agrees';
  return forms.some((form) => distance(form, shown) <= 1) ? 'near' : 'differs';
}
