import { isTruncatedKana } from '../normalize/kana.js';
import type { Readings } from '../normalize/reading.js';
import { comparePart, soundsLike } from './compare-part.js';
import { NAME_LEVEL_IDS, type NameLevelId, nameCode } from './name-levels.js';
import type { NamePart, PersonName, PersonNames } from './person-name.js';

/** Levels of family and given name, as codes of `name-levels.ts`. */
export interface NameLevels {
  readonly family: number;
  readonly given: number;
}

type Pair = readonly [NameLevelId, NameLevelId];

/**
 * Compares all names of a record with all names of a resident and gives the levels of the best pairing:
 * main name first, then family and given swapped, then former names and aliases on either side.
 */
export function compareNames(record: PersonNames, resident: PersonNames, readings: Readings): NameLevels {
  let best = compareTwo(record.main, resident.main, readings);
  const consider = (pair: Pair) => {
    if (badness(pair) < badness(best)) best = pair;
  };
  if (badness(best) > 0) {
    consider(inOtherOrder(compareTwo(swapped(record.main), resident.main, readings)));
    if (record.main.words !== '' && record.main.words === resident.main.words) consider(['order', 'order']);
    for (const other of resident.others) consider(throughOther(record.main, other, best, readings));
    for (const other of record.others) consider(throughOther(resident.main, other, best, readings));
  }
  return { family: nameCode(best[0]), given: nameCode(best[1]) };
}

const AGREEING: ReadonlySet<NameLevelId> = new Set(['exact', 'variant', 'kana', 'reading']);

/** Levels of a name whose parts stand in the other order, where one agrees and the other does not contradict. */
function inOtherOrder([family, given]: Pair): Pair {
  const level = (id: NameLevelId) => (AGREEING.has(id) ? 'order' : id);
  const fits = (id: NameLevelId, other: NameLevelId) => AGREEING.has(id) && !CONTRADICTING.has(other);
  return fits(family, given) || fits(given, family)
    ? [level(family), level(given)]
    : ['different', 'different'];
}

const CONTRADICTING: ReadonlySet<NameLevelId> = new Set(['different', 'reading_differs', 'latin_differs']);

/** How far a pair is from agreement; levels are listed from best to worst, missing counts as middling. */
function badness([family, given]: Pair): number {
  return cost(family) + cost(given);
}

function cost(id: NameLevelId): number {
  const code = NAME_LEVEL_IDS.indexOf(id);
  return id === 'missing' ? 10 : code <= nameCode('latin_near') ? 0 : CONTRADICTING.has(id) ? 20 : code;
}

/** The record under a former name or alias of the resident (or the reverse): each part that agrees is explained. */
function throughOther(main: PersonName, other: PersonName, direct: Pair, readings: Readings): Pair {
  if (other.family.written === '' && other.family.kana === '') {
    return familyAlone(main, other, direct, readings);
  }
  const [family, given] = compareTwo(main, other, readings);
  const partOf = (level: NameLevelId, own: NameLevelId) =>
    AGREEING.has(level) && !AGREEING.has(own) ? 'other_name' : own;
  if (other.given.written === '' && other.given.kana === '') return [partOf(family, direct[0]), direct[1]];
  return AGREEING.has(family) && AGREEING.has(given)
    ? [partOf(family, direct[0]), partOf(given, direct[1])]
    : direct;
}

/** An other name that is one word: a former family name (旧氏 fields hold just that), or a mononym. */
function familyAlone(main: PersonName, other: PersonName, direct: Pair, readings: Readings): Pair {
  const word: NamePart = { written: other.writtenWhole, kana: other.kanaWhole, raw: '' };
  if (AGREEING.has(comparePart(main.family, word, readings))) return ['other_name', direct[1]];
  const whole: NamePart = { written: main.writtenWhole, kana: main.kanaWhole, raw: '' };
  return AGREEING.has(comparePart(whole, word, readings)) ? ['other_name', 'other_name'] : direct;
}

