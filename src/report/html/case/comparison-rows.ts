import type { FactRow, FactText, LevelView, PersonView } from '../../../audit/case.js';
import type { LevelKind } from '../../../audit/evidence.js';
import type { ShownCase } from '../../../audit/shown.js';
import { FACTS, ITEMS, wordsFor } from '../../../audit/words.js';
import { isWareki } from '../../../normalize/date/wareki-text.js';
import type { Bilingual } from '../../../text/bilingual.js';
import type { CellData, RecordCell, RowData, Run } from '../viewer-data.js';
import { buildingDifference, omittedPrefecture } from './address-difference.js';
import { dayRuns, dayText } from './date-difference.js';
import { difference, plain, stateOf } from './difference.js';
import { foldGrapheme, sameKana, sexWord } from './fold.js';
import { graphemes } from './graphemes.js';
import type { Interner } from './interner.js';
import { worstOf } from './worst-of.js';

const ORDER = new Map(Object.keys(ITEMS).map((key, place) => [key, place]));
const WORST: readonly LevelKind[] = ['different', 'explained', 'equivalent', 'equal'];

/** What is asked of every cell of a row. */
interface RowKey {
  readonly key: string;
  /** Somebody's date of birth is written in the Japanese calendar: all are, the ISO day beside them. */
  readonly inWareki: boolean;
}

type Levels = Readonly<Record<string, LevelView>>;

/** Somebody beside the record, and with whom they are compared. */
interface Other {
  readonly person: PersonView | null;
  readonly levels: Levels;
  readonly base: PersonView;
}

/** What rows are made from: a case, or a link of which nothing can be told. */
export type Sides = Pick<
  ShownCase,
  'record' | 'linked' | 'levels' | 'rows' | 'isProtected' | 'beside' | 'facts'
>;

export function comparisonRows(
  item: Sides,
  candidates: ShownCase['candidates'],
  intern: Interner,
  hides = false,
): readonly RowData[] {
  const beside = item.beside ?? [];
  const { record, linked } = item;
  // Which of several records fits the resident is the question: each is drawn against the resident, who stands as they are.
  const standard = beside.length > 0 ? linked : null;
  const others: readonly Other[] = [
    ...beside.map((person) => ({ person, levels: person.levels, base: linked ?? record })),
    { person: linked, levels: item.levels, base: record },
    ...candidates.map((person) => ({ person, levels: person.levels, base: record })),
  ];
  const rowOf = new Map(item.rows.map((row) => [row.item, row]));
  const isHidden = (key: string) =>
    item.isProtected && (rowOf.get(key)?.tellsPlace ?? key.includes('address'));
  const judgedBy = (key: string) => rowOf.get(key)?.judgedBy ?? [];
  const inWareki = [item.record, ...others.map(({ person }) => person)].some(
    (person) => person?.items.birth_date && isWareki(person.items.birth_date),
  );
  // The record drawn against everybody beside it: what agrees with all of them is not needed to tell them apart.
  const againstAll = (key: string) => {
    const base = shownValue(item.record, key);
    if (base === null) return null;
    const drawn = others.flatMap(({ person, levels, base: against }) => {
      const value = person && shownValue(person, key);
      if (!value) return [];
      const judged = against === record ? levelsIn(levels, judgedBy(key)) : [];
      return [runs({ key, inWareki }, value, base, cellState(key, base, value, judged), judged)];
    });
    return drawn.length > 0 ? worstOf(drawn) : null;
  };
  const rows = rowItems(item).map((key) => {
    const cells = others.map(({ person, levels, base }) =>
      isHidden(key) && person !== null
        ? hiddenCell(person === standard ? [] : levelsIn(levels, judgedBy(key)), intern)
        : standard !== null && person === standard && !hides
          ? cell({ key, inWareki }, standard, person, [], intern)
          : cell({ key, inWareki }, base, person, levelsIn(levels, judgedBy(key)), intern),
    );
    const drawn = hides && !isHidden(key) ? againstAll(key) : null;
    const own = isHidden(key)
      ? standard === null
        ? HIDDEN_RECORD
        : { ...HIDDEN_RECORD, ...told(levelsIn(item.levels, judgedBy(key)).slice(0, 1), intern) }
      : standard === null
        ? recordCell(record, { key, inWareki }, drawn)
        : recordAgainst(
            cell({ key, inWareki }, standard, record, levelsIn(item.levels, judgedBy(key)), intern),
            drawn,
          );
    const ofRecords = [own.state, ...cells.slice(0, beside.length + 1).map(({ state }) => state)];
    return {
      item: key,
      label: intern(wordsFor(ITEMS, key)),
      record: own,
      cells,
      ...(ofRecords.some((state) => state && DIFFERING.has(state)) ? { differs: true as const } : {}),
    };
  });
  const facts = (decides: boolean) =>
    (item.facts ?? [])
      .filter((row) => (row.decides === true) === decides)
      .map((row) => factRow(item, row, candidates.length, intern));
  return [
    ...facts(false),
    ...rows.filter(({ differs }) => differs),
    ...rows.filter(({ differs }) => !differs),
    ...facts(true),
  ];
}

