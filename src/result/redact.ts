import type {
  CandidateView,
  Case,
  Change,
  FactRow,
  FactText,
  LevelView,
  PastDecision,
  PersonView,
  RecordBeside,
  Registration,
  RelatedCase,
  Weighing,
} from '../audit/case.js';
import { type Evidence, HIDDEN_LEVEL, isComparison } from '../audit/evidence.js';
import { type IsNumber, LENGTH, maskNumbers, spacedTime } from '../audit/mask.js';
import type { Shown, ShownCase } from '../audit/shown.js';
import type { ClusterView } from '../audit/summary.js';
import { ITEMS, NOT_SHOWN } from '../audit/words.js';
import { CLEAN_SAMPLE } from '../findings/blind-sample.js';
import { kindTexts } from '../findings/titles.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Mutable } from '../text/mutable.js';
import { PERSON_ITEMS, tellsPlace } from '../verify/comparisons/index.js';
import { adviceOf, nextOf } from './advice.js';
import { plainTitle } from './level-views.js';
import { normalisationsOf } from './normalisations.js';
import { reasonOf } from './reason.js';
import { NO_ORGANISATION } from './run-files.js';
import type { Secrets } from './secrets.js';
import { tiedOf } from './who-fits.js';

/** Items that are a time, and may be written as twelve or fourteen digits. */
const TIMES: ReadonlySet<string> = new Set(['birth_date', 'registered_at', 'moved_on']);

/** In place of how the address of a protected person compares: whether it was compared may be told, and nothing of what came of it. */
const HIDDEN = {
  level: HIDDEN_LEVEL,
  kind: 'missing',
  text: {
    ja: '比較済み（結果は支援措置のため表示しません）',
    en: 'Compared; the outcome is not shown (protected person)',
  },
} as const;
const notCompared = (ja: string, en: string) =>
  ({ level: 'hidden-missing', kind: 'missing', text: { ja, en } }) as const;
/** Beside "not shown" it has to be said whose is not there: that there is nothing tells no place. */
const HIDDEN_MISSING = {
  own: notCompared('Aが未登録のため比べていません', 'Not compared: A has none'),
  other: notCompared('この方が未登録のため比べていません', 'Not compared: this person has none'),
  both: notCompared('どちらも未登録のため比べていません', 'Not compared: neither has one'),
  unknown: notCompared('比べていません', 'Not compared'),
} as const;

/** Who of the two states nothing of an item. */
function lacking(item: string, own: PersonView, other: PersonView | null): keyof typeof HIDDEN_MISSING {
  const [here, there] = [own, other].map((one) => Boolean(one?.items[item]?.trim()));
  return here ? (there ? 'unknown' : 'other') : there ? 'own' : 'both';
}

const hiddenOf = ({ kind }: Pick<LevelView, 'kind'>, lacks: keyof typeof HIDDEN_MISSING) =>
  kind === 'missing' ? HIDDEN_MISSING[lacks] : HIDDEN;

/** In place of what has changed of a protected person, and of whether that is an address. */
const HIDDEN_CHANGE = {
  ja: '表示しない項目が変わりました（支援措置）',
  en: 'an item that is not shown has changed (protected person)',
} as const;

