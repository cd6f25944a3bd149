/** What stands in the place of a secret wherever it would be written out. */
const MASK = '＊＊＊';

/** A value that must not be seen: whatever prints, serialises or inspects it gets a mask, and `reveal` alone the value. */
export interface Secret<T> {
  readonly reveal: () => T;
  toString(): string;
  toJSON(): string;
}

/** Wraps a value that must not be seen, such as a key or a My Number. Held by a closure: there is no property to look at. */
export function secret<T>(value: T): Secret<T> {
  const mask = () => MASK;
  return Object.freeze({
    reveal: () => value,
    toString: mask,
    toJSON: mask,
    [Symbol.toPrimitive]: mask,
    // As `util.inspect.custom`, by which the console and errors with details ask.
    [Symbol.for('nodejs.util.inspect.custom')]: mask,
  });
}
