// The comparison table: the record, the linked resident, the candidates, character by character.
import { type Bilingual, fill } from '../../../text/bilingual.js';
import type { CaseData, CellData, ColumnData, RecordCell, Run } from '../viewer-data.js';
import { afterAsOf } from './as-of.js';
import { sayWithCases } from './case-links.js';
import { keyButton } from './copy-key.js';
import { type Child, el, say } from './dom.js';
import { legible } from './legible.js';
import { org } from './state.js';
import type { TextOf } from './text-of.js';

const CLASSES = { 1: 'v', 2: 'd' } as const;

/** Set while a case is drawn of which only what differs is shown. */
let isCovered = false;

/** In the place of characters that agree; blanks stay, so that the parts of a name and an address can be counted. */
function covered(text: string): string {
  return text.replace(/[^ \u3000-]/gu, '●');
}

/** A marked stretch can be focused or pointed at to see it large, with its code points. */
function run(part: Run): Node | string {
  if (typeof part === 'string') return isCovered ? covered(part) : whole(part);
  return el('span', { class: CLASSES[part[1]], tabindex: '0' }, legible(part[0]));
}

/** The ISO day behind one in wareki does not break at its hyphens. */
function whole(text: string): Node | string {
  const [before, day, after] = text.split(/(（\d{4}-\d\d-\d\d）)/);
  if (day === undefined) return legible(text);
  return el('span', {}, before!, el('span', { class: 'whole' }, day), after ?? '');
}

function runs(parts: readonly Run[]): Node {
  return el('bdi', { class: 'value', lang: 'ja' }, ...parts.map(run));
}

function furigana(pairs: readonly (readonly [base: string, kana: string])[]): Node {
  return el(
    'bdi',
    { class: 'value', lang: 'ja' },
    ...pairs.flatMap(([base, kana], index) => [
      index > 0 ? '\u3000' : null,
      el('ruby', {}, legible(base), el('rt', {}, kana)),
    ]),
  );
}

function original(text: string | undefined): Node | null {
  if (text === undefined || isCovered) return null;
  return el('span', { class: 'quiet line' }, say(fill(org().words.asWritten, { text })));
}

function missing(): Node {
  return el('span', { class: 'absent' }, say(org().states.missing.text));
}

/** A cell; on a narrow screen, where cells stand below each other, its column's letter is drawn beside it. */
function td(column: string, className: string | null, ...children: readonly Child[]): Node {
  return el('td', { class: className, 'data-column': column }, ...children);
}

/** A text that is shown and compared with none; what is not stated is left blank, since most of these items have one side only. */
function factCell(label: string, cell: RecordCell | CellData, item: string, text: TextOf): Node {
  if (cell.state === 'none') return td(label, 'none', say(org().words.nobody));
  if (cell.told !== undefined) return td(label, null, isCovered ? '●' : sayWithCases(text(cell.told)));
  return cell.runs.length === 0
    ? td(label, 'blank', '－')
    : td(label, null, runs(cell.runs.map(spaced)), ...remarks(item, cell));
}

function remarks(item: string, { runs: [first] }: RecordCell | CellData): readonly Node[] {
  return !isCovered && item === 'registered_at' && typeof first === 'string' ? afterAsOf(first) : [];
}

/** A time as people write it, whatever its source writes between day and hour. */
function spaced(part: Run): Run {
  return typeof part === 'string' ? spacedTime(part) : part;
}

export function spacedTime(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d)T(?=\d\d:)/, '$1 ');
}

/** What is hidden, and whether it was compared. */
function hiddenCell(label: string, { says = [] }: Pick<CellData, 'says'>, text: TextOf): Node {
  const compared = says.map(([, number]) => el('span', { class: 'quiet line' }, say(text(number))));
  return td(label, 'none', say(org().words.hidden), ...compared);
}

function recordCell(cell: RecordCell, text: TextOf): Node {
  if (cell.hidden) return hiddenCell('A', cell, text);
  if (cell.missing) return td('A', null, missing());
  if (cell.state !== undefined) {
    const said = tags(cell, cell.state, 'B', text);
    return td('A', null, runs(cell.runs), original(cell.original), ...said);
  }
  return td(
    'A',
    null,
    cell.ruby && !isCovered ? furigana(cell.ruby) : runs(cell.runs),
    original(cell.original),
  );
}