const BLIND = {
  headline: {
    ja: '抽出した紐付けの点検です。記録と住民が同じ人かを判断してください',
    en: 'A link drawn for review: decide whether record and resident are the same person',
  },
  reason: {
    ja: '判断に影響しないよう、プログラムの評価は表示していません。',
    en: 'What the program thinks of it is not shown, so as not to sway the decision.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** So few items that both sides state are named. */
const FEW = 2;

/** Where little can be compared a reviewer of the blind sample is told what: an account has nothing but the kana of its holder. */
function blindReason({ record, linked }: Pick<Weighing, 'record' | 'linked'>): Bilingual {
  const states = (person: PersonView | null, item: string) => Boolean(person?.items[item]);
  const both = PERSON_ITEMS.filter((item) => states(record, item) && states(linked, item));
  // Kana without a name stands beside kanji without kana: whether these are read so is what there is to see.
  const isRead = states(record, 'kana') && !states(linked, 'kana') && states(linked, 'name');
  const titles = [
    ...both.map((item) => ITEMS[item]),
    ...(isRead && !states(record, 'name') ? [KANA_AND_NAME] : []),
  ];
  if (titles.length === 0 || titles.length > FEW) return BLIND.reason;
  return {
    ja: `比べられるのは${titles.map(({ ja }) => ja).join('・')}だけです。決められなければ4を選びます。${BLIND.reason.ja}`,
    en: `Nothing but ${titles.map(({ en }) => en.toLowerCase()).join(' and ')} can be compared; 4 if that does not tell. ${BLIND.reason.en}`,
  };
}

const KANA_AND_NAME: Bilingual = { ja: 'カナとBの氏名の読み', en: 'kana with the reading of B’s name' };

/**
 * Whether anybody concerned is protected (支援措置対象者), or lives where a protected person lives: whoever lives with
 * them would give their address away as surely as they themselves.
 */
function isProtected({ record, linked, candidates, beside = [] }: Seen, secrets: Secrets): boolean {
  return [record, ...beside, ...(linked ? [linked] : []), ...candidates].some(
    ({ items, protected: isFlagged }) =>
      isFlagged ||
      Object.keys(items).some((item) => item.endsWith('address') && secrets.isProtectedPlace(items[item]!)),
  );
}

/** Everybody whom a page shows: a case may show other records beside. */
type Seen = Weighing &
  Pick<Case, 'beside' | 'facts' | 'relatedCases'> & { readonly levels?: CandidateView['levels'] };

/** What may be shown of a weighing: nothing that it holds is shown in another way. */
export function redact<T extends Seen>(item: T, secrets: Secrets): Shown<T> {
  const hide = isProtected(item, secrets);
  const person = <P extends PersonView>(one: P): P => shownPerson(one, hide, secrets.isNumber);
  const compared = <P extends PersonView & Pick<CandidateView, 'levels'>>(one: P): P => {
    const shown = person(one);
    return hide ? { ...shown, levels: withoutPlaces(one.levels, item.record, one) } : shown;
  };
  // Of a record beside it is told as it compares with the resident.
  const besideShown = <P extends PersonView & Pick<CandidateView, 'levels'>>(one: P): P =>
    hide ? { ...person(one), levels: withoutPlaces(one.levels, one, item.linked, 'unknown') } : person(one);
  const isSecret = hide && tellsHidden(item);
  const evidence = hide ? withoutPlace(item.evidence, item.record, item.linked) : item.evidence;
  // A name that is new stands before the copy: behind it, it costs a hundred times as much.
  const shown: Mutable<Omit<Seen, 'total'>> & { total: number | null; isProtected: boolean } = {
    isProtected: hide,
    ...item,
    record: person(item.record),
    linked: item.linked && person(item.linked),
    candidates: item.candidates.map(compared),
    evidence: isSecret ? withoutSum(evidence) : evidence,
    total: isSecret ? null : item.total,
  };
  // Whatever the copied object says of it.
  shown.isProtected = hide;
  const isOffice = hide || item.relatedCases?.some(({ elsewhere }) => elsewhere?.isGuarded) === true;
  const elsewhere = (item.beside ?? []).map(({ isElsewhere }) => isOffice && isElsewhere === true);
  if (item.beside)
    shown.beside = item.beside.map((one, index) => besideOf(besideShown(one), elsewhere[index]!));
  if (item.levels && hide) shown.levels = withoutPlaces(item.levels, item.record, item.linked);
  if (item.facts) {
    const facts = shownFacts(item.facts, hide, item.linked !== null, secrets.isNumber);
    shown.facts = isOffice ? facts.map((row) => withoutOffices(row, elsewhere, item.linked !== null)) : facts;
  }
  // "Moved" is one of them.
  if (item.explanations && hide) shown.explanations = [];
  return shown as unknown as Shown<T>;
}

/** The case as every report shows it. */
export function redactCase(item: Case, secrets: Secrets): ShownCase {
  const { isNumber } = secrets;
  const shown = redact(item, secrets);
  const { evidence, candidates, beside } = shown;
  const facts = shown.facts?.filter((row) => !(shown.isProtected && isOfTie(row)));
  const compared = evidence.filter(isComparison);
  const told = { isProtected: shown.isProtected, ...item, evidence: compared, candidates };
  told.isProtected = shown.isProtected;
  if (beside) told.beside = beside;
  if (facts) told.facts = facts.filter(isTold);
  const reason = item.blind ? blindReason(shown) : reasonOf(told);
  // What is shown is a copy already.
  const made = shown as unknown as Mutable<ShownCase>;
  made.levels = levelsOf(compared, item.blind ? plainLevelOf : levelOf);
  made.reason = reason;
  made.next = item.blind ? kindTexts(CLEAN_SAMPLE).next : nextOf(told);
  made.normalisations = normalisationsOf(shown.record, shown.linked);
  const advice = item.blind ? undefined : adviceOf(told);
  if (facts) made.facts = facts;
  made.advice = advice;
  made.isTied = !item.blind && tiedOf(told).length > 0 ? true : undefined;
  if (item.registration) made.registration = shownRegistration(item.registration, isNumber);
  if (item.relatedCases)
    made.relatedCases = item.relatedCases.map((one) => shownRelated(one, shown.isProtected));
  if (item.history) made.history = redactHistory(sealed(item), shown.isProtected, secrets);
  return item.blind ? { ...made, ...HIDDEN_IN_REVIEW, reason: blindReason(shown) } : made;
}

/** Against all other residents a hidden item counts, too: what they take from the link would tell it. */
function withoutSum(rows: readonly Evidence[]): readonly Evidence[] {
  return rows.filter(({ item }) => item !== 'rivals');
}

/** Something that is hidden was compared, of the linked resident or of a candidate, or tells why what differs is explained. */
function tellsHidden({ evidence, candidates }: Weighing): boolean {
  const isCompared = ({ item, kind }: Pick<Evidence, 'item' | 'kind'>) =>
    item === 'explanation' || (tellsPlace(item) && kind !== 'missing');
  return (
    evidence.some(isCompared) ||
    candidates.some(({ levels }) =>
      Object.entries(levels).some(([item, { kind }]) => isCompared({ item, kind })),
    )
  );
}

function levelsOf(rows: readonly Evidence[], view: (row: Evidence) => LevelView): ShownCase['levels'] {
  const told: Record<string, LevelView> = {};
  for (const row of rows) told[row.item] = view(row);
  return told;
}

/** What a row of evidence says without its weight; rows are shared between cases, and so are these. */
function levelOf(row: Evidence): LevelView {
  const known = levels.get(row);
  if (known) return known;
  const { level, kind, text } = row;
  const made = { level, kind, text };
  levels.set(row, made);
  return made;
}

const levels = new WeakMap<Evidence, LevelView>();

/** The same without what a difference may mean, which is an opinion. */
function plainLevelOf({ item, level, kind, text }: Evidence): LevelView {
  return { level, kind, text: plainTitle(item, level) ?? text };
}

/**
 * Earlier decisions as they are shown; with `hide`, of a case with a protected person, without what has changed of a place, and
 * without telling whether that is all. Reviewers write their code themselves.
 */
export function redactHistory(
  history: readonly PastDecision[],
  hide: boolean,
  { isNumber }: Secrets,
): readonly PastDecision[] {
  return history.map(({ changed, ...past }) => ({
    ...past,
    reviewer: maskNumbers(past.reviewer, isNumber),
    ...(changed ? { changed: shownChanges(changed, hide) } : {}),
  }));
}

/**
 * Four eyes: of a case that waits for a second person nobody is shown what the first has said on tonight's evidence, only that
 * they have; a line for each of them. That a case is on hold is no answer.
 */
function sealed({ severity, review, history = [] }: Case): readonly PastDecision[] {
  if (severity !== 'high' || (review !== 'second-needed' && review !== 'on-hold')) return history;
  const isSealed = ({ current, decision }: PastDecision) => current && decision !== 'hold';
  return history
    .filter(
      (past, place) =>
        !isSealed(past) ||
        !history.slice(place + 1).some((later) => isSealed(later) && later.reviewer === past.reviewer),
    )
    .map((past) => (isSealed(past) ? { ...past, decision: 'sealed', candidate: null, reason: null } : past));
}

function shownChanges(changes: readonly Change[], hide: boolean): readonly Bilingual[] {
  const kept = hide ? changes.filter(({ about }) => about && !tellsPlace(about)) : changes;
  return kept.length > 0 ? kept.map(({ ja, en }) => ({ ja, en })) : [HIDDEN_CHANGE];
}

/** Places where wrong links gather, as pages name them: a terminal's name may be a number in the wrong column. */
export function redactClusters(
  clusters: readonly ClusterView[],
  { isNumber }: Secrets,
): readonly ClusterView[] {
  return clusters.map((cluster) => ({ ...cluster, value: maskNumbers(cluster.value, isNumber) }));
}

/** Items beside those compared that lead to where somebody lives. */
const LEADS_HOME: ReadonlySet<string> = new Set(['household_id', 'municipality', 'records']);

/**
 * Rows as they are shown. One that is there only because people compare so (where they lived before, whose household they are of) would
 * tell that by being there: it goes, and the others say that they are hidden.
 */
function shownFacts(
  rows: readonly FactRow[],
  hide: boolean,
  isLinked: boolean,
  isNumber: IsNumber,
): readonly FactRow[] {
  const isHidden = ({ item }: FactRow) =>
    hide && (LEADS_HOME.has(item) || tellsPlace(item) || item.includes('address'));
  return rows.flatMap((row) => {
    if (!isHidden(row)) return [mapFacts(row, (text) => shownFact(row, text, isNumber))];
    return row.decides && row.item !== 'records' ? [] : [hiddenFacts(row, isLinked)];
  });
}

function shownFact(row: FactRow, text: FactText, isNumber: IsNumber): FactText {
  const { item } = row;
  // The head of the page shows the keys of residents as they are. One that nobody has may be a My Number in the wrong column.
  if (item === 'resident_id' && typeof text === 'string')
    return isKeyOrNone(text, row, isNumber) ? text : maskNumbers(text, isNumber);
  // Made of what `other-records.ts` has masked, and of keys, which the head of the page shows as they are.
  if (item === 'records') return text;
  if (typeof text !== 'string')
    return { ja: maskNumbers(text.ja, isNumber), en: maskNumbers(text.en, isNumber) };
  return maskNumbers(TIMES.has(item) ? spacedTime(text) : text, isNumber);
}

function isKeyOrNone(text: string, { linked, candidates }: FactRow, isNumber: IsNumber): boolean {
  const digits = text.replace(/\D+/gu, '');
  return [linked, ...candidates].includes(text) || digits.length !== LENGTH || !isNumber(digits);
}

/** Of everybody alike: a blank beside would say that they have none, and leave open why. */
function hiddenFacts(row: FactRow, isLinked: boolean): FactRow {
  const hidden = (texts: FactRow['beside']) => texts.map(() => NOT_SHOWN);
  return {
    ...row,
    record: NOT_SHOWN,
    beside: hidden(row.beside),
    linked: isLinked ? NOT_SHOWN : null,
    candidates: hidden(row.candidates),
  };
}

function mapFacts(row: FactRow, tell: (text: FactText) => FactText): FactRow {
  const told = (text: FactText | null) => text && tell(text);
  return {
    ...row,
    record: told(row.record),
    beside: row.beside.map(told),
    linked: told(row.linked),
    candidates: row.candidates.map(told),
  };
}

/** A record beside as it is shown. Its key is made by its office, whose name is not told of a protected person, or of whom a related case is about. */
function besideOf({ isElsewhere: _, ...one }: RecordBeside, isHidden: boolean): RecordBeside {
  return isHidden ? { ...one, recordId: null } : one;
}

/** Where a record came in tells its office as its key does, and other records name the offices that they are of. */
function withoutOffices(row: FactRow, isHidden: readonly boolean[], isLinked: boolean): FactRow {
  if (row.item === 'records') return hiddenFacts(row, isLinked);
  if (row.item !== 'channel') return row;
  return { ...row, beside: row.beside.map((text, index) => (text && isHidden[index] ? NOT_SHOWN : text)) };
}

/** A row that is there because candidates fit alike, which where they live may have part in. */
const isOfTie = ({ item, decides }: FactRow) => item === 'moved_on' && decides === true;

/** Not hidden: what is decides nothing, and no sentence speaks of it. */
function isTold({ record, beside, linked, candidates }: FactRow): boolean {
  return ![record, ...beside, linked, ...candidates].includes(NOT_SHOWN);
}

/** Whose office has a case of a protected person would tell the town: it is found by its id in the list over all organisations. */
function shownRelated(one: RelatedCase, hide: boolean): RelatedCase {
  if (!one.elsewhere) return one;
  const shown = hide ? hiddenRelated : openRelated;
  const known = shown.get(one);
  if (known) return known;
  const { isGuarded, ...place } = one.elsewhere;
  const isHidden = (hide || isGuarded) && place.organisation !== NO_ORGANISATION;
  const made = { ...one, elsewhere: isHidden ? { organisation: null, isLed: false } : place };
  shown.set(one, made);
  return made;
}

/** Cases share what they tell of others, and these are shared then, too: with their office, and without. */
const openRelated = new WeakMap<RelatedCase, RelatedCase>();
const hiddenRelated = new WeakMap<RelatedCase, RelatedCase>();

/** A reviewer of the blind sample is told nothing by which the program could sway the decision. */
const HIDDEN_IN_REVIEW = {
  kind: CLEAN_SAMPLE,
  cause: null,
  grade: null,
  probability: null,
  severity: null,
  candidates: [],
  evidence: [],
  total: 0,
  related: [],
  relatedCases: [],
  ...BLIND,
} as const;

function shownPerson<P extends PersonView>(person: P, hide: boolean, isNumber: IsNumber): P {
  const items: Record<string, string | null> = {};
  for (const item in person.items) {
    const text = person.items[item]!;
    const isHidden = text === null || (hide && tellsPlace(item));
    items[item] = isHidden ? null : maskNumbers(TIMES.has(item) ? spacedTime(text) : text, isNumber);
  }
  return { ...person, items };
}

/**
 * Rows without how the address compares: the level would name the town. Its weight is that of the level, which the
 * page of the model tells, so it goes into the last row, which stands for all that the others leave open.
 */
function withoutPlace(
  rows: readonly Evidence[],
  own: PersonView,
  other: PersonView | null,
): readonly Evidence[] {
  // That a birth date which differs is explained, or is not, tells whether the address agrees.
  const tells = ({ item }: Evidence) => tellsPlace(item) || item === 'explanation';
  const hidden = rows.filter(tells).reduce((sum, { weight }) => sum + weight, 0);
  return rows
    .filter(({ item }) => item !== 'explanation')
    .map((row) => {
      if (tellsPlace(row.item)) return { ...row, ...hiddenOf(row, lacking(row.item, own, other)), weight: 0 };
      return row.item === 'rivals' ? { ...row, weight: round(row.weight + hidden) } : row;
    });
}

function withoutPlaces(
  levels: CandidateView['levels'],
  own: PersonView,
  other: PersonView | null,
  lacks?: keyof typeof HIDDEN_MISSING,
): CandidateView['levels'] {
  return Object.fromEntries(
    Object.entries(levels).map(([id, level]) => [
      id,
      tellsPlace(id) ? hiddenOf(level, lacks ?? lacking(id, own, other)) : level,
    ]),
  );
}

function shownRegistration(registration: Registration, isNumber: IsNumber): Registration {
  const masked = (text: string | null) => text && maskNumbers(text, isNumber);
  const { at, day, terminal, operator, lookup } = registration;
  return {
    at: at && masked(spacedTime(at)),
    day: masked(day),
    terminal: masked(terminal),
    operator: masked(operator),
    lookup: masked(lookup),
  };
}

/** Two decimals, as the rows have. */
function round(bits: number): number {
  return Math.round(bits * 100) / 100 + 0;
}
