import { foldName, isNoName } from '../audit/fold-name.js';
import { meansOther, namedAs } from '../audit/item-names.js';
import { areBuildings, BEGINS, mayBeBuildings } from './address-tail.js';
import type { Candidate, Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';
import { saysMore } from './says-more.js';

/** A place down to the municipality and nothing behind it. */
const PLACE_ONLY = /^[\p{Script=Han}\p{Script=Hiragana}ヶケ]{1,14}[都道府県市区町村]$/u;
/** A town or a quarter, and nothing behind it. */
const TOWN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12}(丁目)?$/u;
/** Columns that may stand between the parts of an address, and share of different values that towns have at most: names have more. */
const MOST_BETWEEN = 3;
const DISTINCT_TOWNS = 0.5;
/** Columns before a lot among which its municipality is looked for. */
const FARTHEST = 3;
/** What an address is called, whoever wrote it; a 本籍 reads like one and is another place. */
const ADDRESS = /住所|居住|所在|addr|jusho|jusyo|jyusho|juusho/;
const BUILDING = /方書|建物|アパート|マンション|katagaki|ktgk|bldg|building/;
/** Share of the rows that must agree. */
const MOST = 0.8;

/**
 * The address as it was found, made whole where its values begin with a town or a lot: by the column that says all of it, else by the
 * columns before and behind it that hold its municipality and its building. Whatever these are called: a namesake's address is told
 * apart by all of it.
 */
export function wholeAddress(found: Candidate, looked: Looked, used: ReadonlySet<string>): Candidate {
  const gapless = withoutGaps(found, looked, used);
  return withFurtherLines(withPrefecture(withHead(gapless, looked, used), looked, used), looked, used);
}

/** Parts of an address with the places that stand between them in the file, whatever these are called. */
function withoutGaps(found: Candidate, { columns, values }: Looked, used: ReadonlySet<string>): Candidate {
  const order = columns.map(({ name }) => name);
  const places = found.columns.map((name) => order.indexOf(name));
  if (places.length < 2 || places.some((place, at) => at > 0 && place < places[at - 1]!)) return found;
  const between = order.slice(places[0]!, places.at(-1)! + 1);
  const isPart = (name: string) =>
    found.columns.includes(name) ||
    (!used.has(name) &&
      !meansOther(foldName(name)) &&
      shareOf(values.get(name) ?? [], (value) => TOWN.test(value)) >= MOST &&
      new Set(values.get(name)).size < DISTINCT_TOWNS * (values.get(name)?.length ?? 0));
  const parts = between.filter(isPart);
  return between.length - found.columns.length > MOST_BETWEEN || parts.length === found.columns.length
    ? found
    : { ...found, columns: parts };
}

function withHead(found: Candidate, { columns, values }: Looked, used: ReadonlySet<string>): Candidate {
  const rowsOf = (name: string) => values.get(name) ?? [];
  const first = found.columns[0]!;
  if (shareOf(rowsOf(first), (value) => BEGINS.test(value)) > 1 - MOST) return found;
  const free = columns
    .map(({ name }) => name)
    .filter((name) => !used.has(name) && !meansOther(foldName(name)));
  const said = (name: string, row: number) => (rowsOf(name)[row] ?? '').normalize('NFKC');
  const whole = free.find(
    (name) =>
      ADDRESS.test(foldName(name)) &&
      shareOf(rowsOf(name), (value) => BEGINS.test(value)) >= MOST &&
      shareOf(rowsOf(first), (part, row) => said(name, row).includes(part)) >= MOST,
  );
  if (whole !== undefined) return { ...found, columns: [whole, ...found.columns.slice(1)] };
  const order = columns.map(({ name }) => name);
  const at = order.indexOf(first);
  const before = order.slice(Math.max(0, at - FARTHEST), at).reverse();
  const place = before.findIndex((name) => shareOf(rowsOf(name), (value) => PLACE_ONLY.test(value)) >= MOST);
  const head = before.slice(0, place + 1).reverse();
  const isTown = (name: string) => shareOf(rowsOf(name), (value) => TOWN.test(value)) >= MOST;
  if (place < 0 || head.some((name) => used.has(name)) || !head.slice(1).every(isTown)) return found;
  const last = order[order.indexOf(found.columns.at(-1)!) + 1];
  const building = last !== undefined && !used.has(last) && BUILDING.test(foldName(last)) ? [last] : [];
  return {
    ...found,
    columns: [...head, ...found.columns, ...building],
    confidence: Math.max(found.confidence, 0.9),
  };
}

