/** A word of a foreign name, and whether it is of the family name. */
export interface RunWord {
  readonly isFamily: boolean;
}

/** How the words of a name stand in kana that were written without a blank. */
export interface Run<Heard> {
  /** Places of the name's words in the order of the kana. */
  readonly places: readonly number[];
  /** How each of them is heard. */
  readonly heard: readonly Heard[];
}

/** Given names up to which some may be left out: of more, each order would be tried with each choice. */
const MOST_GIVEN = 4;
/** Kana from which on what is left of a name is no chance: ﾚﾐﾝ may be anybody's. */
const FEWEST_OF_SHORTENED = 5;
const FEWEST_OF_CALLED = 3;

/**
 * A foreign name in kana without a blank: its words as they stand, the family name behind the given ones (a middle name, which stands
 * before the given one in Vietnam and is another family name in Brazil, behind these), or all turned round, as clerks and banks write
 * them; given names may be left out. The first that fits, with most words; null where none does. Each word is asked by
 * itself, for a whole would drown what differs in one of them.
 */
export function inOneRun<Heard>(
  kana: string,
  words: readonly RunWord[],
  hear: (place: number, kana: string) => Heard | null,
): Run<Heard> | null {
  for (const places of arrangements(words)) {
    const isEnough = kana.length >= FEWEST_OF_SHORTENED || isCalled(kana, places, words.length);
    if (places.length < words.length && !isEnough) continue;
    const heard = cut(kana, places, hear);
    if (heard) return { places, heard };
  }
  return null;
}

/** Of fewer kana, the first word and the last, as people are called: ﾚﾗﾝ of LE THI MINH LAN. */
function isCalled(kana: string, places: readonly number[], length: number): boolean {
  return (
    kana.length >= FEWEST_OF_CALLED && places.length === 2 && places[0] === 0 && places[1] === length - 1
  );
}

/** Orders in which a name is written, most words first, each once. */
function arrangements(words: readonly RunWord[]): readonly (readonly number[])[] {
  const places = [...words.keys()];
  const family = places.filter((place) => words[place]!.isFamily);
  const given = places.filter((place) => !words[place]!.isFamily);
  if (family.length === 0 || given.length === 0) return [];
  const chosen = given.length > MOST_GIVEN ? [given] : subsets(given).filter((some) => some.length > 0);
  const orders = chosen
    .toSorted((a, b) => b.length - a.length)
    .flatMap((some) => [
      [...family, ...some],
      ...rotations(some).map((turned) => [...turned, ...family]),
      [...some.toReversed(), ...family],
      ...rotations([...family, ...some]),
    ]);
  return [...new Map(orders.map((order) => [order.join(' '), order])).values()];
}

/** A row begun at each of its places in turn: NGUYEN VAN AN, VAN AN NGUYEN, AN NGUYEN VAN. */
function rotations(row: readonly number[]): readonly (readonly number[])[] {
  return row.map((_, start) => [...row.slice(start), ...row.slice(0, start)]);
}

function subsets([first, ...rest]: readonly number[]): readonly (readonly number[])[] {
  if (first === undefined) return [[]];
  const others = subsets(rest);
  return [...others.map((some) => [first, ...some]), ...others];
}

/** How each word is heard where the kana is cut into as many pieces, the shortest first; null where no cut fits. */
export function cut<Heard>(
  kana: string,
  places: readonly number[],
  hear: (place: number, kana: string) => Heard | null,
): readonly Heard[] | null {
  const [place, ...rest] = places;
  if (place === undefined) return kana === '' ? [] : null;
  const most = kana.length - rest.length;
  for (let end = rest.length === 0 ? kana.length : 1; end <= most; end++) {
    const heard = hear(place, kana.slice(0, end));
    const others = heard === null ? null : cut(kana.slice(end), rest, hear);
    if (heard !== null && others !== null) return [heard, ...others];
  }
  return null;
}
