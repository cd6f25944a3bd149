/** States of what is neither a person, a right nor a link: of a message, a job, a payment, a household's affairs. */
const OF_ANYTHING =
  /婚姻|就労|就業|雇用|健康|入院|通院|処理|送付|発送|送信|通知|連絡|督促|納付|収納|課税|免除|減免|支払|入金|決済|確認状況|公証|配達|印刷|marital|employ|health|payment|billing|invoice|order|deliver|shipping|mail|sms|phone|login|sync|batch|job|process|send|notif|print|consent|tax/;

/** States of what somebody has with an office or a company: of an account, a membership, a use, an application. */
const OF_DEALINGS =
  /口座|アカウント|会員|ユーザー?|顧客|利用(者|状)|契約|申請|申込|審査|account|acct|user|member|customer|cust_|client|subscri|contract|applica|review|verif|kyc/;

/** States of what a resident has, none of which says whether the resident is still there. */
const OF_RIGHTS = /カード|手帳|証|利用|交付|発行|保護|受給|支給|給付|認定|加入|card|certificate|benefit/;

/** What has become of a resident, which a source may keep, too: its link goes on until somebody ends it. */
const OF_RESIDENTS =
  /^(住民|住登|現存|住基)_?(記録)?_?(状態|区分|状況)|^(j[yu]*u?mi?n|genzon|juto)_?(jotai|jyotai|joutai|kbn|kb|sts)|^(resident|res|inhabitant)_?(status|state)/;

/** Whether a state is that of something else than what the rows are about: residents in a register, links in a source. */
export function isStateOfOther(folded: string, register: boolean): boolean {
  const others = register ? [OF_ANYTHING, OF_DEALINGS, OF_RIGHTS] : [OF_ANYTHING, OF_RESIDENTS];
  return others.some((pattern) => pattern.test(folded));
}

/** Whether a state may be the link's, or that of dealings that go on, or end, without it: an account that is closed is still somebody's. */
export function isStateOfDealings(folded: string): boolean {
  return OF_DEALINGS.test(folded);
}
