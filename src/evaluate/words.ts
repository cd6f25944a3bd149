import type { Bilingual } from '../text/bilingual.js';

/** Words of the evaluation, in both languages. */
export const WORDS = {
  title: { ja: '精度の測定', en: 'Evaluation' },
  matching: {
    ja: '正解にある紐付け {truth} 件のうち {matched} 件が判定されています（判定 {graded} 件）',
    en: '{matched} of {truth} links in the truth file were graded ({graded} graded in all)',
  },
  headline: {
    ja: '誤り {wrong} 件のうち {found} 件を検出（再現率 {recall}）、要確認のうち誤警報 {falseAlarms} 件（適合率 {precision}）',
    en: '{found} of {wrong} wrong links found (recall {recall}), {falseAlarms} false alarms (precision {precision})',
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
  calibrationCaption: {
    ja: '点が破線上にあれば、示した確率のとおりに誤りがあります。縦線は95%の正確な区間です。',
    en: 'On the dashed line, a probability means what it says. Bars are exact 95 % intervals.',
  },
  budget: { ja: '確認する件数と検出', en: 'What a review of n links finds' },
  curve: { ja: '適合率と再現率', en: 'Precision and recall' },
  budgetCaption: {
    ja: '確率の高いものから n 件を確認したとき。',
    en: 'When the n likeliest links are read.',
  },
  curveCaption: {
    ja: '確認を進めるほど右へ。再現率は見つかった割合、適合率は確認したうち誤りの割合。',
    en: 'Further to the right as more are read. Recall: share found. Precision: share wrong of those read.',
  },
  blocking: { ja: '本人は候補に挙がったか', en: 'Was the rightful resident among the rivals?' },
  blockingCaption: {
    ja: '住民台帳に本人がいる誤りについて。候補を探さなかったもの、候補に挙がらなかったものは、本人を示せません。',
    en: 'Over wrong links whose rightful resident is in the register. Whoever is not among the rivals cannot be named.',
  },
  blockingLine: {
    ja: '候補検索: 本人のわかる誤り {wrong} 件のうち {found} 件（{recall}）で本人が候補に挙がりました。探さなかったもの {unsearched} 件、どの規則でも見つからないもの {lost} 件、上限で切られたもの {cut} 件',
    en: 'Blocking: the rightful resident was among the rivals of {found} of {wrong} wrong links ({recall}); {unsearched} not searched, {lost} found by no rule, {cut} cut by a cap',
  },
  blockingNone: {
    ja: '候補検索: 本人のわかる誤りはありません',
    en: 'Blocking: no wrong link whose rightful resident is known',
  },
  blockingPurged: {
    ja: '作業データが廃棄されているため、候補検索の測定と見逃しの説明はありません。',
    en: 'The working data were purged, so there is nothing on blocking and no explanation of misses.',
  },
  blockingRules: {
    ja: '規則別: 本人を見つけた件数（その規則だけが見つけた件数）',
    en: 'By rule: rightful residents found (found by it alone)',
  },
  ownersMissed: {
    ja: 'どの規則でも見つからなかった本人',
    en: 'Rightful residents whom no rule found',
  },
  'not-suspected': { ja: '疑わしくないため探していない', en: 'not searched: the link raised no doubt' },
  'no-rule': { ja: '該当する規則がない', en: 'no rule leads to the resident' },
  cut: { ja: '上限で切られた:', en: 'cut by the cap of:' },
  rule: { ja: '規則', en: 'rule' },
  rivalsNamed: { ja: '候補の数', en: 'rivals named' },
  capCut: { ja: '上限で切った数', en: 'cut by its cap' },
  ownersCut: { ja: 'うち失われた本人', en: 'owners lost by it' },
  wrongKnown: { ja: '本人のわかる誤り', en: 'wrong, owner known' },
  searched: { ja: '候補を検索', en: 'searched' },
  amongRivals: { ja: '本人が候補に', en: 'owner among rivals' },
  share: { ja: '割合', en: 'share' },
  why: { ja: '理由', en: 'why' },
  misses: { ja: '見逃し', en: 'Misses' },
  falseAlarms: { ja: '誤警報', en: 'False alarms' },
  explained: { ja: 'なぜそう判定したか', en: 'Why it was judged so' },
  candidates: { ja: '検討した他の住民', en: 'other residents considered' },
  discarded: { ja: '除外', en: 'discarded' },
  total: { ja: '合計', en: 'total' },
  alarms: { ja: '誤警報', en: 'false alarms' },
  source: { ja: '業務', en: 'source' },
  all: { ja: '全体', en: 'all' },
  sound: { ja: '誤警報', en: 'false alarm' },
  noCause: { ja: 'なし', en: 'none' },
  cause: { ja: '原因', en: 'cause' },
  foundCause: { ja: '判定した原因', en: 'cause found' },
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
  interval: { ja: '95%区間', en: '95 % interval' },
  error: { ja: '期待較正誤差', en: 'expected calibration error' },
  suspectError: { ja: '同・確率1%以上', en: 'the same, probability ≥ 1 %' },
  record: { ja: '記録', en: 'record' },
  resident: { ja: '紐付先', en: 'linked' },
  owner: { ja: '本人', en: 'owner' },
  grade: { ja: '判定', en: 'grade' },
  note: { ja: '備考', en: 'note' },
  none: { ja: 'ありません。', en: 'None.' },
  more: { ja: 'ほか {n} 件（evaluation.json にあります）', en: '{n} more (in evaluation.json)' },
} as const satisfies Record<string, Bilingual>;

export type Word = keyof typeof WORDS;

/** A share as a percentage with one decimal, or a dash. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}
