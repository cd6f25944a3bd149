import { each, word } from '../engine/columns.js';
import { LINKS } from './people.js';
import { table } from './table.js';

/** Code of a level by its place in its comparison's list, whose columns `comparisons` names. */
function levels(comparisons: readonly string[]) {
  return each('tiny', comparisons);
}

const LEVEL_NOTE = 'the code of the level, 0 is missing';

/** The tables that have a column for every comparison. */
export function levelTables(comparisons: readonly string[]) {
  const columns = { lid: 'int', rid: 'int', levels: levels(comparisons) } as const;
  return {
    LEVELS: table({
      name: 'levels',
      columns,
      row: 'link with a resident',
      notes: { levels: LEVEL_NOTE },
    }),
    PATTERN_ODDS: table({
      name: 'pattern_odds',
      columns: {
        src: 'tiny',
        levels: levels(comparisons),
        p0: 'double',
        suspicious: 'bool',
        address_apart: 'bool',
        grade: word('A', 'B', 'U'),
      },
      row: 'source and pattern of levels',
      notes: { p0: 'probability of a wrong link before rivals are known', grade: 'below C' },
    }),
    BESIDE_LEVELS: table({
      name: 'case_beside',
      columns: { seq: 'int', lid: 'int', levels: levels(comparisons) },
      row: 'other record of the linked resident on the page of a case',
      notes: { levels: `against the linked resident: ${LEVEL_NOTE}` },
    }),
    RIVAL_LEVELS: table({
      name: 'rival_levels',
      columns,
      row: '(suspect, other resident)',
      notes: { levels: LEVEL_NOTE },
    }),
  };
}

export const PLACE_CHANGES = table({
  name: 'place_changes',
  columns: {
    before_prefecture: 'text',
    before_city: 'text',
    before_town: 'text',
    before_number: 'text',
    after_prefecture: 'text',
    after_city: 'text',
    after_town: 'text',
    after_number: 'text',
    lot: 'bool',
    origin: word('gazetteer', 'built-in'),
  },
  row: 'place or lot that has another name or number now, as a gazetteer says',
  notes: {
    before_number: 'of a lot, or the beginning of the numbers of a place',
    lot: 'the number is replaced, not its beginning',
  },
});

/** Tables of levels whose distinct pairs are kept. */
export type PairedLevels = 'levels' | 'random_levels' | 'rival_levels';

/** The distinct pairs of texts behind a table of levels that were compared in TypeScript. */
export function pairTable(of: PairedLevels, item: string, comparisons: readonly string[]) {
  return table({
    name: `pair_${of}_${item}`,
    family: `pair_${of}_<item>`,
    columns: { value: 'text', codes: levels(comparisons), asked: 'text?' },
    row: `distinct pair of texts behind \`${of}\` that SQL left open`,
    notes: {
      codes: LEVEL_NOTE,
      asked:
        'what the comparison asked of the readings of the run, and what these had to say (`verify/reading/asked.ts`)',
    },
  });
}

export const ASKING_LINKS = table({
  name: 'asking_links',
  columns: { lid: 'int' },
  row: 'link whose levels hang on what the readings of the run had to say (`verify/reading/asked.ts`)',
});

export const RENAMINGS = table({
  name: 'renamings',
  columns: {
    before: 'text',
    after: 'text',
    links: 'int',
    lots: 'int',
    origin: word('learned', 'gazetteer', 'built-in'),
  },
  row: 'place that bears another name now',
  notes: {
    before: 'municipality and town in the form of keys, or the municipality alone',
    links: 'whose record has the old name and whose resident the new one, with the same lots',
    lots: 'how many of them differ',
    origin: 'the links themselves, a table of the office, or a list that the program carries',
  },
});

export const FIRST_SOUNDS = table({
  name: 'first_sounds',
  columns: { letter: 'text', kana: 'text' },
  row: 'letter with which a name of a resident without furigana begins',
  notes: { kana: 'every kana with which it may be read' },
});

export const GIVEN_BEARERS = table({
  name: 'given_bearers',
  columns: {
    kind: word('kana', 'kana-end', 'kanji', 'kanji-end', 'all'),
    name: 'text',
    sex: 'tiny',
    decade: 'int',
    n: 'int',
    total: 'int',
  },
  row: 'given name, sex and decade of birth of residents; empty where every record states sex and birth date',
  notes: {
    kind: 'what `name` is: a whole name, its last two kana or last kanji, or nothing',
    decade: '195 is 1950 to 1959',
    total: 'of the name',
  },
});

