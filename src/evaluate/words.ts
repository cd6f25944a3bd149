import type { Bilingual } from '../text/bilingual.js';

/** Headings of the evaluation, in both languages. */
export const WORDS = {
  title: { ja: '精度の測定', en: 'Evaluation' },
  matching: {
    ja: '正解にある紐付け {truth} 件のうち {matched} 件が判定されています（判定 {graded} 件）',
    en: '{matched} of {truth} links in the truth file were graded ({graded} graded in all)',
  },
  bySource: { ja: '業務別', en: 'By source' },
  bySourceAndCause: { ja: '業務・原因別', en: 'By source and cause' },
  soundGrades: { ja: '正しい紐付けの判定', en: 'Grades of sound links' },
  planted: { ja: 'そのほかの所見', en: 'Other findings' },
  duplicates: { ja: '住民の二重登録', en: 'Residents entered twice' },
  plantedPairs: { ja: '正解の組', en: 'planted pairs' },
  reported: { ja: '所見の組', en: 'reported pairs' },
  confusion: { ja: '原因の対応（行: 正解、列: 判定）', en: 'Causes (rows: truth, columns: found)' },
  calibration: { ja: '確率の較正', en: 'Calibration' },
  budget: { ja: '確認する件数と検出', en: 'What a review of n links finds' },
  misses: { ja: '見逃し', en: 'Misses' },
  falseAlarms: { ja: '誤警報', en: 'False alarms' },
  alarms: { ja: '誤警報', en: 'false alarms' },
  source: { ja: '業務', en: 'source' },
  cause: { ja: '原因', en: 'cause' },
  kind: { ja: '種類', en: 'kind' },
  links: { ja: '紐付け', en: 'links' },
  wrong: { ja: '誤り', en: 'wrong' },
  unshowable: { ja: '判別不能', en: 'unshowable' },
  found: { ja: '検出', en: 'found' },
  recall: { ja: '再現率', en: 'recall' },
  precision: { ja: '適合率', en: 'precision' },
  owner1: { ja: '本人1位', en: 'owner first' },
  owner3: { ja: '本人3位以内', en: 'owner in 3' },
  owner1Told: { ja: '同・カナ以外あり', en: 'first, beyond kana' },
  causeRight: { ja: '原因一致', en: 'cause right' },
  reviewed: { ja: '確認件数', en: 'reviewed' },
  probability: { ja: '誤りの確率', en: 'probability' },
  meanProbability: { ja: '平均確率', en: 'mean probability' },
  wrongShare: { ja: '誤りの割合', en: 'share wrong' },
  error: { ja: '期待較正誤差', en: 'expected calibration error' },
  suspectError: { ja: '同・確率1%以上', en: 'the same, probability ≥ 1 %' },
  record: { ja: '記録', en: 'record' },
  resident: { ja: '紐付先', en: 'linked' },
  owner: { ja: '本人', en: 'owner' },
  grade: { ja: '判定', en: 'grade' },
  note: { ja: '備考', en: 'note' },
  none: { ja: 'ありません。', en: 'None.' },
  more: { ja: 'ほか {n} 件', en: '{n} more' },
} as const satisfies Record<string, Bilingual>;

export type Word = keyof typeof WORDS;

/** A share as a percentage with one decimal, or a dash. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}
