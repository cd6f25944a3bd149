// The score picture: bars from zero that add up to the total under them. What A and B alone give stands as a subtotal
// above what all other residents take from it, and the scale is that of A and B: other rows may be cut.
import type { Bilingual } from '../../../text/bilingual.js';
import type { CaseData, ScoreRow } from '../viewer-data.js';
import { el, say, svg } from './dom.js';
import { org } from './state.js';
import type { TextOf } from './text-of.js';

/** Bars end at `reach` (bits); `span` bits are the whole width, of which `zero` (a share) lies left of zero. */
interface Scale {
  readonly reach: number;
  readonly span: number;
  readonly zero: number;
}

type RowClass = 'part' | 'subtotal' | 'total';

function signed(value: number): string {
  return value === 0 ? '±0.0' : `${value > 0 ? '＋' : '−'}${Math.abs(value).toFixed(1)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function upright(className: string, x: string): Node {
  return svg('line', { class: className, x1: x, x2: x, y1: '0', y2: '100%' });
}

/** A bar from zero; both sides share one scale, and zero stands where the longest bars need it. */
function bar(value: number, scale: Scale, className: RowClass): Node {
  const drawn = Math.max(-scale.reach, Math.min(scale.reach, value));
  const width = Math.abs(drawn) / scale.span;
  const start = value < 0 ? scale.zero - width : scale.zero;
  return svg(
    'svg',
    { class: 'bar', 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', {
      class: `${className} ${value < 0 ? 'against' : 'for'}`,
      x: percent(start),
      width: percent(width),
      y: '15%',
      height: '70%',
    }),
    // A gap in a bar that is longer than can be drawn; its number stands beside it.
    drawn === value ? null : upright('cut', percent(start + width * (value < 0 ? 0.12 : 0.88))),
    upright('zero', percent(scale.zero)),
  );
}

function direction(value: number): Bilingual {
  return org().words[value > 0 ? 'scoreFor' : value < 0 ? 'scoreAgainst' : 'scoreEven'];
}

function scoreRow(title: Bilingual, words: Bilingual, value: number, scale: Scale, kind: RowClass): Node {
  return el(
    'tr',
    { class: kind },
    el('th', { scope: 'row' }, say(title)),
    el('td', {}, bar(value, scale, kind)),
    el(
      'td',
      { class: 'number' },
      el('b', {}, signed(value)),
      el('span', { class: 'unseen' }, say(direction(value))),
    ),
    el('td', { class: 'words' }, say(words)),
  );
}

/** Bars reach a quarter beyond the longest of A and B alone, so that its rows stay legible. */
function scaleOf(own: readonly ScoreRow[], subtotal: number, all: readonly ScoreRow[], total: number): Scale {
  const reach = 1.25 * Math.max(1, ...own.map((row) => Math.abs(row[3])), Math.abs(subtotal));
  const values = [...all.map((row) => row[3]), subtotal, total];
  const drawn = values.map((value) => Math.max(-reach, Math.min(reach, value)));
  const low = Math.min(0, ...drawn);
  const span = Math.max(0, ...drawn) - low || 1;
  return { reach, span: span * 1.04, zero: (-low + span * 0.02) / (span * 1.04) };
}

/** Null in blind review, which has no score. */
export function score(item: CaseData, text: TextOf): Node | null {
  if (!item.score || item.score.rows.length === 0) return null;
  const { rows, total, others } = item.score;
  const { words } = org();
  const own = rows.slice(0, others ?? rows.length);
  const subtotal = own.reduce((sum, row) => sum + Math.round(row[3] * 10), 0) / 10;
  const scale = scaleOf(own, subtotal, rows, total ?? 0);
  const part = ([title, sentence, , weight]: ScoreRow) =>
    scoreRow(text(title), text(sentence), weight, scale, 'part');
  const sum =
    total === null
      ? el('span', { class: 'sum' }, say(words.scoreHidden))
      : el('span', { class: 'sum' }, say(words.scoreTotal), ` ${signed(total)} → `, say(direction(total)));
  const drawn = [
    ...own.map(part),
    others === undefined ? null : scoreRow(words.scoreOwn, direction(subtotal), subtotal, scale, 'subtotal'),
    ...rows.slice(own.length).map(part),
    total === null ? null : scoreRow(words.scoreTotal, direction(total), total, scale, 'total'),
  ];
  return el(
    'section',
    { class: 'score' },
    el('h2', {}, say(words.scoreTitle), ' ', sum),
    el('table', { class: 'weights' }, el('tbody', {}, ...drawn)),
  );
}
