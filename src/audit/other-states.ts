/** States of what is neither a person, a right nor a link: of a message, a job, a payment, a household's affairs. */
const OF_ANYTHING =
  /婚姻|就労|就業|雇用|健康|入院|通院|処理|送付|発送|送信|通知|連絡|督促|納付|収納|課税|免除|減免|支払|入金|決済|確認状況|公証|配達|印刷|marital|employ|health|payment|billing|invoice|order|deliver|shipping|mail|sms|phone|login|sync|batch|job|process|send|notif|print|consent|tax/;

/** States of what somebody has with an office or a company: of an account, a membership, a use, an application. */
const OF_DEALINGS =
  /口座|アカウント|会員|ユーザー?|顧客|利用(者|状)|契約|申請|申込|審査|account|acct|user|member|customer|cust_|client|subscri|contract|applica|review|verif|kyc/;

/** States of what a resident has, none of which says whether the resident is still there. */
const OF_RIGHTS = /カード|手帳|証|利用|交付|発行|保護|受給|支給|給付|認定|加入|card|certificate|benefit/;

/** Whether a state is that of something else than what the rows are about: residents in a register, links in a source. */
export function isStateOfOther(folded: string, register: boolean): boolean {
  return OF_ANYTHING.test(folded) || (register && (OF_DEALINGS.test(folded) || OF_RIGHTS.test(folded)));
}

/** Whether a state may be the link's, or that of dealings that go on, or end, without it: an account that is closed is still somebody's. */
export function isStateOfDealings(folded: string): boolean {
  return OF_DEALINGS.test(folded);
}
