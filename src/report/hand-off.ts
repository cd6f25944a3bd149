import { OFFERED, RETURNED } from '../audit/hand-off.js';
import { organisationName } from '../audit/organisation-name.js';
import type { AuditResult } from '../audit/result.js';
import { DECISIONS, GRADES, REVIEW_STATES, SEVERITIES, STATUSES, wordsFor } from '../audit/words.js';
import { CAUSES, KINDS } from '../findings/titles.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import type { CellContext, Column, HandOffCase, HandOffResult } from './hand-off-column.js';
import {
  addressOf,
  candidateColumns,
  choicesText,
  factsText,
  personColumns,
  SEPARATORS,
  sexOf,
  unlessHidden,
} from './hand-off-people.js';
import { fileNames, sourceTitle } from './text/names.js';

type Cell = Column['cell'];

const empty: Cell = () => '';
const recordItem = (key: string): Cell => unlessHidden(({ record }) => record.items[key] ?? '');
const candidate =
  (index: number): Cell =>
  ({ candidates }) =>
    candidates[index]?.residentId ?? '';
/** What the program concludes: a reviewer of the blind sample is not told. */
const told =
  (of: (item: HandOffCase) => Bilingual): Cell =>
  (item, { language }) =>
    item.blind ? '' : of(item)[language];

/** Columns of findings.csv and findings.xlsx. Those after the case are filled in by hand and taken back by `decide`. */
export const COLUMNS: readonly Column[] = [
  { key: 'finding_id', ...RETURNED.finding_id, width: 22, isKey: true, cell: ({ findingId }) => findingId },
  {
    key: 'choices',
    ...OFFERED,
    width: 28,
    wraps: true,
    cell: ({ kind }, { language }) => choicesText(kind, language),
  },
  { key: 'decision', ...RETURNED.decision, width: 14, cell: empty },
  { key: 'candidate', ...RETURNED.candidate, width: 10, cell: empty },
  { key: 'reviewer', ...RETURNED.reviewer, width: 14, cell: empty },
  {
    key: 'severity',
    ja: '重大度',
    en: 'severity',
    width: 12,
    cell: ({ severity }, { language }) => (severity === null ? '' : SEVERITIES[severity][language]),
  },
  {
    key: 'kind',
    ja: '種類',
    en: 'kind',
    width: 24,
    cell: ({ kind }, { language }) => wordsFor(KINDS, kind)[language],
  },
  {
    key: 'cause',
    ja: '推定原因',
    en: 'cause',
    width: 22,
    cell: ({ cause }, { language }) => (cause === null ? '' : wordsFor(CAUSES, cause)[language]),
  },
  {
    key: 'source',
    ja: '事務',
    en: 'source',
    width: 16,
    cell: ({ source }, { result, language }) => sourceTitle(result, source)[language],
  },
  {
    key: 'organisation',
    ja: '機関',
    en: 'organisation',
    width: 22,
    isKey: true,
    cell: ({ organisation }, { result, language }) =>
      organisation === null ? '' : organisationName(organisation, result.organisationNames)[language],
  },
  { key: 'record_id', ja: '記録', en: 'record_id', width: 26, isKey: true, cell: ({ recordId }) => recordId },
  {
    key: 'origin',
    ja: 'ファイルと行',
    en: 'file and row',
    width: 26,
    cell: ({ origin }, { fileName }) => `${fileName(origin.file)}:${origin.row}`,
  },
  {
    key: 'grade',
    ja: '判定',
    en: 'grade',
    width: 14,
    cell: ({ grade }, { language }) => (grade === null ? '' : GRADES[grade][language]),
  },
  {
    key: 'probability',
    ja: '誤りの確率',
    en: 'probability wrong',
    width: 12,
    isNumber: true,
    cell: ({ probability }) => (probability === null ? '' : probability.toFixed(4)),
  },
  {
    key: 'status',
    ja: '前回から',
    en: 'since last run',
    width: 10,
    cell: ({ status }, { language }) => STATUSES[status][language],
  },
  {
    key: 'headline',
    ja: '結論',
    en: 'conclusion',
    width: 28,
    wraps: true,
    cell: told(({ headline }) => headline),
  },
  { key: 'reason', ja: '理由', en: 'reason', width: 40, wraps: true, cell: told(({ reason }) => reason) },
  { key: 'name', ja: '記録の氏名', en: 'name in the record', width: 20, cell: recordItem('name') },
  { key: 'kana', ja: '記録のカナ', en: 'kana in the record', width: 22, cell: recordItem('kana') },
  {
    key: 'birth_date',
    ja: '記録の生年月日',
    en: 'date of birth in the record',
    width: 16,
    cell: recordItem('birth_date'),
  },
  {
    key: 'sex',
    ja: '記録の性別',
    en: 'sex in the record',
    width: 12,
    cell: unlessHidden(({ record }) => sexOf(record)),
  },
  {
    key: 'address',
    ja: '記録の住所',
    en: 'address in the record',
    width: 36,
    cell: unlessHidden((item, { language }) => addressOf(item, item.record, language)),
  },
  {
    key: 'resident_id',
    ja: '紐付け先の宛名番号',
    en: 'linked resident',
    width: 18,
    isKey: true,
    cell: ({ linked, residentId }) => linked?.residentId ?? residentId ?? '',
  },
  {
    key: 'linked_name',
    ja: '紐付け先の氏名',
    en: 'name of linked resident',
    width: 20,
    cell: unlessHidden(({ linked }) => linked?.items.name ?? ''),
  },
  ...personColumns('linked', { ja: '紐付け先の', en: 'of linked resident' }, ({ linked }) => linked),
  { key: 'c1', ...RETURNED.c1, width: 18, isKey: true, cell: candidate(0) },
  ...candidateColumns(0),
  { key: 'c2', ...RETURNED.c2, width: 18, isKey: true, cell: candidate(1) },
  ...candidateColumns(1),
  { key: 'c3', ...RETURNED.c3, width: 18, isKey: true, cell: candidate(2) },
  ...candidateColumns(2),
  {
    key: 'facts',
    ja: '種類ごとの根拠',
    en: 'what the kind rests on',
    width: 40,
    wraps: true,
    cell: unlessHidden(({ facts, beside, advice }, { language }) =>
      [factsText(facts ?? [], beside ?? [], language), advice?.[language]]
        .filter(Boolean)
        .join(language === 'ja' ? '。' : '. '),
    ),
  },
  {
    key: 'review',
    ja: '点検状況',
    en: 'review',
    width: 18,
    cell: ({ review }, { language }) => REVIEW_STATES[review ?? 'open'][language],
  },
  {
    key: 'changed',
    ja: '前の判断の後に変わったこと',
    en: 'changed since the last decision',
    width: 40,
    cell: (item, { language }) => changedSince(item, language),
  },
  {
    key: 'fingerprint',
    ...RETURNED.fingerprint,
    width: 20,
    isKey: true,
    cell: ({ fingerprint }) => fingerprint,
  },
];

