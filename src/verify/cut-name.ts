import { readsRomaji, soundsLike } from './compare-part.js';
import { isLatinSlip } from './latin-slip.js';
import type { PersonName } from './person-name.js';
import type { Readings } from './reading/reading.js';

/** Whether family and given name are known apart, in writing or in kana. */
export function isSplit(name: PersonName): boolean {
  return (
    (name.family.written !== '' && name.given.written !== '') ||
    (name.family.kana !== '' && name.given.kana !== '')
  );
}

/** Splits writing and kana of `name` where the parts of `like` end or begin, if `name` has no parts of its own. */
export function splitLike(name: PersonName, like: PersonName, readings: Readings): PersonName {
  const needsWritten = name.given.written === '' && name.writtenWhole !== '';
  const needsKana = name.given.kana === '' && name.kanaWhole !== '';
  if (!needsWritten && !needsKana) return name;
  const [wf, wg] = needsWritten
    ? cutWritten(name, like, readings)
    : [name.family.written, name.given.written];
  const [rf, rg] = cutRaw(name, wf);
  const [kf, kg] = needsKana ? cutKana(name, like, readings) : [name.family.kana, name.given.kana];
  return {
    ...name,
    family: { ...name.family, written: wf, kana: kf, raw: needsWritten ? rf : name.family.raw },
    given: { ...name.given, written: wg, kana: kg, raw: needsWritten ? rg : name.given.raw },
  };
}

/** The parts as they were written, cut where the key is cut. */
function cutRaw({ rawWhole }: PersonName, familyKey: string): Cut {
  const letters = [...rawWhole];
  const length = [...familyKey].length;
  return [letters.slice(0, length).join(''), letters.slice(length).join('')];
}

/** Two names without separator: what they share at the beginning is taken for the family name, at the end for the given. */
export function splitAtCommon(a: PersonName, b: PersonName): readonly [PersonName, PersonName] {
  const written = commonCut(a.writtenWhole, b.writtenWhole);
  const kana = commonCut(a.kanaWhole, b.kanaWhole);
  const parts = (name: PersonName, w: number, k: number): PersonName => {
    const family = name.writtenWhole.slice(0, w);
    const [rf, rg] = cutRaw(name, family);
    return {
      ...name,
      family: { ...name.family, written: family, kana: name.kanaWhole.slice(0, k), raw: rf },
      given: { ...name.given, written: name.writtenWhole.slice(w), kana: name.kanaWhole.slice(k), raw: rg },
    };
  };
  return [parts(a, written[0], kana[0]), parts(b, written[1], kana[1])];
}

/** Where to cut two texts: behind what they share in front, before what they share at the end, else in the middle. */
function commonCut(a: string, b: string): readonly [number, number] {
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter - 1 && a[front] === b[front]) front++;
  let back = 0;
  while (back < shorter - 1 && a.at(-1 - back) === b.at(-1 - back)) back++;
  if (front > 0 && front >= back) return [front, front];
  if (back > 0) return [a.length - back, b.length - back];
  return [Math.ceil(a.length / 2), Math.ceil(b.length / 2)];
}

type Cut = readonly [string, string];

function cutWritten(
  { writtenWhole: whole, latin, words }: PersonName,
  like: PersonName,
  readings: Readings,
): Cut {
  const { family, given } = like;
  // One word alone is the part that it is like, slip or not.
  if (latin && like.latin && !words.includes(' ')) {
    if (isLatinSlip(whole, family.written)) return [whole, ''];
    if (isLatinSlip(whole, given.written)) return ['', whole];
  }
  if (like.latin && !latin && family.written !== '') {
    const sound = (kanji: string, romaji: string) =>
      readsRomaji(kanji, romaji, readings) ? 'reads' : 'differs';
    return cutBySound(whole, (head, tail) => [sound(head, family.written), sound(tail, given.written)]);
  }
  if (family.written === '' && family.kana !== '' && given.kana !== '') {
    return cutBySound(whole, (head, tail) => [
      soundsLike(head, family.kana, readings),
      soundsLike(tail, given.kana, readings),
    ]);
  }
  return cut(whole, family.written, given.written);
}

/** Unsplit kana is cut by the other side's kana, else where both parts of a writing (own or other's) read. */
function cutKana(name: PersonName, like: PersonName, readings: Readings): Cut {
  if (like.family.kana !== '') return cut(name.kanaWhole, like.family.kana, like.given.kana);
  const written = name.given.written !== '' ? name : like;
  if (written.given.written === '') return cut(name.kanaWhole, '', '');
  return cutBySound(name.kanaWhole, (head, tail) => [
    soundsLike(written.family.written, head, readings),
    soundsLike(written.given.written, tail, readings),
  ]);
}

function cut(whole: string, family: string, given: string): Cut {
  if (family !== '' && whole.startsWith(family)) return [family, whole.slice(family.length)];
  if (given !== '' && whole.endsWith(given)) return [whole.slice(0, -given.length), given];
  return family === '' ? [whole, ''] : [whole.slice(0, family.length), whole.slice(family.length)];
}

const FAR = { reads: 0, near: 1, differs: 3 } as const;

/** The cut whose parts sound best; the first of equal ones. */
function cutBySound(
  whole: string,
  sounds: (head: string, tail: string) => readonly (keyof typeof FAR)[],
): Cut {
  const letters = [...whole];
  let best: Cut = [whole, ''];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < letters.length && least > 0; i++) {
    const [head, tail] = [letters.slice(0, i).join(''), letters.slice(i).join('')];
    const far = sounds(head, tail).reduce((sum, verdict) => sum + FAR[verdict], 0);
    if (far < least) [best, least] = [[head, tail], far];
  }
  return best;
}