export const HEARD = table({
  name: 'heard',
  columns: {
    lid: 'int',
    rid: 'int',
    family_kana: 'text?',
    family_written: 'text?',
    family_chance: 'double?',
    given_kana: 'text?',
    given_written: 'text?',
    given_chance: 'double?',
    given_half: 'double?',
  },
  row: '(suspect, resident) where one has a part of the name in kana alone and the other in kanji alone',
  notes: {
    family_chance: 'P(kana) given the kanji',
    given_chance: 'likewise, and given sex and decade of birth where the record lacks them',
    given_half:
      'where it is no known reading: how many times as likely it is the bearer’s as another’s, by what of the kanji reads so',
  },
});

export const NAMESAKES = table({
  name: 'namesakes',
  columns: { rid: 'int', other: 'int' },
  row: 'ordered pair of residents with one name (kana or kanji) and one date of birth',
});

export const LABELS = table({
  name: 'labels',
  columns: { lid: 'int', wrong: 'bool', owner: 'int?' },
  row: 'link that people have settled',
  notes: { owner: 'the `rid` they named' },
});

export const SUSPECTS = table({
  name: 'suspects',
  like: LINKS,
  columns: { ...LINKS.columns, p0: 'double', house: 'text?' },
  row: 'link to look into',
  notes: { p0: 'as in `pattern_odds`, 1 without a resident', house: 'house numbers of the record' },
});

export const NUMBER_SLIPS = table({
  name: 'number_slips',
  columns: { lid: 'int', number: 'big' },
  row: '(suspect, number that could have been meant)',
});

export const KEY_SLIPS = table({
  name: 'key_slips',
  columns: { lid: 'int', rid: 'int' },
  row: '(suspect, resident whose key could have been meant)',
});

export const SERIAL_NEIGHBOURS = table({
  name: 'serial_neighbours',
  columns: { lid: 'int', serial: 'text' },
  row: '(suspect, serial that could have been meant)',
});

export const ADDRESS_WORDS = table({
  name: 'address_words',
  columns: { lid: 'int', rid: 'int', bits: 'double' },
  row: 'word that the addresses of a suspect and of a resident, in Latin letters, have in common',
  notes: { bits: 'how much it says that two addresses hold the word' },
});

export const LATER_HOUSES = table({
  name: 'later_houses',
  columns: { lid: 'int', house: 'text' },
  row: '(suspect, house numbers that its address has had since)',
});

export const KANA_SPELLINGS = table({
  name: 'kana_spellings',
  columns: { lid: 'int', spelling: 'text', place: 'int' },
  row: '(suspect with kana alone, another way to write its kana)',
  notes: { spelling: 'other dakuten, or a long vowel written otherwise', place: 'from 0, nearest first' },
});

export const UNREAD_BEARERS = table({
  name: 'unread_bearers',
  columns: { lid: 'int', rid: 'int', closeness: 'double' },
  row: '(suspect with kana alone, resident without furigana whose kanji can be read so)',
  notes: { closeness: 'bits of P(kana | kanji) that are missing, 0 for a certain reading' },
});

export const LATIN_BEARERS = table({
  name: 'latin_bearers',
  columns: { lid: 'int', rid: 'int', closeness: 'double' },
  row: '(suspect with a name alone, resident whose name in Latin letters has every word of it)',
  notes: { closeness: 'how far the words are from the kana, 0 as they sound or are written' },
});

export const HEARD_WORDS = table({
  name: 'heard_words',
  columns: { value: 'text', cost: 'int?', asked: 'text?' },
  row: 'word of a name in Latin letters and word of kana of a suspect that may begin and end so',
  notes: { cost: 'how far the one is from the other, 0 as it sounds', asked: 'as in `pair_levels_<item>`' },
});

export const RIVALS = table({
  name: 'rivals',
  columns: { lid: 'int', rid: 'int', relations: 'int', rules: 'big' },
  row: '(suspect, other resident)',
  notes: {
    relations: 'bits, `audit/relations.ts`',
    rules: 'bits: the blocking rules that found it, in the order of `rivals.blocking` in run.json',
  },
});
