/** What a resident's or a link's status says: does it live on? */
export type Vitality = 'active' | 'dead' | 'departed' | 'ended';

const DEAD = /死亡|死去|失踪宣告|deceased|dead|death/i;
const DEPARTED = /転出|国外|出国|消除|除票|departed|moved[ _-]?out|emigrat/i;
const ENDED =
  /失効|廃止|解約|喪失|取消|取下|却下|返納|返還|返戻|差し?戻し?|停止|無効|脱退|退会|終了|抹消|消滅|失権|revoked|expired|closed|cancel|inactive|invalid|ended|suspend|terminat|withdr[ae]w|returned|rejected|disabled/i;
const STAYS = /転出予定|停止解除/;

/** Words of those who live here, and of what is in force. */
const LIVES =
  /住民|住登|現存|現住|在住|居住|転入|転居|出生|記載|回復|世帯|有効|通常|正常|継続|加入|利用|使用|運用|交付|発行|登録|該当|受給|支給|差し?止め?|取得|会員|承認|受理|審査|認定|適用|在籍|在学|active|accept|approv|in[_ -]?review|pending|alive|living|resident|valid|current|normal|open|issued|enrolled|enabled|paid|paying|granted|in[ _-]?use/i;

/**
 * Whether a status says anything that is understood. A mere code (1, 03, A) means something else in every system: nobody is found
 * dead or gone by it.
 */
export function isStatus(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return [STAYS, DEAD, DEPARTED, ENDED, LIVES].some((words) => words.test(plain));
}

/**
 * Reads a status written by whatever system: 死亡, 転出済, 職権消除, 失効 … in Japanese or English.
 * A text it does not know, and a missing one, count as active: a status may only ever add a finding.
 */
export function vitality(text: string): Vitality {
  const plain = text.normalize('NFKC').trim();
  if (STAYS.test(plain)) return 'active';
  if (DEAD.test(plain)) return 'dead';
  if (DEPARTED.test(plain)) return 'departed';
  return ENDED.test(plain) ? 'ended' : 'active';
}

const NO = /^(0|なし|無し?|否|非該当|false|no|n|-|×)$/i;

/** Reads a flag such as 支援措置: anything but a clear "no" protects. */
export function flag(text: string): boolean {
  return !NO.test(text.normalize('NFKC').trim());
}
