import type { Elsewhere } from '../../../audit/case.js';
import { isHidden } from '../../../audit/evidence.js';
import type { ShownCase } from '../../../audit/shown.js';
import { ITEMS, REVIEW_STATES, wordsFor } from '../../../audit/words.js';
import { withRoom } from '../../../findings/candidates.js';
import swappedLinks from '../../../findings/kinds/swapped-links.js';
import { CAUSES, KINDS } from '../../../findings/titles.js';
import type { Bilingual } from '../../../text/bilingual.js';
import type { Mutable } from '../../../text/mutable.js';
import type { CaseData, ColumnData, RelatedData, ScoreData } from '../viewer-data.js';
import { comparisonRows } from './comparison-rows.js';
import { shown } from './graphemes.js';
import type { Interner } from './interner.js';
import { roundedToSum } from './rounding.js';

export interface CaseContext {
  readonly sourceTitle: (source: string) => Bilingual;
  readonly fileName: (path: string) => string;
  readonly intern: Interner;
  /** Folder of an organisation's pages. */
  readonly folderOf: (organisation: string) => string | undefined;
  readonly organisationName: (organisation: string) => Bilingual;
  /** What agrees is hidden until asked for: the record’s cells tell which of their characters do. */
  readonly hides?: boolean;
}

/** One case as the viewer shows it; what blind review hides is left out. */
export function caseData(item: ShownCase, context: CaseContext): CaseData {
  const { intern } = context;
  const candidates = withRoom(item.candidates, item.beside?.length ?? 0);
  const data: Mutable<CaseData> = {
    id: item.findingId,
    fingerprint: item.fingerprint,
    kindId: item.kind,
    kind: intern(wordsFor(KINDS, item.kind)),
    cause: item.cause === null ? null : intern(wordsFor(CAUSES, item.cause)),
    source: intern(context.sourceTitle(item.source)),
    record: shown(item.recordId, 80).text,
    severity: item.severity ?? 'low',
    status: item.status,
    headline: intern(item.headline),
    reason: intern(item.reason),
    next: intern(item.next),
    origin: [shown(context.fileName(item.origin.file), 80).text, item.origin.row],
    registered: registered(item, intern),
    tail: item.numberTail,
    columns: columns(item, candidates, intern),
    rows: comparisonRows(item, candidates, intern, context.hides),
    notes: item.normalisations.map(intern),
    related: relatedData(item, context),
    history: item.history ?? [],
  };
  if (item.advice) data.advice = intern(item.advice);
  if (item.blind) data.blind = true;
  else data.score = score(item, intern);
  if (item.source === 'register') data.register = true;
  if (item.review && item.review !== 'open') data.review = intern(REVIEW_STATES[item.review]);
  return data;
}

function relatedData(
  { related, relatedCases = [] }: ShownCase,
  context: CaseContext,
): readonly RelatedData[] {
  const known = new Map(relatedCases.map((one) => [one.id, one]));
  const rank = (id: string) => PLACES.indexOf(known.get(id)?.order);
  return related
    .toSorted((a, b) => rank(a) - rank(b))
    .map((id) => {
      const told = known.get(id);
      if (!told) return { id };
      const { kind, how, order, elsewhere } = told;
      const title = wordsFor(KINDS, kind);
      const when = order ? ORDERS[order] : { ja: '', en: '' };
      const what = context.intern({
        ja: `${when.ja}${how.ja}（${title.ja}）`,
        en: `${when.en}${how.en} (${title.en})`,
      });
      const first = order === 'first' ? { first: true as const } : {};
      const swapped = elsewhere && kind === swappedLinks.id ? { swapped: true as const } : {};
      return { id, what, ...first, ...(elsewhere ? placed(elsewhere, context) : {}), ...swapped };
    });
}

/** What is to be settled first is told first. */
const PLACES = ['first', undefined, 'after'];
const ORDERS: Readonly<Record<'first' | 'after', Bilingual>> = {
  first: { ja: '先に判断: ', en: 'to be settled first: ' },
  after: { ja: 'この事案の後に判断: ', en: 'waits for this case: ' },
};

const UNNAMED: Bilingual = {
  ja: '機関名は表示しません（支援措置）。取りまとめの担当が、全機関の一覧で事案番号から開きます',
  en: 'organisation not shown (protected person): whoever has the list of all organisations opens it by its case id',
};

/** Of a case in another folder the folder to which a page leads, or who opens it. */
function placed({ organisation, isLed }: Elsewhere, context: CaseContext): Omit<RelatedData, 'id'> {
  if (organisation === null) return { opened: context.intern(UNNAMED) };
  const folder = isLed ? context.folderOf(organisation) : undefined;
  if (folder !== undefined) return { folder };
  const name = context.organisationName(organisation);
  return {
    opened: context.intern({
      ja: `機関 ${shown(name.ja, 60).text} の点検担当者が開きます`,
      en: `opened by the reviewers of organisation ${shown(name.en, 60).text}`,
    }),
  };
}

function registered({ registration }: ShownCase, intern: Interner): CaseData['registered'] {
  if (!registration) return [];
  const { at, terminal, operator, lookup } = registration;
  const told = [
    ['registered_at', at],
    ['terminal', terminal],
    ['operator', operator],
    ['lookup', lookup],
  ] as const;
  return told.flatMap(([key, text]) =>
    text ? [[intern(wordsFor(ITEMS, key)), shown(text, 60).text] as const] : [],
  );
}

function columns(
  item: ShownCase,
  candidates: ShownCase['candidates'],
  intern: Interner,
): readonly ColumnData[] {
  const linked = { label: 'B', resident: item.linked?.residentId ?? item.residentId, why: [] };
  const beside = (item.beside ?? []).map(({ recordId }, index) => ({
    ...{ label: `A${index + 2}`, resident: null, why: [] },
    record: recordId === null ? null : shown(recordId, 80).text,
  }));
  return [
    ...beside,
    linked,
    ...candidates.map((candidate, index) => ({
      label: `C${index + 1}`,
      resident: candidate.residentId,
      why: candidate.why.map(intern),
    })),
  ];
}

/** Weights to one decimal, rounded so that what is printed adds up to the printed total. */
function score(item: ShownCase, intern: Interner): ScoreData {
  // A hidden item has no bar: of nothing weighed it would say that it is even.
  const evidence = item.total === null ? item.evidence.filter((row) => !isHidden(row)) : item.evidence;
  const weights = evidence.map((row) => row.weight);
  const rounded = roundedToSum(weights, item.total ?? weights.reduce((sum, weight) => sum + weight, 0));
  const others = evidence.findIndex((row) => row.item === 'rivals');
  return {
    rows: evidence.map((row, index) => [
      intern(row.title),
      intern(row.text),
      row.kind,
      rounded.parts[index]!,
    ]),
    total: item.total === null ? null : rounded.total,
    ...(others > 0 ? { others } : {}),
  };
}
