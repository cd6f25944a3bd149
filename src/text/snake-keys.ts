/**
 * The same with the keys that files have: residentId becomes resident_id, in objects at any depth. Sources keep the names that
 * the pipeline file has for them.
 */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      snake(key),
      key === 'sources' ? bySource(part) : snakeKeys(part),
    ]),
  );
}

function bySource(part: unknown): unknown {
  if (Array.isArray(part) || part === null || typeof part !== 'object') return snakeKeys(part);
  return Object.fromEntries(Object.entries(part).map(([source, own]) => [source, snakeKeys(own)]));
}

function snake(key: string): string {
  return key.replace(
    /([a-z\d])([A-Z])/g,
    (_, before: string, letter: string) => `${before}_${letter.toLowerCase()}`,
  );
}