/** What reopened the case, after the decision taken last. */
function changedSince({ review, history }: HandOffCase, language: Language): string {
  const changed = review === 'reopened' ? history?.at(-1)?.changed : undefined;
  return (changed ?? []).map((text) => text[language]).join(SEPARATORS[language]);
}

/** What may be picked in the columns that are filled in by hand, and what is said beside them. */
const choicesIn = (language: Language) => ({
  decision: {
    choices: Object.values(DECISIONS).map((words) => words[language]),
    hint: {
      ja: '左の「選べる判断」の番号を入力するか、一覧から同じ言葉を選んでください',
      en: 'Type the number that stands under "decisions to choose from", or pick its words',
    }[language],
  },
  candidate: {
    choices: ['C1', 'C2', 'C3'],
    hint: {
      ja: '「誤り（候補を選択）」のときだけ、正しい候補を選んでください',
      en: 'Only with "Wrong: choose candidate": who is right',
    }[language],
  },
});
export const CHOICES: Readonly<
  Record<Language, Readonly<Record<string, { readonly choices: readonly string[]; readonly hint: string }>>>
> = { ja: choicesIn('ja'), en: choicesIn('en') };

/** A row, and whether it is of the blind sample, which stands on a sheet of its own. */
interface HandOffRow {
  readonly cells: readonly string[];
  readonly isSample: boolean;
}

/**
 * Rows in the order of findings, one organisation after another, texts in the run's language. What blind review hides stays
 * empty, what it tells the reviewer included.
 */
export async function* handOffRows(result: HandOffResult): AsyncGenerator<HandOffRow> {
  const { language, inputs } = result.run;
  const context = { result, language, fileName: fileNames(inputs) };
  for (const view of result.organisations) {
    for await (const batch of result.cases(view.organisation)) yield* rowsOf(batch, context);
  }
}

/** Rows of cases that are in memory: the table and the workbook are drawn side by side, of the same ones. */
const drawn = new WeakMap<readonly HandOffCase[], readonly HandOffRow[]>();

function rowsOf(batch: readonly HandOffCase[], context: CellContext): readonly HandOffRow[] {
  const known = drawn.get(batch);
  if (known) return known;
  const rows = batch.map((item) => ({
    cells: COLUMNS.map(({ cell }) => cell(item, context)),
    isSample: item.blind === true,
  }));
  drawn.set(batch, rows);
  return rows;
}

export function columnTitles({ run }: Pick<AuditResult, 'run'>): readonly string[] {
  return COLUMNS.map((column) => column[run.language]);
}
