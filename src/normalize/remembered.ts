/**
 * A pure function that keeps what it gave, by its texts with blanks between them or by what `keyOf` makes of its arguments.
 * Beyond `most` its memory starts anew, so that it stays bounded however large a register is. What it gives is shared: it
 * must not be changed.
 */
export function remembered<From extends readonly unknown[], T>(
  make: (...from: From) => T,
  most: number,
  keyOf: (...from: From) => string = (...texts) => texts.join(' '),
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
