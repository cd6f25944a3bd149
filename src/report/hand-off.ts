import { RETURNED } from '../audit/hand-off.js';
import type { AuditResult } from '../audit/result.js';
import type { ShownCase } from '../audit/shown.js';
import { DECISIONS, GRADES, REVIEW_STATES, SEVERITIES, STATUSES, wordsFor } from '../audit/words.js';
import { CAUSES, KINDS } from '../findings/titles.js';
import type { Language } from '../text/bilingual.js';
import { fileNames, sourceTitle } from './text/names.js';

/** Columns of findings.csv and findings.xlsx. The last three are filled in by hand and taken back by `decide`. */
export const COLUMNS = [
  { key: 'finding_id', ...RETURNED.finding_id, width: 22 },
  { key: 'severity', ja: '重大度', en: 'severity', width: 12 },
  { key: 'kind', ja: '種類', en: 'kind', width: 24 },
  { key: 'cause', ja: '推定原因', en: 'cause', width: 22 },
  { key: 'source', ja: '資料', en: 'source', width: 16 },
  { key: 'organisation', ja: '機関', en: 'organisation', width: 14 },
  { key: 'record_id', ja: '記録', en: 'record_id', width: 26 },
  { key: 'origin', ja: 'ファイルと行', en: 'file and row', width: 26 },
  { key: 'grade', ja: '判定', en: 'grade', width: 14 },
  { key: 'probability', ja: '誤りの確率', en: 'probability wrong', width: 12 },
  { key: 'status', ja: '前回から', en: 'since last run', width: 10 },
  { key: 'headline', ja: '結論', en: 'conclusion', width: 48 },
  { key: 'reason', ja: '理由', en: 'reason', width: 60 },
  { key: 'name', ja: '記録の氏名', en: 'name in the record', width: 20 },
  { key: 'kana', ja: '記録のカナ', en: 'kana in the record', width: 22 },
  { key: 'birth_date', ja: '記録の生年月日', en: 'date of birth in the record', width: 16 },
  { key: 'address', ja: '記録の住所', en: 'address in the record', width: 36 },
  { key: 'resident_id', ja: '紐付け先の宛名番号', en: 'linked resident', width: 18 },
  { key: 'linked_name', ja: '紐付け先の氏名', en: 'name of linked resident', width: 20 },
  { key: 'c1', ...RETURNED.c1, width: 18 },
  { key: 'c2', ...RETURNED.c2, width: 18 },
  { key: 'c3', ...RETURNED.c3, width: 18 },
  { key: 'review', ja: '点検状況', en: 'review', width: 18 },
  { key: 'changed', ja: '前の判断の後に変わったこと', en: 'changed since the last decision', width: 40 },
  { key: 'fingerprint', ...RETURNED.fingerprint, width: 20 },
  { key: 'decision', ...RETURNED.decision, width: 12 },
  { key: 'candidate', ...RETURNED.candidate, width: 18 },
  { key: 'reviewer', ...RETURNED.reviewer, width: 14 },
] as const;

/** What reopened the case, after the decision taken last. */
function changedSince({ review, history }: ShownCase, language: Language): string {
  const changed = review === 'reopened' ? history?.at(-1)?.changed : undefined;
  return (changed ?? []).map((text) => text[language]).join(SEPARATORS[language]);
}

/** Between sentences of one cell. */
const SEPARATORS = { ja: '、', en: '; ' } as const;

/** What may be picked in the columns that are filled in by hand, and what is said beside them. */
const choicesIn = (language: Language) => ({
  decision: {
    choices: Object.values(DECISIONS).map((words) => words[language]),
    hint: {
      ja: '一覧から選ぶか、1〜5の数字を入力してください(1 誤り(候補を選択)、2 誤り(正しい人は不明)、3 正しい、4 保留・要照会、5 データ不備)',
      en: 'Pick one, or type 1 to 5 in their order',
    }[language],
  },
  candidate: {
    choices: ['C1', 'C2', 'C3'],
    hint: {
      ja: '「誤り(候補を選択)」のときだけ、正しい候補を選んでください',
      en: 'Only with "Wrong: choose candidate": who is right',
    }[language],
  },
});
export const CHOICES: Readonly<
  Record<Language, Readonly<Record<string, { readonly choices: readonly string[]; readonly hint: string }>>>
> = { ja: choicesIn('ja'), en: choicesIn('en') };

/** Rows in the order of findings, one organisation after another, texts in the run's language. */
export async function* handOffRows(result: AuditResult): AsyncGenerator<readonly string[]> {
  const fileName = fileNames(result.run.inputs);
  for (const view of result.organisations) {
    for await (const batch of result.cases(view.organisation)) {
      for (const item of batch) yield handOffRow(item, result, fileName);
    }
  }
}

export function columnTitles(result: AuditResult): readonly string[] {
  return COLUMNS.map((column) => column[result.run.language]);
}

/** A case as text cells. What blind review hides stays empty, what it tells the reviewer included. */
function handOffRow(
  item: ShownCase,
  result: AuditResult,
  fileName: (path: string) => string,
): readonly string[] {
  const { language } = result.run;
  const value = (key: string) => item.record.items[key] ?? '';
  const kept = (text: string) => (item.blind ? '' : text);
  return [
    item.findingId,
    item.severity === null ? '' : SEVERITIES[item.severity][language],
    wordsFor(KINDS, item.kind)[language],
    item.cause === null ? '' : wordsFor(CAUSES, item.cause)[language],
    sourceTitle(result, item.source)[language],
    item.organisation ?? '',
    item.recordId,
    `${fileName(item.origin.file)}:${item.origin.row}`,
    item.grade === null ? '' : GRADES[item.grade][language],
    item.probability === null ? '' : item.probability.toFixed(4),
    STATUSES[item.status][language],
    kept(item.headline[language]),
    kept(item.reason[language]),
    value('name'),
    value('kana'),
    value('birth_date'),
    value('address'),
    item.linked?.residentId ?? item.residentId ?? '',
    item.linked?.items.name ?? '',
    ...[0, 1, 2].map((index) => item.candidates[index]?.residentId ?? ''),
    REVIEW_STATES[item.review ?? 'open'][language],
    changedSince(item, language),
    item.fingerprint,
    '',
    '',
    '',
  ];
}
