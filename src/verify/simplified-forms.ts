import { mayStandFor } from '../normalize/name/simplified.js';
import type { NamePart } from './person-name.js';

/**
 * Whether two writings of a name differ only where one has a simplified Chinese character that may stand for the other's
 * (发 for 発 and for 髪, which stay apart from each other). Symmetric.
 */
export function sameButSimplified(a: NamePart, b: NamePart): boolean {
  if (a.written.length !== b.written.length) return false;
  const right = [...b.written];
  const chinese = a.chinese === true || b.chinese === true;
  return [...a.written].every((char, i) => {
    const other = right[i]!;
    return char === other || mayStandFor(char, other, chinese) || mayStandFor(other, char, chinese);
  });
}
