import { hepburn } from './fold-name.js';

/** What a word of a column's name speaks of. */
export type Concept =
  | 'acquired'
  | 'addr'
  | 'alias'
  | 'auth'
  | 'birth'
  | 'by'
  | 'cert'
  | 'code'
  | 'day'
  | 'done'
  | 'event'
  | 'flag'
  | 'former'
  | 'household'
  | 'kana'
  | 'made'
  | 'kanji'
  | 'method'
  | 'move'
  | 'my'
  | 'my-number'
  | 'name'
  | 'now'
  | 'number'
  | 'operator'
  | 'org'
  | 'own'
  | 'person'
  | 'prev'
  | 'prev-addr'
  | 'protect'
  | 'record'
  | 'resident'
  | 'sei'
  | 'serial'
  | 'sex'
  | 'sha'
  | 'sign'
  | 'status'
  | 'tel'
  | 'terminal'
  | 'time';

/**
 * Words that columns are named with, by what they speak of: Japanese as it is written and in Latin letters, English, and the abbreviations
 * of tables. Words of five letters and more are known by their consonants, too (`abbreviates`), so only others are listed short.
 */
const WORDS: Readonly<Record<Concept, string>> = {
  acquired: '取得 shutoku acquire acquired acquisition acq',
  addr: '住所 居住地 居所 所在地 住まい お住まい jusho kyojuchi kyosho shozaichi adrs adr addr address residence domicile lives livesat',
  alias: 'tsho common commonname 通称 通名 tsusho tsumei alias',
  auth: '認証 認証用 ua uac 利用者証明 利用者証明用 利用者 ry riyosha riyoshashomei auth authentication',
  birth:
    '生年月日 誕生年月日 出生年月日 誕生日 生年 出生 誕生 seinengappi seinengatsupi seinengapi seinen sn tanjobi tanjo umare um birth birthday brth born dob bday',
  by: 'by',
  cert: '証明用 証明書 電子証明書 公的個人認証 shomeisho denshishomeisho jpki cert certificate',
  code: 'c コード cd cde code kodo',
  day: 'd 年月日 日付 日 nengappi nengatsupi hizuke ymd date dt dte day bi hi on',
  done: '処理 操作 shori sosa',
  event:
    '記載 取込 取り込み kisai torikomi receipt reception get got trk 申込 申込み 申込完了 moshikomi 登録 紐付 紐付け 紐づけ ひも付け ひもづけ 連携 収録 読取 読み取り 入力 入手 受付 受領 把握 確認 照合 突合 記録 作成 届出 照会 収集 提示 toroku himozuke himoduke himotsuke renkei shuroku yomitori nyuryoku nyushu uketsuke haaku kakunin shogo totsugo kiroku sakusei shokai regist register registered registration reg rgst entry enter entered link linked linking linkage bind bound tie tied match matched attach attached create created cre insert inserted ins collect collected capture captured receive received obtain obtained scan scanned accept accepted consent consented enroll enrolled enrol onboarded verify verified confirm confirmed add added input handover handedover pickup pickedup record recorded lookup inquiry',
  flag: '区分 種別 フラグ 有無 kubun kbn kb flg flag shubetsu type marker indicator class',
  former: '旧氏 旧姓 kyushi kyusei kyuji ksei kshi kuji',
  household: 'st 所帯 shotai hhld 世帯 setai household hh',
  kana: 'カナ かな 仮名 フリガナ ふりがな 振り仮名 振仮名 読み よみ 読み仮名 カタカナ kana kna kn furigana furi hurigana yomi yomigana phonetic reading katakana',
  kanji: '漢字 kanji knj kj legal',
  made: '交付 認定 発行 kofu nintei hakko issued issue issuance issuing',
  method: '根拠 konkyo 方法 経路 手段 手法 hoho shudan keiro method methd mthd route way how means',
  move: '異動発生 mv chg 異動 異動処理 住民異動 ido move moved',
  my: 'personal national my mai individual indiv ind idv',
  'my-number':
    'mn 個人番号 マイナンバー 個番 共通番号 本人番号 myna mynum mynumber myno kojinbango kojinno kobango koban maina mainanba',
  name: 'sm 氏名 姓名 名前 本名 名称 名 お名前 ご氏名 shimei namae seimei name nm nme mei honmyo meisho fullname',
  now: '現 現在 最新 最終 直近 今 gen genzai saishin saishu chokkin current present latest last now 情報 データ info data joho',
  number: '番号 番 ナンバー no num nbr number bango bangou ban bng id key',
  operator:
    '担当 担当者 担当職員 職員 入力者 操作者 処理者 ユーザ ユーザー オペレータ オペレーター 係 ケースワーカー ワーカー cw 係員 取扱者 対応者 tanto tantosha shokuin nyuryokusha sosasha shorisha torokusha kakuninsha sakuseisha operator opr op staff staffincharge clerk user usr worker officer agentid',
  org: '公安委員会 教育委員会 委員会 hokenja client 町村 署 校 所属所 発行者 発行元 交付元 支給市町村 援護市町村 agency school shozokusho 庁 局 課 課所 cho kyoku kencho shicho 管轄 kankatsu rp tenant sp muni 広域 広域連合 拠点 場所 窓口 受付窓口 基地 basho kyoten madoguchi koiki branchoffice counter 市区町村 市町村 自治体 団体 機関 事務所 福祉事務所 実施機関 援護実施機関 税務署 保健所 福祉事務所 学校 園 病院 zeimusho hokenjo fukushijimusho gakko 税務事務所 年金事務所 県税事務所 保険者 支部 支所 出張所 所管 skcs shikuchoson shichoson jichitai dantai kikan jimusho hokensha hokenja shibu shisho shucchojo office insurer issuer municipality city provider organisation organization org relyingparty party serviceprovider bureau',
  own: '登録者 被保険者 被保 被扶養者 対象者 受給者 受給権者 申請者 請求者 加入者 資格者 認定者 組合員 会員 患者 児童 園児 児 生徒 学生 被接種者 接種者 受診者 障害者 障がい者 納税義務者 義務者 納税者 契約者 従業員 本人 当人 hihokensha hihoken hiho hhkn hhk hhs taishosha jukyusha jukyukensha shinseisha seikyusha kanyusha kumiaiin kaiin kanja jido honnin enji jidoseito seito gakusei jushinsha sesshusha hisesshusha shogaisha nozeigimusha gimusha nozeisha keiyakusha hifuyosha shojisha 所持者 園児 世帯員 patient pt ptnt insured holder member mbr cust customer client subscriber applicant claimant beneficiary recipient student child employee emp taxpayer subject',
  person: '個人 kojin kjn person',
  prev: '転入元 転居元 前住 tennyumoto before bfr 前 旧 従前 転入前 異動前 転居前 mae zen kyu tennyumae old prev previous former prior maiden',
  'prev-addr': '転入元 転居元 tennyumoto tenkyomoto mjusho zjusho kjusho',
  protect:
    '発行停止 交付停止 発行禁止 証明書発行禁止 証明書発行停止 証明発行停止 要配慮 要配慮者 配慮 nondisclosure disclosure secret hidden masked mask sensitive suppress suppressed withheld hakkoteishi hikokai support safeguard 支援 支援措置 支援対象 支援対象者 抑止 発行抑止 閲覧制限 交付制限 秘匿 制限 shien shiensochi sochi yokushi etsuranseigen seigen hitoku dv protect protected restrict restricted confidential',
  record:
    '助成 決定 支給決定 免許 免許証 奨学生 貸付 契約 申告 課税 賦課 収納 納付 通知 通知書 健診 検診 接種 予防接種 届出 許可 請求 医療証 証明書 記号番号 josei kettei menkyo menkyosho shogakusei kashitsuke keiyaku shinkoku fuka shuno nofu tsuchi tsuchisho kenshin todokede kyoka seikyu payment contract loan license licence permit voucher coupon ticket request claim 申込 加入 加入者証 moshikomi 支給 給付 shikyu kyufu 手帳 証 証書 台帳 整理 管理 受給 受給者証 ケース 券 接種券 カード 年金 年金証書 被保険者証 認定 申請 techo sho shosho daicho seiri kanri jukyu nenkin nenkinshosho case card policy enrollment enrolment certificate application handbook pension',
  resident:
    'at 住基宛名 住基 住民基本台帳 juki residency civil civ registry 宛名 住民 識別 jm atena jumin shikibetsu resident citizen inhabitant',
  sei: '性 sei surname surnm familyname lastname',
  serial:
    '証明用番号 シリアル シリアル番号 発行番号 発行の番号 serial srl serialno sn serialnumber issuenumber issueno',
  sex: '性別 男女 男女別 seibetsu sebetsu danjo gender sex sexatbirth',
  sha: '者 sha',
  sign: 'ds sg sgn sig 署名 署名用 shomei shomeiyo sm sign signature signing',
  status:
    '在住 住登 除票 genzon zaiju juto johyo 状態 状況 現況 jotai jokyo genkyo status sts stat state condition',
  tel: '電話 電話番号 携帯 携帯電話 連絡先 denwa keitai renrakusaki tel telno telephone phone mobile cell msisdn contact',
  terminal:
    '端末 端末機 ws タブレット ワークステーション パソコン pc tanmatsu tammatsu terminal term trm tm ws workstation kiosk tablet console hostname',
  time: 'epoch epochtime epochms unix unixtime millis ms ymdhms ymdhm dthms 日時 時刻 時間 タイムスタンプ 日時分秒 nichiji jikoku jikan time tm ts timestamp tstamp dtm datetime at',
};

