/** Several spellings of a syllable, joined with those of what stands before it; the first ones where there are too many. */
const MOST = 24;

function product(parts: readonly (readonly string[])[]): readonly string[] {
  let texts: readonly string[] = [''];
  for (const part of parts) {
    texts = texts.flatMap((text) => part.flatMap((more) => joined(text, more))).slice(0, MOST);
  }
  return texts;
}

/** A stop before an H is breath (SIKHO シコ), or is heard by itself, as katakana writes it: シクホ, パプヒ, ミツホ. */
function joined(text: string, more: string): readonly string[] {
  const vowel = more.startsWith('H') ? ALONE[text.at(-1) ?? ''] : undefined;
  return vowel === undefined ? [text + more] : [text + more, text + vowel + more];
}

const ALONE: Readonly<Record<string, string>> = { K: 'U', P: 'U', T: 'SU' };

const INITIALS = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(.+)$/;

/** Initials of pinyin as katakana hears them (周 ジョウ, チョウ), in the letters of `phonemes.ts`. */
const HEARD_INITIALS: Readonly<Record<string, readonly string[]>> = {
  zh: ['J', 'CH'],
  ch: ['CH'],
  sh: ['SH'],
  j: ['J', 'CH'],
  q: ['CH'],
  x: ['SH'],
  z: ['Z', 'TS'],
  c: ['TS'],
  r: ['R', 'J'],
  h: ['H', 'F'],
};

/** Finals that are not heard as they are spelt; `v` is ü. */
const HEARD_FINALS: Readonly<Record<string, readonly string[]>> = {
  e: ['O', 'A', 'E', 'U'],
  er: ['A', 'ARU'],
  en: ['EN', 'IN'],
  eng: ['ON', 'EN'],
  ei: ['EI'],
  ie: ['IE'],
  ian: ['IEN', 'IAN'],
  iang: ['IAN', 'YAN'],
  iong: ['ION'],
  iu: ['IU', 'IOU'],
  ui: ['UI', 'UEI', 'OI'],
  uo: ['UO', 'O'],
  uan: ['UAN', 'AN'],
  uang: ['UAN', 'AN'],
  ong: ['ON', 'UN'],
  v: ['YU', 'YUI', 'UI'],
  ve: ['YUE', 'UE'],
  van: ['YUAN', 'YUEN'],
  vn: ['YUN', 'YUIN'],
};
/** What i is after a sibilant (思 スー, 志 ジー), and u after those that have no other than ü. */
const SIBILANT = /^(z|c|s)$/;
const FRONT = /^[jqxy]$/;

/** Y and W before their own vowel: 怡 イー, 武 ウー. */
const SILENT = /^(?:yi|wu$)/;

/** A syllable of pinyin without tone as katakana may write it, in Latin letters that sound so. */
export function soundsOfPinyin(syllable: string): readonly string[] {
  const [, initial = '', final = ''] = INITIALS.exec(syllable) ?? [];
  if (final === '') return [syllable.toUpperCase()];
  const heard = SILENT.test(syllable) ? [''] : (HEARD_INITIALS[initial] ?? [initial.toUpperCase()]);
  return heard.flatMap((consonant) => finalsOf(initial, final).map((vowels) => consonant + vowels));
}

function finalsOf(initial: string, final: string): readonly string[] {
  if (final === 'i') return SIBILANT.test(initial) ? ['U', 'I'] : ['I'];
  if (initial === 'w' && final === 'u') return ['U'];
  if (FRONT.test(initial) && final.startsWith('u')) {
    const umlaut = HEARD_FINALS[`v${final.slice(1)}`] ?? [];
    return umlaut.map((text) => (initial === 'y' ? text.replace(/^Y/, '') : text));
  }
  if (initial === 'y' && final === 'an') return ['AN', 'EN'];
  // 華 ホワ, 黄 ホワン.
  if (initial === 'h' && final.startsWith('ua'))
    return [...heardFinal(final), final.replace(/^u/, 'ow').replace(/ng$/, 'n').toUpperCase()];
  return heardFinal(final);
}

const heardFinal = (final: string) => HEARD_FINALS[final] ?? [final.replace(/ng$/, 'n').toUpperCase()];

const LEADS = [
  'G',
  'KK',
  'N',
  'D',
  'TT',
  'R',
  'M',
  'B',
  'PP',
  'S',
  'SS',
  '',
  'J',
  'CH',
  'CH',
  'K',
  'T',
  'P',
  'H',
];
/** One per medial, in the order of Unicode; 권 is クォン, and コン to who writes no small ォ. */
const VOWELS = [
  ['A'],
  ['E'],
  ['YA'],
  ['YE'],
  ['O'],
  ['E'],
  ['YO'],
  ['YE'],
  ['O'],
  ['WA', 'A'],
  ['WE'],
  ['WE', 'E'],
  ['YO'],
  ['U'],
  ['WO', 'O'],
  ['WE'],
  ['UI'],
  ['YU'],
  ['U'],
  ['UI', 'I'],
  ['I'],
] as const;
const TAILS = [
  '',
  'K',
  'K',
  'K',
  'N',
  'N',
  'N',
  'T',
  'L',
  'K',
  'M',
  'P',
  'L',
  'L',
  'P',
  'L',
  'M',
  'P',
  'P',
  'T',
  'T',
  'N',
  'T',
  'T',
  'K',
  'T',
  'P',
  'T',
];
/** A plain stop is heard as voiced inside a word, and mostly not in front. */
const UNVOICED: Readonly<Record<string, string>> = { G: 'K', D: 'T', B: 'P', J: 'CH' };

interface Jamo {
  readonly lead: number;
  readonly vowel: number;
  readonly tail: number;
}

/** The letters of a hangul syllable (Unicode, section 3.12). */
export function jamoOf(syllable: string): Jamo {
  const code = syllable.charCodeAt(0) - 0xac00;
  return { lead: Math.floor(code / 588), vowel: Math.floor((code % 588) / 28), tail: code % 28 };
}

/** A hangul syllable as katakana may write it; R and N in front fall silent in the South (李 リ, イ). */
export function soundsOfHangul(syllable: string): readonly string[] {
  const { lead, vowel, tail } = jamoOf(syllable);
  const first = LEADS[lead]!;
  const silent = /^[YIU]/.test(VOWELS[vowel]![0]!) ? '' : 'N';
  const leads = first === 'R' ? ['R', silent] : first === 'N' ? ['N', ''] : [first, UNVOICED[first] ?? first];
  return [...new Set(leads)].flatMap((consonant) =>
    VOWELS[vowel]!.map((text) => soft(consonant, text) + text + TAILS[tail]!),
  );
}

/** 신 is シン. */
const soft = (consonant: string, vowel: string) =>
  /^S/.test(consonant) && /^[YI]/.test(vowel) ? 'SH' : consonant;

/** Every way in which syllables may sound, one after the other. */
export function soundsOfSyllables(syllables: readonly (readonly string[])[]): readonly string[] {
  return product(syllables);
}
