import stringWidth from 'fast-string-width';

/** Columns a text takes in a terminal: two for East Asian wide and full-width characters. */
export function width(text: string): number {
  return stringWidth(text);
}

/** Blanks between columns. */
const GAP = 2;
/** No column is cut below this, and none below its figures: half a number is another one. */
const NARROWEST = 8;
const FIGURE = /^[\p{N}\p{P}\p{S}\s]*$/u;

/**
 * Lines of a table with aligned columns: the first `left` ones left, the others right.
 *
 * @param limit columns of the terminal: where the table is wider, its widest columns are cut, and end with `…`; figures stay
 *   whole, even where they leave no room.
 */
export function table(
  rows: readonly (readonly string[])[],
  limit = Number.POSITIVE_INFINITY,
  left = 1,
): string {
  const wanted = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => width(row[c] ?? ''))));
  const least = wanted.map((_, c) =>
    Math.max(NARROWEST, ...rows.slice(1).map((row) => (FIGURE.test(row[c] ?? '') ? width(row[c] ?? '') : 0))),
  );
  const widths = fitted(wanted, least, limit);
  const line = (row: readonly string[]) =>
    row
      .map((whole, c) => {
        const cell = cut(whole, widths[c]!);
        const space = ' '.repeat(Math.max(0, widths[c]! - width(cell)));
        return c < left ? cell + space : space + cell;
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  return rows.map(line).join('\n');
}

/** Takes a column at a time from the widest that can give one, until the table fits or none can. */
function fitted(wanted: readonly number[], least: readonly number[], limit: number): number[] {
  const widths = [...wanted];
  let over = widths.reduce((sum, each) => sum + each, GAP * (widths.length - 1)) - limit;
  while (over > 0) {
    const room = widths.map((each, c) => (each > least[c]! ? each : 0));
    const widest = room.indexOf(Math.max(...room));
    if (!room[widest]) break;
    widths[widest]! -= 1;
    over -= 1;
  }
  return widths;
}

/** A text within so many columns. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let shown = '';
  for (const { segment } of SEGMENTS.segment(text)) {
    if (width(shown + segment) > columns - 1) break;
    shown += segment;
  }
  return `${shown}…`;
}

const SEGMENTS = new Intl.Segmenter('ja');