/** A word and all that it may speak of. */
export interface NameWord {
  readonly word: string;
  readonly concepts: readonly Concept[];
}

const BY_WORD = new Map<string, Concept[]>();
for (const [concept, words] of Object.entries(WORDS) as [Concept, string][]) {
  for (const word of words.split(' ').map(hepburn))
    BY_WORD.set(word, [...new Set([...(BY_WORD.get(word) ?? []), concept])]);
}

/** Words as they are written, Latin letters in the spelling of Hepburn with short vowels. */
export const NAME_WORDS: ReadonlyMap<string, readonly Concept[]> = BY_WORD;

/** Longest word of them. */
export const LONGEST_WORD = Math.max(...[...BY_WORD.keys()].map((word) => word.length));

/** Words of Latin letters that are long enough to be abbreviated. */
const LONG: readonly NameWord[] = [...BY_WORD]
  .filter(([word]) => /^[a-z]{5,}$/.test(word))
  .flatMap(([word, concepts]) => [...new Set([word, simple(word)])].map((one) => ({ word: one, concepts })));
const FEWEST_LETTERS = 3;

/** One letter for each consonant, whoever wrote it: sh and sy are s, ch and ty t, f is h, j is z. */
function simple(word: string): string {
  return word
    .replace(/ch|ty|ts/g, 't')
    .replace(/sh/g, 's')
    .replace(/f/g, 'h')
    .replace(/j/g, 'z')
    .replace(/(?<=[^aeiou])y(?!$)/g, '');
}

/** The first letter and the consonants behind it. */
function consonants(word: string): string {
  return (
    word[0]! +
    word
      .slice(1)
      .replace(/[aeiou]/g, '')
      .replace(/(.)\1/g, '$1')
  );
}

/** What words of which this is the beginning or the consonants speak of: JMN, SMEI, TANT, UKTK. */
export function abbreviates(letters: string): readonly Concept[] {
  if (letters.length < FEWEST_LETTERS || !/^[a-z]+$/.test(letters)) return [];
  const spellings = new Set([letters, simple(letters)]);
  const found = LONG.filter(({ word }) => [...spellings].some((short) => isShort(short, word)));
  return [...new Set(found.flatMap(({ concepts }) => concepts))];
}

function isShort(short: string, word: string): boolean {
  if (word.length <= short.length || !isWithin(short, word)) return false;
  const [told, all] = [consonants(short), consonants(word)];
  return word.startsWith(short) || told === all || (told.length >= 3 && all.startsWith(told));
}

/** Whether letters stand in a word in their order. */
function isWithin(letters: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at += 1;
  return letters.startsWith(word[0]!) && at === letters.length;
}