/** What the kind rests on: each text as it is, nothing said of how they compare. */
function factRow(item: Sides, row: FactRow, candidates: number, intern: Interner): RowData {
  const { item: key, record, beside, linked } = row;
  const cells = [
    ...beside.map((text) => factCell(text, intern)),
    ...(item.linked === null ? [NOBODY] : [factCell(linked, intern)]),
    ...row.candidates.slice(0, candidates).map((text) => factCell(text, intern)),
  ];
  return {
    item: key,
    label: intern(wordsFor(FACTS, key)),
    record: factCell(record, intern),
    cells,
    fact: true,
  };
}

const NOBODY: CellData = { runs: [], state: 'none' };
const NOT_STATED: Pick<CellData, 'runs'> = { runs: [] };

function factCell(text: FactText | null, intern: Interner): Pick<CellData, 'runs' | 'told'> {
  if (text === null) return NOT_STATED;
  return typeof text === 'string' ? { runs: plain(text) } : { runs: [], told: intern(text) };
}

/** States of the cell of the linked resident, or of a record beside, that put a row on top: it is what there is to decide about. */
const DIFFERING: ReadonlySet<CellData['state']> = new Set(['different', 'explained']);

const HIDDEN_RECORD: RecordCell = { runs: [], hidden: true };

/** Of what is hidden it is told whether it was compared. */
function hiddenCell(judged: readonly LevelView[], intern: Interner): CellData {
  return { runs: [], state: 'hidden', ...told(judged.slice(0, 1), intern) };
}

/** Nothing where nothing is said: most cells of most cases. */
function told(
  levels: readonly Pick<LevelView, 'kind' | 'text'>[],
  intern: Interner,
): { readonly says?: NonNullable<CellData['says']> } {
  return levels.length === 0 ? {} : { says: levels.map(({ kind, text }) => [kind, intern(text)] as const) };
}

function levelsIn(levels: Levels, comparisons: readonly string[]): readonly LevelView[] {
  const found: LevelView[] = [];
  for (const id of comparisons) if (levels[id]) found.push(levels[id]);
  return found;
}

/** Items worth a row: some always, others when the record carries a value, in the order of `ITEMS`. */
function rowItems(item: Sides): readonly string[] {
  const carried = Object.keys(item.record.items).filter((key) => item.record.items[key]);
  const always = item.rows.flatMap((row) => (row.always ? [row.item] : []));
  const all = new Set([...always, ...carried]);
  const rank = (key: string) => ORDER.get(key) ?? ORDER.size;
  return [...all].sort((left, right) => rank(left) - rank(right));
}

