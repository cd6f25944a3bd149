/**
 * A pure function of a text that keeps what it gave. Beyond `most` texts its memory starts anew, so that it stays bounded
 * however large a register is. What it gives is shared: it must not be changed.
 */
export function remembered<T>(make: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const had = known.get(text);
    if (had !== undefined) return had;
    if (known.size >= most) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
