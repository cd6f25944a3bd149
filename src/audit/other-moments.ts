/** Moments of what has to do with a person's account, and nothing with a link: an address confirmed, terms agreed to, a visit. */
const OF_ACCOUNT =
  /(^|_)(e?_?mail|sms|phone|tel|mobile|password|passwd|pw|pin|login|log_?in|logged_?in|signed?_?in|sign_?in|access(ed)?|visit(ed)?|seen|active|terms|tos|policy|agree(d|ment)?|newsletter|opt_?in|marketing|locked|backup|export(ed)?|sync(ed)?|batch|print(ed)?|sent|send|mailed|deliver(ed|y)?)(_[a-z]+)*_(at|on|ts|date|dt|time|timestamp|datetime|ymd)(_|$)/;
const OF_ACCOUNT_JA =
  /(メール|電話番号|携帯|パスワード|暗証|ログイン|アクセス|来訪|規約|ロック|バックアップ|抽出|出力|印刷|発送|送付|送信|通知|配信|同期).*(日時?|年月日(時分?秒?)?|時刻)$/;

/** Whether a moment is one of those, and not that of the registration. */
export function isMomentOfOther(folded: string): boolean {
  return OF_ACCOUNT.test(folded) || OF_ACCOUNT_JA.test(folded);
}