/** The value as shown: dates in ISO form, codes of sex as words. Null when missing. */
function shownValue(person: PersonView, key: string): string | null {
  const raw = person.items[key];
  if (raw === null || raw === undefined || raw.trim() === '') return null;
  if (key === 'birth_date') return person.birthDate ?? raw;
  return key === 'sex' ? sexWord(raw) : raw;
}

/** The notation of the file where it is not what is shown. */
function original(
  person: PersonView,
  { key, inWareki }: RowKey,
  value: string | null,
): { readonly original?: string } {
  const raw = person.items[key];
  if (!raw || value === null || raw === value || (key !== 'birth_date' && key !== 'sex')) return {};
  if (key === 'birth_date' && inWareki && dayText(value).startsWith(raw.normalize('NFKC'))) return {};
  return {
    original: plain(raw)
      .map((run) => (typeof run === 'string' ? run : run[0]))
      .join(''),
  };
}

/** `drawn` are the record’s characters where some of them are to be hidden. */
function recordCell(record: PersonView, row: RowKey, drawn: readonly Run[] | null): RecordCell {
  const { key, inWareki } = row;
  const value = shownValue(record, key);
  if (value === null) return MISSING;
  const ruby = key === 'name' ? rubyOf(value, shownValue(record, 'kana')) : undefined;
  const runs = drawn ?? (key === 'birth_date' ? dayRuns(null, value, inWareki) : plain(value));
  return { runs, ...(ruby ? { ruby } : {}), ...original(record, row, value) };
}

const MISSING: RecordCell = { runs: [], missing: true };

/** A record of several, as it compares with their resident. */
function recordAgainst(cell: CellData, drawn: readonly Run[] | null): RecordCell {
  const { state, says, original } = cell;
  return {
    runs: drawn ?? cell.runs,
    ...(cell.runs.length === 0 ? { missing: true as const } : {}),
    ...(state === undefined ? {} : { state: state as LevelKind }),
    ...(says === undefined ? {} : { says }),
    ...(original === undefined ? {} : { original }),
  };
}

/** Furigana from the record's own kana only, and only where both have the same number of parts. */
function rubyOf(name: string, kana: string | null): readonly (readonly [string, string])[] | undefined {
  if (kana === null || name.length > 60) return undefined;
  const bases = name.split(/[ \u3000]+/);
  const readings = kana.normalize('NFKC').split(/ +/);
  if (bases.length !== readings.length || !/\p{Script=Han}/u.test(name)) return undefined;
  const show = (text: string) => plain(text).join('');
  return bases.map((base, index) => [show(base), show(readings[index]!)] as const);
}

function cell(
  row: RowKey,
  record: PersonView,
  person: PersonView | null,
  judged: readonly LevelView[],
  intern: Interner,
): CellData {
  if (person === null) return NOBODY;
  const { key } = row;
  const base = shownValue(record, key);
  const value = shownValue(person, key);
  const state = isReadAcross(key, record, person) ? worstKind(judged) : cellState(key, base, value, judged);
  return {
    runs: value === null ? [] : runs(row, base, value, state, judged),
    state,
    ...told(sayings(state, judged), intern),
    ...original(person, row, value),
  };
}

function cellState(
  key: string,
  base: string | null,
  value: string | null,
  judged: readonly LevelView[],
): LevelKind {
  if (!base || !value) return 'missing';
  return judged.length > 0 ? worstKind(judged) : stateOf(base, value, (a, b) => same(key, a, b));
}

function worstKind(judged: readonly LevelView[]): LevelKind {
  return WORST.find((kind) => judged.some((level) => level.kind === kind)) ?? 'missing';
}

/** The record has kana alone and the other name no kana: whether its kanji can be read so is told where they stand. */
function isReadAcross(key: string, record: PersonView, person: PersonView): boolean {
  const has = (one: PersonView, item: string) => shownValue(one, item) !== null;
  return (
    key === 'name' &&
    has(person, 'name') &&
    !has(person, 'kana') &&
    !has(record, 'name') &&
    has(record, 'kana')
  );
}