/** A prefecture and nothing behind it. */
const PREFECTURE = /^(東京都|北海道|大阪府|京都府|\p{Script=Han}{2,3}県)$/u;
const WITH_PREFECTURE = /^(東京都|北海道|大阪府|京都府|\p{Script=Han}{2,3}県)/u;

/** An address without its prefecture, with the column right before it that holds that. */
function withPrefecture(found: Candidate, { columns, values }: Looked, used: ReadonlySet<string>): Candidate {
  const first = found.columns[0]!;
  const head = columns[columns.findIndex(({ name }) => name === first) - 1]?.name;
  if (head === undefined || used.has(head) || found.columns.includes(head) || meansOther(head)) return found;
  if (shareOf(values.get(head) ?? [], (value) => PREFECTURE.test(value)) < MOST) return found;
  if (shareOf(values.get(first) ?? [], (value) => WITH_PREFECTURE.test(value)) > 1 - MOST) return found;
  return { ...found, columns: [head, ...found.columns] };
}

/** A lot: 12番3号, 5-6, 三丁目１. */
const LOT = /^(\d{1,4}|[一二三四五六七八九十]{1,4})((丁目|番地?|条)|[-の]\d{1,4}(?!\d))/u;
const NUMBERED = /番号|コード|(^|_)(no|cd|id|code|num|number)$/;

/** What stands in the columns behind a place: lots, buildings and rooms. */
const FURTHER =
  /番地|地番|枝番|番号表記|方書|建物|部屋|室番|号室|棟|アパート|マンション|様方|ba[n]?[ct]hi|katagaki|building|bldg|room|(^|_)apt|street|house_?n/;

/** An address with the lines right behind it that go on with it: of the same name with the next number, or called after lots and buildings. */
export function withFurtherLines(
  found: Candidate,
  { columns, values }: Looked,
  used: ReadonlySet<string>,
): Candidate {
  const end = columns.findIndex(({ name }) => name === found.columns.at(-1));
  const taken = [...found.columns];
  for (const next of columns.slice(end + 1)) {
    if (used.has(next.name) || taken.includes(next.name) || !goesOn(taken.at(-1)!, next, values)) break;
    taken.push(next.name);
  }
  const next = columns[columns.findIndex(({ name }) => name === taken.at(-1)) + 1];
  const isOpen = next && !used.has(next.name) && mayBeBuildings(next, values.get(next.name) ?? []);
  const confidence = isOpen ? Math.min(found.confidence, OPEN) : found.confidence;
  return taken.length === found.columns.length && !isOpen ? found : { ...found, columns: taken, confidence };
}

/** An address that may go on behind its last line is no sure one. */
const OPEN = 0.79;

/** ADDR_NUM is the number of a lot. */
function isOfAddress(name: string): boolean {
  return [true, false].some((register) => namedAs(name, register).some(({ item }) => item === 'address'));
}

const LINES = ['text', 'code', 'address', 'digits', 'kana'];

/** Whether a column says more of the address whose last line stands before it. */
function goesOn(line: string, { name, profile }: InspectedColumn, values: Looked['values']): boolean {
  const said = values.get(line) ?? [];
  const further = values.get(name) ?? [];
  const mostly = (of: readonly string[], pattern: RegExp) =>
    shareOf(of, (value) => pattern.test(value)) >= MOST;
  const byValues = () =>
    !isNoName(name) &&
    !meansOther(name) &&
    ((mostly(further, LOT) && (!NUMBERED.test(foldName(name)) || isOfAddress(name))) ||
      (mostly(said, PREFECTURE) && mostly(further, BEGINS)));
  return (
    LINES.includes(profile.type) &&
    (isNextLine(line, name) ||
      FURTHER.test(foldName(name)) ||
      byValues() ||
      areBuildings({ name, profile }, further)) &&
    saysMore(said, further)
  );
}

/** JUSHO1 and JUSHO2, adr1kj and adr2kj, 住所 and 住所2. */
function isNextLine(line: string, name: string): boolean {
  if (isNoName(name)) return false;
  const [a, b] = [line, name].map((one) => one.normalize('NFKC'));
  const [, before, number, behind] = /^(.*?)(\d)(\D*)$/u.exec(b!) ?? [];
  if (number === undefined) return false;
  return a === `${before}${Number(number) - 1}${behind}` || (number === '2' && a === `${before}${behind}`);
}

/** Share of the filled values of which something holds; 0 of none. */
function shareOf(values: readonly string[], holds: (value: string, row: number) => boolean): number {
  const filled = values.flatMap((value, row) => (value === '' ? [] : [holds(value.normalize('NFKC'), row)]));
  return filled.length === 0 ? 0 : filled.filter(Boolean).length / filled.length;
}