type State = Exclude<NonNullable<CellData['state']>, 'none' | 'hidden'>;

function line(kind: State, words: Bilingual): Node {
  const sign = el('span', { class: 'sign', 'aria-hidden': 'true' }, org().states[kind].sign);
  return el('span', { class: `tag ${kind}` }, sign, say(words));
}

/** `base` is the column that the cell is compared with. */
function tags(cell: Pick<CellData, 'says'>, state: State, base: string, text: TextOf): readonly Node[] {
  if (cell.says) return cell.says.map(([kind, number]) => line(kind, text(number)));
  const unstated = fill(org().words.notCompared, { label: base });
  return [line(state, state === 'missing' ? unstated : org().states[state].text)];
}

/** `isStandard`: the one with whom records are compared, of whom nothing is said. */
function otherCell(cell: CellData, label: string, isStandard: boolean, text: TextOf): Node {
  const { state = 'none' } = cell;
  if (state === 'none') return td(label, 'none', say(org().words.nobody));
  if (state === 'hidden') return hiddenCell(label, cell, text);
  if (cell.runs.length === 0) return td(label, null, missing());
  if (isStandard) return td(label, null, runs(cell.runs), original(cell.original));
  return td(
    label,
    null,
    runs(cell.runs),
    original(cell.original),
    ...tags(cell, state, label.startsWith('A') ? 'B' : 'A', text),
  );
}

function columnTitle(item: CaseData, label: string): Bilingual {
  const { words } = org();
  if (isBeside(item)) {
    const titles = { A: words.columnRecordOf, B: words.columnStandard, C: words.columnCandidateOf };
    return fill(titles[label as 'A' | 'B'] ?? (label.startsWith('A') ? words.columnBeside : titles.C), {
      label,
    });
  }
  if (label === 'A') return item.register ? words.columnRowA : words.columnRecord;
  if (label === 'B') return item.register ? words.columnRowB : words.columnLinked;
  return fill(words.columnCandidate, { label });
}

/** Several records of one resident stand side by side. */
function isBeside({ columns }: CaseData): boolean {
  return columns.some(({ record }) => record !== undefined);
}

function columnHead(item: CaseData, column: ColumnData, text: TextOf): Node {
  return el(
    'th',
    { scope: 'col' },
    say(columnTitle(item, column.label)),
    column.record === undefined ? null : recordLine(column.record),
    column.resident === null ? null : keyButton(column.resident),
    ...column.why.map((number) => el('span', { class: 'why' }, say(text(number)))),
  );
}

/** Of a record whose key would tell the office of a protected person that it is not shown. */
function recordLine(record: string | null): Node {
  const { words } = org();
  return id(record === null ? words.hidden : fill(words.recordLine, { id: record }));
}

function id(text: Bilingual): Node {
  return el('span', { class: 'quiet id' }, say(text));
}

/** Which record or row A is stands above it only where another of its kind stands beside. */
function recordHead(item: CaseData): Node {
  const { words } = org();
  const beside = isBeside(item) ? id(fill(words.recordLine, { id: item.record })) : null;
  const own = item.register ? keyButton(item.record) : beside;
  return el('th', { scope: 'col' }, say(columnTitle(item, 'A')), own);
}

/** With `cover` without the characters that agree. */
export function comparison(item: CaseData, text: TextOf, cover = false): Node {
  isCovered = cover;
  const heads = [
    el('th', { scope: 'col' }, say(org().words.columnItem)),
    recordHead(item),
    ...item.columns.map((column) => columnHead(item, column, text)),
  ];
  const rows = item.rows.map((row) =>
    el(
      'tr',
      { class: row.differs ? 'differs' : row.fact ? 'fact' : null },
      el('th', { scope: 'row' }, say(text(row.label))),
      row.fact ? factCell('A', row.record, row.item, text) : recordCell(row.record, text),
      ...row.cells.map((cell, index) => {
        const { label } = item.columns[index]!;
        const isStandard = label === 'B' && isBeside(item);
        return row.fact ? factCell(label, cell, row.item, text) : otherCell(cell, label, isStandard, text);
      }),
    ),
  );
  return el(
    'table',
    { class: `compare of-${item.columns.length}` },
    el('thead', {}, el('tr', {}, ...heads)),
    el('tbody', {}, ...rows),
  );
}
