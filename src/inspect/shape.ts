const CLASSES: readonly [RegExp, string][] = [
  [/[0-9]/u, '9'],
  [/[０-９]/u, '９'],
  [/\p{Script=Latin}/u, 'A'],
  [/[\uff66-\uff9f]/u, 'ｱ'],
  [/[\p{Script=Katakana}ー]/u, 'ア'],
  [/\p{Script=Hiragana}/u, 'あ'],
  [/[\p{Script=Han}々]/u, '漢'],
];

/**
 * The shape of a value, which shows its notation and hides the value: `昭和50年3月2日` has `漢漢99漢9漢9漢`.
 * Runs of four or more are counted, `9{12}`: twelve nines in a row would look like the number they stand for.
 */
function shapeOf(value: string): string {
  const shape = [...value]
    .map((character) => CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? character)
    .join('')
    .replace(/(.)\1{3,}/gu, (run, one: string) => `${one}{${[...run].length}}`);
  return shape.length > 24 ? `${shape.slice(0, 23)}…` : shape;
}

/** The commonest shapes of a column's values, commonest first. */
export function commonShapes(values: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value === '') continue;
    const shape = shapeOf(value);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([shape]) => shape);
}
