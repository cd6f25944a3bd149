/**
 * A pure function that keeps what it gave, by its texts with blanks between them or by what `keyOf` makes of its arguments.
 * Beyond `most` its memory starts anew, so that it stays bounded however large a register is. What it gives is shared: it
 * must not be changed.
 */
export function remembered<From extends readonly unknown[], T>(
  make: (...from: From) => T,
  most: number,
  keyOf: (...from: From) => string = withBlanks,
): (...from: From) => T {
  const known = new Map<string, T>();
  return (...from) => {
    const key = keyOf(...from);
    const had = known.get(key);
    if (had !== undefined) return had;
    if (known.size >= most) known.clear();
    const made = make(...from);
    known.set(key, made);
    return made;
  };
}

/** As `join(' ')`, which takes several times as long. */
function withBlanks(...texts: readonly unknown[]): string {
  let key = String(texts[0]);
  for (let i = 1; i < texts.length; i++) key += ` ${texts[i]}`;
  return key;
}