function same(key: string, a: string, b: string): boolean {
  if (key === 'kana') return sameKana(a, b);
  const folded = (text: string) => graphemes(text).map(foldGrapheme).join('').replace(/\s+/g, '');
  return folded(a) === folded(b);
}

/** Only what differs is put into words; agreement of every part is the sign alone. */
function sayings(
  state: LevelKind,
  judged: readonly LevelView[],
): readonly Pick<LevelView, 'kind' | 'text'>[] {
  if (state === 'equal' || state === 'missing') return [];
  return ofName(judged.filter((level) => level.kind !== 'equal' && level.kind !== 'missing'));
}

/** What is said of family and given name alike is said once, of the name. */
function ofName(
  judged: readonly Pick<LevelView, 'level' | 'kind' | 'text'>[],
): readonly Pick<LevelView, 'kind' | 'text'>[] {
  const [family, given] = judged;
  if (judged.length !== 2 || family!.level !== given!.level || family!.kind !== given!.kind) return judged;
  const rest = (side: keyof Bilingual) => {
    const [one, other] = [FAMILY[side], GIVEN[side]];
    const [left, right] = [family!.text[side], given!.text[side]];
    const isSame = left.startsWith(one) && right === other + left.slice(one.length);
    return isSame ? left.slice(one.length) : null;
  };
  const [ja, en] = [rest('ja'), rest('en')];
  if (ja === null || en === null) return judged;
  return [{ kind: family!.kind, text: { ja: NAME.ja + ja, en: NAME.en + en } }];
}

/** With what a sentence on either part of a name begins. */
const FAMILY: Bilingual = { ja: '氏', en: 'Family name' };
const GIVEN: Bilingual = { ja: '名', en: 'Given name' };
const NAME: Bilingual = { ja: '氏名', en: 'Name' };

function runs(
  { key, inWareki }: RowKey,
  base: string | null,
  value: string,
  state: LevelKind,
  judged: readonly LevelView[],
): readonly Run[] {
  if (key === 'birth_date') return dayRuns(state === 'missing' ? null : base, value, inWareki);
  if (base === null || state === 'missing') return plain(value);
  if (judged.some(({ level }) => level === 'building_differs')) return buildingDifference(base, value);
  const parts = key === 'name' && judged.length === 2 ? nameParts(base, value, judged) : null;
  if (parts) return parts;
  if (state === 'equal' || state === 'equivalent') return difference(base, value, true);
  const left = tellsPrefecture(key) ? omittedPrefecture(base, value) : '';
  return [...plain(left), ...withoutNotation(difference(base, value.slice(left.length), false))];
}

const tellsPrefecture = (key: string) => key === 'address' || key === 'previous_address';

/** Where what an item says differs, notation beside it is of no interest: dots would be read as half a difference. */
function withoutNotation(drawn: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  for (const run of drawn) {
    const text = typeof run === 'string' ? run : run[1] === 1 ? run[0] : null;
    const last = kept.at(-1);
    if (text === null) kept.push(run);
    else if (typeof last === 'string') kept[kept.length - 1] = last + text;
    else kept.push(text);
  }
  return kept;
}

/** Family and given name each drawn by their own level, where both sides separate them. */
function nameParts(base: string, value: string, judged: readonly LevelView[]): readonly Run[] | null {
  const left = base.split(/[ \u3000]+/);
  const right = value.split(/[ \u3000]+/);
  if (left.length !== 2 || right.length !== 2) return null;
  const part = (index: 0 | 1) => {
    const isSame = ['equal', 'equivalent'].includes(judged[index]!.kind);
    const drawn = difference(left[index]!, right[index]!, isSame);
    return isSame ? drawn : withoutNotation(drawn);
  };
  return [...part(0), '\u3000', ...part(1)];
}
