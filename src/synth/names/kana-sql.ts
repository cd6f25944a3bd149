import { literal } from '../../engine/sql.js';
import { bankKana, halfKana } from './kana-forms.js';

const FULL = Array.from({ length: 0x30fd - 0x30a1 }, (_, at) => String.fromCharCode(0x30a1 + at)).join('');

/** SQL that writes full-width kana in half width (JIS X 0201), dakuten as characters of their own. */
export function halfKanaSql(text: string): string {
  return converted(text, halfKana);
}

/** SQL that writes full-width kana as a bank does: no small kana, '-' for ー. */
export function bankKanaSql(text: string): string {
  return converted(text, bankKana);
}

// One translate() for what stays one character, a replace() for each kana whose dakuten becomes a second.
function converted(text: string, convert: (kana: string) => string): string {
  const chars = [...FULL, '　']
    .map((full) => [full, convert(full)] as const)
    .filter(([full, half]) => full !== half);
  const single = chars.filter(([, half]) => half.length === 1);
  const double = chars.filter(([, half]) => half.length === 2);
  const from = single.map(([full]) => full).join('');
  const to = single.map(([, half]) => half).join('');
  return double.reduce(
    (sql, [full, half]) => `replace(${sql}, ${literal(full)}, ${literal(half)})`,
    `translate(${text}, ${literal(from)}, ${literal(to)})`,
  );
}
