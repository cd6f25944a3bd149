import type { Bilingual } from '../text/bilingual.js';
import type { CaseState, DecisionCode } from './case.js';
import type { LevelKind } from './evidence.js';
import type { CanonicalItem, FactItem } from './items.js';
import type { ClusterView } from './summary.js';

const words = (ja: string, en: string): Bilingual => ({ ja, en });

export const SEVERITIES = {
  high: words('重大度 高', 'Severity high'),
  medium: words('重大度 中', 'Severity medium'),
  low: words('重大度 低', 'Severity low'),
} as const;

/** Shapes say the severity without colour. */
export const SEVERITY_SHAPES = { high: '▲▲▲', medium: '▲▲△', low: '▲△△' } as const;

/** Against the nights before; on a first run there is nothing to be new against. */
export const STATUSES = {
  first: words('初回', 'First run'),
  new: words('新規', 'New'),
  continuing: words('継続', 'Continuing'),
  recurring: words('再発', 'Recurring'),
} as const;

/** What a case is about, seen from far: a link in doubt, or something else that needs a person. */
export const GROUPS = {
  link: words('要確認（誤った紐付けの疑い）', 'Link in doubt'),
  other: words('その他の要確認（重複・死亡・転出など）', 'Other cases (second records, deaths, departures)'),
  sample: words('抽出点検', 'Blind sample'),
} as const;

export const GATHERING_TITLES: Readonly<Record<ClusterView['item'], Bilingual>> = {
  terminal: words('端末', 'Terminal'),
  operator: words('登録担当者', 'Operator'),
  day: words('登録日', 'Day'),
  lookup: words('取得方法', 'Look-up'),
};

/** Where reviewers stand with a case. */
export const REVIEW_STATES: Readonly<Record<CaseState, Bilingual>> = {
  open: words('未判断', 'Open'),
  reopened: words('再開（証拠が変わった）', 'Reopened: evidence changed'),
  'second-needed': words('二人目の判断待ち', 'Second person needed'),
  disagreement: words('判断不一致', 'Reviewers disagree'),
  'on-hold': words('保留・照会中', 'On hold'),
  closed: words('判断済み', 'Closed'),
};

/** The same for lists, where a closed case says how it ended. */
export const PROGRESS = {
  open: REVIEW_STATES.open,
  reopened: REVIEW_STATES.reopened,
  'second-needed': REVIEW_STATES['second-needed'],
  disagreement: REVIEW_STATES.disagreement,
  'on-hold': REVIEW_STATES['on-hold'],
  'closed-wrong': words('誤り確定', 'Confirmed wrong'),
  'closed-found': words('要対応と確定', 'To be put right'),
  'closed-right': words('正しいと確定', 'Confirmed right'),
  'closed-data': words('データ不備', 'Faulty data'),
} as const;

export const DECISIONS: Readonly<Record<DecisionCode, Bilingual>> = {
  'wrong-candidate': words('誤り（候補を選択）', 'Wrong: choose candidate'),
  'wrong-unknown': words('誤り（正しい人は不明）', 'Wrong: person unknown'),
  right: words('正しい', 'Right'),
  'number-right': words('番号は正しい（住民にない方）', 'Number right: nobody in the register'),
  hold: words('保留・要照会', 'Hold'),
  'bad-data': words('データ不備', 'Faulty data'),
  'this-valid': words('こちらが有効', 'This one is valid'),
  'other-valid': words('ほかの記録が有効', 'Another one is valid'),
  'both-valid': words('両方有効', 'Both are valid'),
  'to-end': words('紐付けを終える', 'End the link'),
  stays: words('理由があり残す', 'Stays for a reason'),
  'one-person': words('同一人（二重登録）', 'One person'),
  'two-persons': words('別人', 'Two persons'),
  'to-renew': words('更新が必要', 'To be renewed'),
};

/** A reviewer's decision taken back. */
export const WITHDRAWN = words('取り消し', 'Withdrawn');

/** Reason codes instead of free text: nothing a reviewer types can name a person. */
export const REASONS: Readonly<Record<string, Bilingual>> = {
  register: words('住民基本台帳で確認', 'Checked in the resident register'),
  holder: words('本人・家族に確認', 'Asked the person or family'),
  form: words('届出書・申請書で確認', 'Checked the application form'),
  office: words('他の機関に照会', 'Asked another office'),
  notation: words('文字・表記の違いのみ', 'Notation only'),
  change: words('転居・改姓による違い', 'Moved or changed name'),
  page: words('この画面の比較だけで判断', 'This page alone'),
  other: words('その他', 'Other'),
};

/** In the order in which pages show them. */
export const ITEMS: Readonly<Record<CanonicalItem, Bilingual>> = {
  name: words('氏名', 'Name'),
  former_name: words('旧氏', 'Former name'),
  alias: words('通称', 'Alias'),
  kana: words('カナ', 'Kana'),
  birth_date: words('生年月日', 'Date of birth'),
  sex: words('性別', 'Sex'),
  address: words('住所', 'Address'),
  previous_address: words('前住所', 'Previous address'),
  phone: words('電話番号', 'Phone number'),
  municipality: words('市区町村', 'Municipality'),
  household_id: words('世帯番号', 'Household'),
  status: words('状態', 'Status'),
  moved_on: words('異動日', 'Date of change'),
  registered_at: words('登録日時', 'Registered'),
  terminal: words('端末', 'Terminal'),
  operator: words('登録担当者', 'Operator'),
  lookup: words('取得方法', 'Look-up'),
  organisation: words('機関', 'Organisation'),
  record_id: words('記録の番号', 'Record'),
  resident_id: words('宛名番号', 'Resident'),
  my_number: words('個人番号', 'My Number'),
  auth_serial: words('利用者証明のシリアル番号', 'Authentication serial'),
  sign_serial: words('署名のシリアル番号', 'Signature serial'),
  protected: words('支援措置', 'Protected'),
};

/** Items of the rows that a kind of finding rests on (`FindingKind.facts`): items, and some that are made of several. */
export const FACTS: Readonly<Record<FactItem, Bilingual>> = {
  ...ITEMS,
  resident_id: words('宛名番号', 'Resident number'),
  serial: words('シリアル番号', 'Serial'),
  channel: words('端末など', 'Terminal etc.'),
  number_tail: words('下4桁', 'Last 4 digits'),
  records: words('他の記録', 'Other records'),
};

/** Words beside the mark of a comparison state; the sign is repeated in print and for greyscale. */
export const STATES: Readonly<Record<LevelKind, { readonly sign: string; readonly text: Bilingual }>> = {
  equal: { sign: '＝', text: words('一致', 'Equal') },
  equivalent: { sign: '≈', text: words('表記の違いのみ', 'Differs in notation only') },
  explained: { sign: '△', text: words('説明のつく違い', 'Explained difference') },
  different: { sign: '≠', text: words('不一致', 'Differs') },
  missing: { sign: '－', text: words('未登録', 'Not registered') },
};

/** In place of what must not be shown of a protected person. */
export const NOT_SHOWN = words('表示しません（支援措置）', 'Not shown (protected person)');

export const GRADES = {
  A: words('A 一致', 'A agrees'),
  B: words('B 説明可能', 'B explained'),
  C: words('C 要確認', 'C to be checked'),
  U: words('U 判定不能', 'U undecidable'),
} as const;

/** The words of `table` for `key`, or the key itself in both languages: a new kind still shows. */
export function wordsFor(table: Readonly<Record<string, Bilingual>>, key: string): Bilingual {
  return Object.hasOwn(table, key) ? table[key]! : { ja: key, en: key };
}
