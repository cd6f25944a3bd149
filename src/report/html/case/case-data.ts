import type { Case } from '../../../audit/case.js';
import { maskNumbers, spacedTime } from '../../../audit/mask.js';
import { ITEMS, REVIEW_STATES, wordsFor } from '../../../audit/words.js';
import { CAUSES, KINDS } from '../../../findings/titles.js';
import type { Bilingual } from '../../../text/bilingual.js';
import type { CaseData, ColumnData, ScoreData } from '../viewer-data.js';
import { comparisonRows } from './comparison-rows.js';
import { shown } from './graphemes.js';
import type { Interner } from './interner.js';
import { roundedToSum } from './rounding.js';

const MAX_CANDIDATES = 3;

export interface CaseContext {
  readonly sourceTitle: (source: string) => Bilingual;
  readonly fileName: (path: string) => string;
  readonly intern: Interner;
}

const BLIND_HEADLINE: Bilingual = {
  ja: '抽出した紐付けの点検です。記録と住民が同じ人かを判断してください',
  en: 'A link drawn for review: decide whether record and resident are the same person',
};
const BLIND_REASON: Bilingual = {
  ja: '判断に影響しないよう、プログラムの評価は表示していません。',
  en: 'What the program thinks of it is not shown, so as not to sway the decision.',
};

/** One case as the viewer shows it; what blind review hides is left out. */
export function caseData(item: Case, context: CaseContext): CaseData {
  const { intern } = context;
  const candidates = item.blind ? [] : item.candidates.slice(0, MAX_CANDIDATES);
  return {
    id: item.findingId,
    fingerprint: item.fingerprint,
    kind: intern(wordsFor(KINDS, item.blind ? 'clean-sample' : item.kind)),
    cause: item.cause === null || item.blind ? null : intern(wordsFor(CAUSES, item.cause)),
    source: intern(context.sourceTitle(item.source)),
    record: shown(item.recordId, 80).text,
    severity: item.blind ? 'low' : item.severity,
    status: item.status,
    headline: intern(item.blind ? BLIND_HEADLINE : item.headline),
    reason: intern(item.blind ? BLIND_REASON : item.reason),
    origin: [shown(context.fileName(item.origin.file), 80).text, item.origin.row],
    registered: registered(item, intern),
    tail: item.numberTail,
    columns: columns(item, candidates, intern),
    rows: comparisonRows(item, candidates, intern),
    ...(item.blind ? { blind: true as const } : { score: score(item, intern) }),
    ...(item.source === 'register' ? { register: true as const } : {}),
    notes: item.normalisations.map(intern),
    related: item.related,
    history: item.history ?? [],
    ...(item.review && item.review !== 'open' ? { review: intern(REVIEW_STATES[item.review]) } : {}),
  };
}

function registered({ registration }: Case, intern: Interner): CaseData['registered'] {
  if (!registration) return [];
  const { at, terminal, operator, lookup } = registration;
  const told = [
    ['registered_at', at && spacedTime(at)],
    ['terminal', terminal],
    ['operator', operator],
    ['lookup', lookup],
  ] as const;
  return told.flatMap(([key, text]) =>
    text ? [[intern(wordsFor(ITEMS, key)), shown(maskNumbers(text), 60).text] as const] : [],
  );
}

function columns(item: Case, candidates: Case['candidates'], intern: Interner): readonly ColumnData[] {
  const linked = { label: 'B', resident: item.linked?.residentId ?? item.residentId, why: [] };
  return [
    linked,
    ...candidates.map((candidate, index) => ({
      label: `C${index + 1}`,
      resident: candidate.residentId,
      why: candidate.why.map(intern),
    })),
  ];
}

/** Weights to one decimal, rounded so that what is printed adds up to the printed total. */
function score(item: Case, intern: Interner): ScoreData {
  const rounded = roundedToSum(
    item.evidence.map((row) => row.weight),
    item.total,
  );
  const others = item.evidence.findIndex((row) => row.item === 'rivals');
  return {
    rows: item.evidence.map((row, index) => [
      intern(row.title),
      intern(row.text),
      row.kind,
      rounded.parts[index]!,
    ]),
    total: rounded.total,
    ...(others > 0 ? { others } : {}),
  };
}