function swapped(name: PersonName): PersonName {
  return { ...name, family: name.given, given: name.family };
}

/** Compares two single names part by part; a name without separator is split where the other one is. */
function compareTwo(a: PersonName, b: PersonName, readings: Readings): Pair {
  const whole = compareWholes(a, b, readings);
  if (whole) return whole;
  const [x, y] =
    isSplit(a) || isSplit(b) ? [splitLike(a, b, readings), splitLike(b, a, readings)] : splitAtCommon(a, b);
  return [comparePart(x.family, y.family, readings), comparePart(x.given, y.given, readings)];
}

/** What can be said of the wholes at once: a kana holder that was cut at 30 bytes, or two unsplit wholes. */
function compareWholes(a: PersonName, b: PersonName, readings: Readings): Pair | null {
  const writtenMissing = a.writtenWhole === '' || b.writtenWhole === '';
  if (writtenMissing && a.kanaWhole !== '' && b.kanaWhole !== '' && a.kanaWhole !== b.kanaWhole) {
    if (isTruncatedKana(a.kanaWhole, b.kanaWhole) || isTruncatedKana(b.kanaWhole, a.kanaWhole)) {
      return ['kana', 'kana'];
    }
  }
  if (isSplit(a) || isSplit(b)) return null;
  const kanaFits = a.kanaWhole === '' || b.kanaWhole === '' || a.kanaWhole === b.kanaWhole;
  if (a.writtenWhole !== '' && a.writtenWhole === b.writtenWhole && kanaFits) return ['exact', 'exact'];
  if (writtenMissing && a.kanaWhole !== '' && a.kanaWhole === b.kanaWhole) return ['kana', 'kana'];
  if (writtenMissing && (a.kanaWhole === '' || b.kanaWhole === '')) {
    const whole = ({ writtenWhole, kanaWhole }: PersonName): NamePart => ({
      written: writtenWhole,
      kana: kanaWhole,
      raw: '',
    });
    const level = comparePart(whole(a), whole(b), readings);
    return [level, level];
  }
  return null;
}

function isSplit(name: PersonName): boolean {
  return (
    (name.family.written !== '' && name.given.written !== '') ||
    (name.family.kana !== '' && name.given.kana !== '')
  );
}

/** Splits writing and kana of `name` where the parts of `like` end or begin, if `name` has no parts of its own. */
function splitLike(name: PersonName, like: PersonName, readings: Readings): PersonName {
  const needsWritten = name.given.written === '' && name.writtenWhole !== '';
  const needsKana = name.given.kana === '' && name.kanaWhole !== '';
  if (!needsWritten && !needsKana) return name;
  const [wf, wg] = needsWritten
    ? cutWritten(name.writtenWhole, like, readings)
    : [name.family.written, name.given.written];
  const [kf, kg] = needsKana ? cutKana(name, like, readings) : [name.family.kana, name.given.kana];
  return {
    ...name,
    family: { written: wf, kana: kf, raw: needsWritten ? '' : name.family.raw },
    given: { written: wg, kana: kg, raw: needsWritten ? '' : name.given.raw },
  };
}

/** Two names without separator: what they share at the beginning is taken for the family name, at the end for the given. */
function splitAtCommon(a: PersonName, b: PersonName): readonly [PersonName, PersonName] {
  const written = commonCut(a.writtenWhole, b.writtenWhole);
  const kana = commonCut(a.kanaWhole, b.kanaWhole);
  const parts = (name: PersonName, w: number, k: number): PersonName => ({
    ...name,
    family: { written: name.writtenWhole.slice(0, w), kana: name.kanaWhole.slice(0, k), raw: '' },
    given: { written: name.writtenWhole.slice(w), kana: name.kanaWhole.slice(k), raw: '' },
  });
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

function cutWritten(whole: string, like: PersonName, readings: Readings): Cut {
  const { family, given } = like;
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
