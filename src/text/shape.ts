const CLASSES: readonly [RegExp, string][] = [
  [/[0-9]/u, '9'],
  [/[０-９]/u, '９'],
  [/\p{Script=Latin}/u, 'A'],
  [/[\uff66-\uff9f]/u, 'ｱ'],
  [/[\p{Script=Katakana}ー]/u, 'ア'],
  [/\p{Script=Hiragana}/u, 'あ'],
  [/[\p{Script=Han}々]/u, '漢'],
  // Letters of other scripts, 外字, and what is assigned to nothing: never shown as they are.
  [/[\p{L}\p{M}\p{Co}\p{Cn}\p{Cs}]/u, '他'],
];

/** Characters met so far and what stands for them; texts repeat the same few thousand. */
const known = new Map<string, string>();

function classOf(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const shape = CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? character;
  known.set(character, shape);
  return shape;
}

/** A run of one class; ends of lines are never counted. */
function ofRun(one: string, length: number): string {
  return length > 3 && !END_OF_LINE.test(one) ? `${one}{${length}}` : one.repeat(length);
}

const END_OF_LINE = /[\n\r\u2028\u2029]/;

/**
 * The shape of a value, which shows its notation and hides the value: `昭和50年3月2日` has `漢漢99漢9漢9漢`.
 * Runs of four or more are counted, `9{12}`: twelve nines in a row would look like the number they stand for.
 */
export function shapeOf(value: string): string {
  let shape = '';
  let [last, run] = ['', 0];
  for (const character of value) {
    const one = classOf(character);
    if (one === last) run++;
    else {
      shape += ofRun(last, run);
      [last, run] = [one, 1];
    }
  }
  shape += ofRun(last, run);
  return shape.length > 24 ? `${shape.slice(0, 23)}…` : shape;
}

/** The commonest of what was counted, commonest first, ties by text. */
export function commonest(counts: ReadonlyMap<string, number>, most: number): [string, number][] {
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
}

/** The commonest shapes of a column's values, commonest first. */
export function commonShapes(values: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value === '') continue;
    const shape = shapeOf(value);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return commonest(counts, most).map(([shape]) => shape);
}
