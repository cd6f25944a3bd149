import { describe, expect, it } from 'vitest';
import { compareNames } from '../../src/verify/compare-name.js';
import { NAME_CODES } from '../../src/verify/name-levels.js';
import { personNames } from '../../src/verify/person-name.js';
import { createReadings } from '../../src/verify/reading/reading.js';

/** What a register teaches: names that others bear, and how their kanji are read. */
const readings = createReadings([
  ['山本', 'ヤマモト', 9],
  ['安藤', 'アンドウ', 9],
  ['浩', 'ヒロシ', 6],
  ['悠真', 'ユウマ', 6],
  ['愛美', 'マナミ', 5],
  ['正美', 'マサミ', 6],
  ['幸子', 'ユキコ', 5],
  ['航', 'ワタル', 5],
  ['孝仁', 'タカヒト', 7],
  ['稔', 'ミノル', 6],
  ['実', 'ミノル', 4],
  ['実', 'マコト', 3],
  ['友和', 'トモカズ', 4],
  ['安部', 'アベ', 5],
  ['光', 'ヒカリ', 12],
  ['光', 'アキラ', 1],
  ['昭', 'アキラ', 9],
]);

/** `name|kana|former|alias`, parts from the right may be left out. */
function person(text: string) {
  const [name, kana, formerName, alias] = text.split('|').map((part) => part || null);
  return personNames({
    name: name ?? null,
    kana: kana ?? null,
    formerName: formerName ?? null,
    alias: alias ?? null,
  });
}

function levels(record: string, resident: string): string {
  const { family, given } = compareNames(person(record), person(resident), readings);
  const ids = Object.keys(NAME_CODES);
  return `${ids[family]} ${ids[given]}`;
}

describe('compareNames', () => {
  it.each([
    // Agreement, in whatever notation.
    ['佐藤　花子', '佐藤　花子|サトウ　ハナコ', 'exact exact'],
    ['佐藤 花子|ｻﾄｳ ﾊﾅｺ', '佐藤　花子|サトウ　ハナコ', 'exact exact'],
    ['佐藤花子', '佐藤　花子', 'exact exact'],
    ['\u{9ad9}橋　健', '高橋　健', 'variant exact'],
    ['渡\u{9089}　健', '渡\u{8fba}　健', 'variant exact'],
    // What spreadsheets put round a text.
    ["'佐藤　花子", '佐藤　花子|サトウ　ハナコ', 'exact exact'],
    ['="佐藤　花子"|="ｻﾄｳ ﾊﾅｺ"', '佐藤　花子|サトウ　ハナコ', 'exact exact'],
    ['’\u{9ad9}橋　健', '高橋　健', 'variant exact'],
    // Kanji in the column of kana: columns that changed places, or one that holds the name once more.
    ['ｻﾄｳ ﾊﾅｺ|佐藤　花子', '佐藤　花子|サトウ　ハナコ', 'exact exact'],
    ['さとう　はなこ|佐藤　花子', '佐藤　花子', 'exact exact'],
    ['|佐藤　花子', '佐藤　花子|サトウ　ハナコ', 'exact exact'],
    ['佐藤花子|佐藤　花子', '佐藤　花子|サトウ　ハナコ', 'exact exact'],
    ['佐藤　花子|サトウ　ハナコ', 'サトウ　ハナコ|佐藤　花子', 'exact exact'],
    ['ｻﾄｳ ｱﾔ|佐藤　りな', '佐藤　りな|サトウ　リナ', 'exact kanji_only'],
    ['ｽｽﾞｷ ｲﾁﾛｳ|鈴木　一郎', '佐藤　花子|サトウ　ハナコ', 'different different'],
    ['ｻﾄｳ ﾊﾅｺ|鈴木　一郎', '佐藤　花子|サトウ　ハナコ', 'kana_only kana_only'],
    ['|鈴木　一郎', '佐藤　花子|サトウ　ハナコ', 'different different'],
    // One side has kana alone.
    ['|ｻﾄｳ ﾊﾅｺ', '佐藤　花子|サトウ　ハナコ', 'kana kana'],
    ['|ｻﾄｳﾊﾅｺ', '佐藤　花子|サトウ　ハナコ', 'kana kana'],
    ['|ﾔﾏｻﾞｷ ｹﾝ', '山崎　健|ヤマサキ　ケン', 'kana_notation kana'],
    ['|サトウ　ハナコ', '佐藤　花子', 'reading reading'],
    ['|サトウ　ハナコ', '佐藤　一郎', 'reading reading_differs'],
    ['|サトウ　ハナコ', '鈴木　一郎', 'reading_differs reading_differs'],
    ['|サトウ　カコ', '佐藤　花子|サトウ　ハナコ', 'kana other_reading'],
    ['|サトウ　マサキ', '佐藤　花子|サトウ　ハナコ', 'kana different'],
    // A holder without separator, and no furigana in the register.
    ['|ｻﾄｳﾊﾅｺ', '佐藤　花子', 'reading reading'],
    ['|ｻﾄｳﾊﾅｺ', '佐藤花子', 'reading reading'],
    ['|ﾔﾏﾀﾞﾀﾛｳ', 'PHAM WEI|ファム　ウェイ||山田　太郎', 'other_name other_name'],
    ['|ｻﾄｳｲﾁﾛｳ', '佐藤　花子', 'reading reading_differs'],
    // A foreign resident's other name, unknown to the register.
    ['|ｷﾉｼﾀ ｱｷﾗ', 'LI THI HONG|リ　ティ　ホン', 'latin_differs latin_differs'],
    // No separator on either side.
    ['鈴木拓也', '鈴木香織', 'exact different'],
    ['佐藤陽葵|サトウヒマリ', '佐藤陽葵|サトウヒマリ', 'exact exact'],
    ['佐藤陽葵|サトウヒマリ', '佐藤陽葵|サトウヒナタ', 'exact kanji_only'],
    ['佐藤陽葵|サトウヒマリ', '佐藤陽葵', 'exact exact'],
    ['鈴木香織', '田中香織', 'different exact'],
    ['木村翔太', '本田静香', 'different different'],
    // Differences.
    ['佐藤　花子', '鈴木　花子', 'different exact'],
    ['佐藤　花子|サトウ　ハナコ', '佐藤　一郎|サトウ　イチロウ', 'exact different'],
    ['佐藤　花子', '鈴木　一郎', 'different different'],
    ['伊藤　健|イトウ　ケン', '伊東　健|イトウ　ケン', 'kana_only exact'],
    ['斉藤　健', '斎藤　健', 'different exact'],
    ['佐藤　和代|サトウ　カズヨ', '佐藤　和世', 'exact kana_only'],
    // A given name in kana is its own reading.
    ['佐藤　瞳', '佐藤　ひとみ', 'exact kana_only'],
    ['佐藤　瞳', '佐藤　ひかり', 'exact different'],
    ['佐藤　薫', '佐藤　カオル', 'exact kana_only'],
    // No kana anywhere: other kanji that bearers often read alike were written by ear.
    ['佐藤　稔', '佐藤　実', 'exact homophone'],
    ['佐藤　智一', '佐藤　友和', 'exact homophone'],
    ['佐藤　友一', '佐藤　友和', 'exact homophone'],
    ['阿部　実', '安部　実', 'homophone exact'],
    ['阿部　稔', '安部　実', 'homophone homophone'],
    // Seldom read alike, or never; a kana on one side says which it is.
    ['佐藤　光', '佐藤　昭', 'exact different'],
    ['佐藤　稔', '佐藤　誠', 'exact different'],
    ['佐藤　稔', '佐藤　実|サトウ　マコト', 'exact different'],
    ['佐藤　稔|サトウ　ミノル', '佐藤　実|サトウ　マコト', 'exact different'],
    ['佐藤　稔|サトウ　ミノル', '佐藤　実', 'exact kana_only'],
    // Other names of one person.
    ['山田　花子', '佐藤　花子||山田', 'other_name exact'],
    ['山田　花子', '佐藤［山田］　花子', 'other_name exact'],
    ['田中　五郎', 'Marty McFly||| 田中　五郎', 'other_name other_name'],
    ['田中　五郎', 'Marty McFly＿回到　未来（田中　五郎）', 'other_name other_name'],
    // Another name whose kana is written otherwise: dakuten, long vowel, or both.
    ['|ﾔﾏﾓﾄ ｼﾕﾝ', 'TRAN VAN LONG|チャン　ヴァンロン||山本　純', 'other_name other_name'],
    ['|ﾔﾏﾓﾄｼﾕﾝ', 'TRAN VAN LONG|チャン　ヴァンロン||山本純', 'other_name other_name'],
    ['|ﾔﾏﾊﾀ ｼﾖｰｶｽﾞ', 'GURUNG BISHAL|グルン　ビシャル||山畑　翔一', 'other_name other_name'],
    ['|ﾅｶｼﾏ ﾕｰｺ', 'LI MEI|リ　メイ||ナカジマ　ユウコ', 'other_name other_name'],
    ['|ナカシマ　ハナコ', '佐藤　花子|サトウ　ハナコ|ナカジマ', 'other_name kana'],
    // A slip in its kanji, which the kana beside it set right, or nothing contradicts; with other kana it is another name.
    ['晴水　美香|ｼﾐｽﾞ ﾐｶ', '権　恩英|||清水　美香', 'other_name other_name'],
    ['晴水　美香|ﾊﾚﾐｽﾞ ﾐｶ', '権　恩英|||清水　美香', 'different different'],
    ['晴水　美香', '権　恩英|||清水　美香', 'near other_name'],
    ['大洞　沙織', '柳　美貞|||太洞　沙織', 'near other_name'],
    ['大洞　京子', '柳　美貞|||太洞　沙織', 'different different'],
    ['中洞　沙織', '柳　美貞|||太洞　沙織', 'different different'],
    // Of which the family name is read so but for one kana.
    ['|ﾐｽﾞｼ ﾏｻﾄ', '朴　鎬允|パク　ホユン||水凌　真人', 'near other_name'],
    ['|ﾐｽﾞｼ ﾄﾓｺ', '朴　鎬允|パク　ホユン||水凌　真人', 'different different'],
    // But not one with another kana, or only half of it.
    ['|ﾔﾏﾓﾄ ｼﾕｳ', 'TRAN VAN LONG|チャン　ヴァンロン||山本　純', 'latin_differs latin_differs'],
    ['|ﾔﾏﾓﾄ ﾀﾞｲｺﾞ', 'TRAN VAN LONG|チャン　ヴァンロン||山本　純', 'latin_differs latin_differs'],
    ['|ｱﾝﾄﾞｳ ｼﾕﾝ', 'TRAN VAN LONG|チャン　ヴァンロン||山本　純', 'latin_differs latin_differs'],
    // Half of an alias agrees, and the kanji of the other half are a name that nobody else bears.
    ['|ｼｼｶｲ ｶｽﾞﾔ', '姜　泰植|||完甘　和也', 'reading_differs other_name'],
    ['|ﾀﾅｱﾐ ﾕｳﾀ', '宋　京鎬|ソウ　ケイコウ||田名綱　裕太', 'reading_differs other_name'],
    ['|ﾌﾙﾓﾁ ﾅｵｷ', 'CHOI JAEYUN＿崔　在允（古甲　直樹）|チェ　ジェユン', 'reading_differs other_name'],
    ['|ｻｲ ﾀｶｼ', 'LI ZHI＿李　志|||尾才　貴志', 'reading_differs other_name'],
    ['|ｹﾄﾞｳｲﾝ ﾀﾞｲﾁ', '高　鎮容|||邪答院　大地', 'reading_differs other_name'],
    ['|ﾏﾂﾓﾄ ｹｲﾄ', '李　鎬|リ　コウ||松本　慶太', 'other_name near'],
    ['|ﾔﾏﾓﾄ ﾙｲｽ', '白　珠京|||山本　留佳', 'other_name reading_differs'],
    // The kana of an alias, or of kanji, with a slip of the pen in it.
    ['|ｼﾏｻﾄ ﾜﾀﾘ', 'KIM GIGI|キム　ギギ||島里　航', 'other_name near_short'],
    ['|ﾅｶﾀ ﾏﾏﾐ', '中田　愛美', 'reading near_short'],
    ['|ﾅｶﾀ ﾖｷｺ', '中田　幸子', 'reading near_short'],
    // Another's name is no slip, and two kana are none.
    ['|ﾅｶﾀ ﾏｻﾐ', '中田　愛美', 'reading reading_differs'],
    ['|ﾅｶﾀ ﾏﾏｺ', '中田　愛美', 'reading reading_differs'],
    // Not where these kanji are a name that others bear, and read otherwise, or the other half is another name, too.
    ['|ｼｼｶｲ ｶｽﾞﾔ', '姜　泰植|||山本　和也', 'reading_differs reading_differs'],
    ['|ｼｼｶｲ ﾊﾙｵ', '姜　泰植|||完甘　和也', 'reading_differs reading_differs'],
    ['|ﾔﾏﾓﾄ ﾀﾞｲｺﾞ', '白　珠京|||山本　留佳', 'reading_differs reading_differs'],
    // A former family name says nothing of the given name, which is known.
    ['|ｻﾄｳ ｷﾖｴ', '田中　花子|タナカ　ハナコ|佐藤　花子', 'different different'],
    // Turned round, a middle name left out: the letters of YEN are in NGUYEN, and it is no part of it.
    ['YEN NGUYEN', 'NGUYEN THI YEN|グエン　ティ　イエン', 'order shortened'],
    ['AN TRAN', 'TRAN THI AN', 'order shortened'],
    ['DO THUY', 'DO THUY THUY', 'exact shortened'],
    ['K C R RAJ', 'K C RAJ RAJ', 'exact shortened'],
    ['YEN NGUYEN', 'NGUYEN THI HOA', 'latin_other latin_other'],
    ['K C ANIL', 'K C RAJ RAJ', 'exact latin_other'],
    // Chinese or Korean syllables that spell other characters.
    ['WU GUI', '徐　莉紅', 'latin_differs latin_differs'],
    ['KIM MINJI', '白　哲秀', 'latin_differs latin_differs'],
    ['XU LIHONG', '徐　莉紅', 'reading reading'],
    ['XU LI HONG', '徐　莉紅', 'reading reading'],
    ['|YUAN CHUN', '袁　春', 'reading reading'],
    ['Wang Wei', '王偉', 'reading reading'],
    ['LIHONG XU', '徐　莉紅', 'heard_abroad heard_abroad'],
    ['YUAN LI', '袁　春', 'latin_differs latin_differs'],
    ['WANG WEI', '王　強', 'latin_differs latin_differs'],
    ['PAIK CHEOLSOO', '白　哲秀', 'heard_abroad heard_abroad'],
    ['HUR JEONGSUN', '許　貞順', 'heard_abroad heard_abroad'],
    ['BAE HEEGA', '裴　姫佳', 'heard_abroad heard_abroad'],
    ['PAK SUKHI', '朴　淑姫', 'heard_abroad heard_abroad'],
    ['SUH HYEJIN', '徐　恵珍', 'heard_abroad heard_abroad'],
    ['MARIA SANTOS', '林　香', 'latin_differs latin_differs'],
    ['YAMADA SATOKO', '小鳥　紗登子', 'missing reading'],
    // A foreign family name of several words, which Japanese offices cut elsewhere.
    ['|ﾀﾞ ｼﾙﾊﾞ ﾏﾘｱ', 'DA SILVA MARIA', 'reading reading'],
    ['|ダシルバ　マリア', 'DA SILVA MARIA', 'reading reading'],
    ['|ﾏﾘｱ ﾀﾞ ｼﾙﾊﾞ', 'DA SILVA MARIA', 'order order'],
    ['|ﾗﾋﾑ ﾗﾌﾏﾝ', 'RAHMAN RAHIM|ラフマン　ラヒム', 'order order'],
    ['|ﾗﾌﾏﾝ ﾗﾋﾑ', 'RAHMAN RAHIM|ラフマン　ラヒム', 'kana kana'],
    ['|ﾒﾘ- ﾏﾘ-', 'MARIE MARY|マリー　メリー', 'order order'],
    ['|ｸﾞｴﾝ ﾃｲ ﾗﾝ', 'NGUYEN THI LAN', 'reading reading'],
    ['|ｸﾞｴﾝﾃｲ ﾗﾝ', 'NGUYEN THI LAN', 'reading reading'],
    ['|ﾀﾞ ｼﾙﾊﾞ ﾏﾘｱ', 'DA SILVA MARIA|ダシルバ　マリア', 'kana kana'],
    ['|ﾀﾞ ｼﾙﾊﾞ ﾏﾘｰｱ', 'DA SILVA MARIA|ダシルバ　マリア', 'kana kana_notation'],
    ['|ﾀﾞ ｼﾙﾊﾞ ｼﾞﾖｾﾞ', 'DA SILVA MARIA', 'latin_differs latin_differs'],
    ['|ｽﾐｽ ｼﾞｮﾝ', 'DA SILVA MARIA', 'latin_differs latin_differs'],
    // Furigana does not make a foreigner agree less than he would without: his Latin name may be heard otherwise.
    ['|ｼﾙｳﾞｧ ﾃｨｱｺﾞ', 'SILVA THIAGO|シルバ　チアゴ', 'latin_near latin_near'],
    ['|ﾒﾝﾄﾞｻﾞ ｱﾝﾍﾘｶ', 'MENDOZA ANGELICA|メンドーサ　アンジェリカ', 'latin_near latin_near'],
    ['|ﾒﾝﾄﾞｻﾞ ｼﾞﾖｾﾞ', 'MENDOZA ANGELICA|メンドーサ　アンジェリカ', 'latin_near latin_differs'],
    ['|スズキ　イチロウ', 'SILVA THIAGO|シルバ　チアゴ', 'latin_differs latin_differs'],
    // One wrong kana in a name of two or three: a slip or another name. Writing on both sides decides without it.
    ['|ｱｵｷ ﾂﾖﾏ', '青木　剛|アオキ　ツヨシ', 'kana near_short'],
    ['|ﾀｶﾊｼ ﾖｽﾞｷ', '高橋　柚月|タカハシ　ユヅキ', 'kana near_short'],
    ['|ﾀｶﾊｼ ﾕｽﾞｷ', '高橋　柚月|タカハシ　ユヅキ', 'kana kana_notation'],
    ['|ﾀｶﾊｼ ﾖｽﾞﾐ', '高橋　柚月|タカハシ　ユヅキ', 'kana different'],
    // An alias but for a slip of one kanji, whatever script the name itself stands in.
    ['長谷川 眞由實', 'YUN SUNOK＿尹　善玉|||長谷川　真由美', 'other_name near'],
    ['長谷川 眞由實', '尹　善玉|||長谷川　真由美', 'other_name near'],
    ['松本 明広', 'CHUNG HYEONSOOK＿鄭　賢淑|||松本　明美', 'other_name half_written'],
    ['松本 明広', '鄭　賢淑|||松本　明美', 'different different'],
    ['長谷川 眞由美', 'YUN SUNOK|||長谷川　真由美', 'other_name other_name'],
    ['長谷川 真由', 'YUN SUNOK＿尹　善玉|||長谷川　真由美', 'latin_differs latin_differs'],
    ['山田 眞由實', 'YUN SUNOK＿尹　善玉|||長谷川　真由美', 'latin_differs latin_differs'],
    // One sound written otherwise says no less than the same kana where the kanji agree.
    ['臼野　涼太|ｳｽﾉ ﾘｮｰﾀ', '臼野　涼太|ウスノ　リョウタ', 'exact exact'],
    ['大野　柚月|ｵｰﾉ ﾕｽﾞｷ', '大野　柚月|オオノ　ユヅキ', 'exact exact'],
    ['渡邊　薫|ﾜﾀﾅﾍﾞ ｶｵﾙ', '渡辺　薫|ワタナベ　カヲル', 'variant exact'],
    ['臼野　涼太|ｳｽﾉ ﾘｮﾀ', '臼野　涼太|ウスノ　リョウタ', 'exact kanji_only'],
    ['中島　涼太|ﾅｶｼﾏ ﾘｮｰﾀ', '中島　涼太|ナカジマ　リョウタ', 'kanji_only exact'],
    ['|アオキ　マサ', '青木　舞|アオキ　マイ', 'kana near_short'],
    ['|カトウ　ハナコ', '佐藤　花子|サトウ　ハナコ', 'near_short kana'],
    ['|サトウ　カコ', '佐藤　花子|サトウ　ハナコ', 'kana other_reading'],
    ['|アオキ　ユミコ', '青木　由美|アオキ　ユミ', 'kana different'],
    ['|アオキ　ミ', '青木　亜|アオキ　ア', 'kana different'],
    ['|アオキ　ミユ', '青木　ユミ|アオキ　ユミ', 'kana different'],
    ['青木　由美|アオキ　ユミ', '青木　由紀|アオキ　ユキ', 'exact different'],
    // Latin letters against kanji, no kana on either side: they agree where the kanji can be read so.
    ['Nobuo Miura', '三浦　信雄', 'reading reading'],
    ['Nobuo Miura', '三浦信雄', 'reading reading'],
    ['SATO YUKO', '佐藤　優子', 'reading reading'],
    ['Zyun’iti Ohno', '大野　純一', 'reading reading'],
    ['YOICHI KAWAKATSU', '川勝　洋一', 'order order'],
    ['Nobuo Tanaka', '三浦　信雄', 'missing reading'],
    ['Mio Aoki', '木村　青木', 'missing missing'],
    ['SMITH JOHN', '三浦　信雄', 'latin_differs latin_differs'],
    ['SMITH JOHN', '三浦信雄', 'missing missing'],
    // The same words of kana in another order, with or without spaces.
    ['|ﾛｳｪﾅ ﾃﾞﾗ ｸﾙｽ', 'DELA CRUZ ROWENA|デラ クルス　ロウェナ', 'order order'],
    ['|ﾃｨ ﾌｵﾝ ｸﾞｴﾝ', 'NGUYEN THI HUONG|グエン　ティ　フオン', 'order order'],
    ['|ﾁｱｺﾞｼﾙﾊﾞ', 'SILVA THIAGO|シルバ　チアゴ', 'order order'],
    ['|ﾊﾅｺｻﾄｳ', '佐藤　花子|サトウ　ハナコ', 'order order'],
    ['|ﾃｨ ﾗﾝ ｸﾞｴﾝ', 'NGUYEN THI HUONG|グエン　ティ　フオン', 'latin_differs latin_differs'],
    // Swapped parts, unknown characters.
    ['花子　佐藤', '佐藤　花子', 'order order'],
    // Words in one order are one notation and another, wherever letter case cuts the names.
    ['Reyes John Paul', 'REYES JOHN PAUL', 'variant variant'],
    ['Silva Maria', 'SILVA MARIA', 'variant variant'],
    ['Silva Maria', 'MARIA SILVA', 'variant variant'],
    ['SILVA MARIA', 'MARIA SILVA', 'order order'],
    ['Anderson James', 'James Thomas', 'latin_other latin_other'],
    ['渡●　健', '渡辺　健', 'unknown_char exact'],
    // Neither match nor mismatch (DOMAIN: ●, 〓, ?).
    ['●●　健', '渡辺　健', 'missing exact'],
    ['山田　●', '山田　樹', 'exact missing'],
    // Beside characters that nobody can tell, the kana may be as Mandarin or Korean reads the register's.
    ['朱〓〓|ジュー　ホワジュン', '朱　華軍|シュ　カグン', 'heard_abroad heard_abroad'],
    ['朱●軍|ジュー　ホワジュン', '朱　華軍|シュ　カグン', 'heard_abroad heard_abroad'],
    ['金??|キム　チョルス', '金　哲洙|キン　テツシュ', 'reading heard_abroad'],
    ['朱〓〓|シュ　カグン', '朱　華軍|シュ　カグン', 'exact kana'],
    ['朱〓〓|ジュー　メイリン', '朱　華軍|シュ　カグン', 'kanji_only different'],
    ['王〓〓|ジュー　ホワジュン', '朱　華軍|シュ　カグン', 'different different'],
    ['林〓〓|ハヤシ　ケンタ', '林　美穂|ハヤシ　ミホ', 'exact different'],
    ['佐藤〓〓|サトウ　ケンタ', '佐藤　美穂|サトウ　ミホ', 'exact different'],
    ['山田　加季', '山田　加香', 'exact half_written'],
    ['山田　三郎', '山田　香織', 'exact different'],
    // One kanji that looks like the other; another name where kana say so, where it looks otherwise, and of a family name.
    ['藤井　直', '藤井　真', 'exact near'],
    ['小島　稜', '小島　綾', 'exact near'],
    ['小島　治', '小島　冶', 'exact near'],
    ['山田　祐太', '山田　裕太', 'exact near'],
    ['田中　美', '田中　実', 'exact near'],
    ['田中　実|タナカ　ミノル', '田中　美', 'exact near'],
    ['山本　理', '山本　里', 'exact near'],
    ['小川　瑛', '小川　英|オガワ　スグル', 'exact near'],
    ['林　風', '林　楓', 'exact near'],
    ['森　敏', '森　海', 'exact near'],
    ['岡　美枝', '岡　実枝', 'exact near'],
    ['原　未央', '原　来央', 'exact near'],
    ['西　真吾|ニシ　シンゴ', '西　慎吾', 'exact kana_only'],
    ['藤井　直|フジイ　ナオ', '藤井　真|フジイ　シン', 'exact different'],
    ['田中　美|タナカ　ミ', '田中　実|タナカ　ミノル', 'exact different'],
    ['林　楓|ハヤシ　カエデ', '林　颯|ハヤシ　ハヤテ', 'exact different'],
    ['藤井　桜', '藤井　真', 'exact different'],
    ['田中　美', '田中　稔', 'exact different'],
    ['田中　美', '田中　翼', 'exact different'],
    ['田中　実', '田中　勇', 'exact different'],
    ['林　楓', '林　桜', 'exact different'],
    ['山本　理', '山本　誠', 'exact different'],
    ['美田　健', '実田　健', 'different exact'],
    ['山田　祐太', '山田　健太', 'exact half_written'],
    ['大田　健', '太田　健', 'different exact'],
    ['佐藤　加季', '加藤　加季', 'different exact'],
    ['Cao Tian Qiang', 'CAO TIANQIANG', 'order order'],
    ['Kim Ja Ga', 'ＫＩＭ　ＪＡＧＡ', 'order order'],
    ['NAM LE', 'LE QUANG NAM', 'order shortened'],
    // A bank's holder ends after 30 letters.
    ['|BAUTISTA MARIA CRISTINA DE GUZ', 'BAUTISTA MARIA CRISTINA DE GUZMAN', 'exact exact'],
    // Romaji of another given name, where furigana leave nothing open.
    ['HONDA GORO', '本多　太一郎|ホンダ　タイチロウ', 'reading different'],
    ['Goro Honda', '本多　太一郎|ホンダ　タイチロウ', 'reading different'],
    ['MORI KAZUKO', '森　美和|モリ　ミワ', 'reading different'],
    ['HAYASHI KENJI', '林　誠|ハヤシ　マコト', 'reading different'],
    ['HONDA TAICHIRO', '本多　太一郎|ホンダ　タイチロウ', 'reading reading'],
    ['HONDA TAICHI', '本多　太一郎|ホンダ　タイチロウ', 'reading latin_near'],
    ['SUZUKI KEN', '鈴木　健一|スズキ　ケンイチ', 'reading latin_differs'],
    ['SUZUKI KEIKO', '鈴木　恵|スズキ　ケイ', 'reading latin_differs'],
    ['SUZUKI ROBERT', '鈴木　譲|スズキ　ユズル', 'reading latin_differs'],
    ['SUZUKI GORO', '鈴木　譲', 'reading missing'],
    ['SUZUKI GORO', '鈴木　ジュリア|スズキ　ジュリア', 'reading latin_differs'],
    ['LIN KEIKO', '林　美|リン　メイ', 'reading latin_differs'],
    // Without a blank, in whatever order, or without some names.
    ['MAITHIDO', 'DO THI MAI', 'order order'],
    ['HUONGQUANGNGUYEN', 'NGUYEN QUANG HUONG', 'order order'],
    ['ＭＡＩ ＴＨＩ ＤＯ', 'DOTHIMAI', 'order order'],
    [
      'FERREIRAMARCELO|ﾏﾙｾﾛﾍﾟﾚｲﾗﾌｪﾚｲﾗ',
      'FERREIRA MARCELO PEREIRA|フェレイラ　マルセロ　ペレイラ',
      'exact shortened',
    ],
    ['MAITHIDO', 'DO THI LAN', 'latin_other latin_other'],
    ['MAITHIDO', 'HO THI MAI', 'latin_other latin_other'],
    // Given names left out are no slip of a letter, whichever they are and however the rest is ordered.
    ['SMITH JOHN', 'SMITH JOHN PAUL', 'exact shortened'],
    ['SMITH PAUL', 'SMITH JOHN PAUL', 'exact shortened'],
    ['SMITH JON', 'SMITH JOHN', 'exact near'],
    ['SMITH JOHN M', 'SMITH JOHN MICHAEL', 'exact shortened'],
    ['J M SMITH', 'SMITH JOHN MICHAEL', 'exact initials'],
    ['SMITH J M', 'SMITH JOHN MICHAEL', 'exact initials'],
    // A family name of several words run together, and a word left out.
    ['DELACRUZ MARIA', 'DELA CRUZ MARIA CLARA', 'exact shortened'],
    ['DASILVA JOAO', 'DA SILVA JOAO PEDRO', 'exact shortened'],
    ['DELOSREYES ANA M', 'DE LOS REYES ANA MARIA', 'exact shortened'],
    ['DELACRUZ PEDRO', 'DELA CRUZ MARIA CLARA', 'exact latin_other'],
    ['DELARAMA MARIA', 'DELA CRUZ MARIA CLARA', 'latin_other shortened'],
    // Initials that are run together, beginnings of two letters, contractions; whichever way round.
    ['JM SMITH', 'SMITH JOHN MICHAEL', 'order initials'],
    ['WILSON MJ', 'WILSON MARY JANE', 'exact initials'],
    ['RB SHARMA', 'SHARMA RAM BAHADUR', 'order initials'],
    ['JP DA SILVA', 'DA SILVA JOAO PEDRO', 'order initials'],
    ['AA ANN MARTIN', 'MARTIN ANNA ANN', 'order shortened'],
    ['MA TERESA GARCIA', 'GARCIA MARIA TERESA', 'order shortened'],
    ['JANE MA. WILSON', 'WILSON MARY JANE', 'order shortened'],
    ['WM JOHNSON', 'JOHNSON WILLIAM', 'order initials'],
    ['CHAS TAYLOR', 'TAYLOR CHARLES', 'order initials'],
    // Other initials, and short names of their own, are another's.
    ['MJ SMITH', 'SMITH JOHN MICHAEL', 'latin_other latin_other'],
    ['KT SMITH', 'SMITH JOHN MICHAEL', 'latin_other latin_other'],
    ['BB ANN MARTIN', 'MARTIN ANNA ANN', 'latin_other latin_other'],
    ['JM BROWN', 'SMITH JOHN MICHAEL', 'latin_other latin_other'],
    ['HA NGUYEN', 'NGUYEN HANG', 'latin_other latin_other'],
    ['LE AN', 'LE ANH NAM', 'exact latin_other'],
    // A word left out is left out, and no slip, where the kana have it; kana from end to end make it one name.
    ['NGUYEN HANG|ｸﾞｴﾝ ﾃｨ ﾄｩ ﾊﾝ', 'NGUYEN THI THU HANG|グエン　ティ　トゥ　ハン', 'exact shortened'],
    ['HANG NGUYEN|ｸﾞｴﾝ ﾃｨ ﾄｩ ﾊﾝ', 'NGUYEN THI THU HANG|グエン　ティ　トゥ　ハン', 'order shortened'],
    ['TRAN TUAN|ﾁｬﾝ ﾄｩｱﾝ', 'TRAN VAN TUAN|チャン　ヴァン　トゥアン', 'exact shortened'],
    ['SMITH J M|ｽﾐｽ ｼﾞｮﾝ ﾏｲｹﾙ', 'SMITH JOHN MICHAEL|スミス　ジョン　マイケル', 'exact shortened'],
    ['SMITH J M|ｽﾐｽ ｼﾞｬｯｸ', 'SMITH JOHN MICHAEL|スミス　ジョン　マイケル', 'exact initials'],
    // Two letters that are a family name; a stranger of that name stays one.
    ['K C ANIL', 'K C ANIL PRASAD', 'exact shortened'],
    ['K C ANIL P', 'K C ANIL PRASAD', 'exact shortened'],
    ['K.C. Anil', 'Ｋ　Ｃ　ＡＮＩＬ　ＰＲＡＳＡＤ', 'exact shortened'],
    ['Anil Prasad K C', 'K C ANIL PRASAD', 'exact exact'],
    ['KC ANIL', 'K C ANIL', 'exact exact'],
    ['K C SUSMITA', 'K C ANIL PRASAD', 'exact latin_other'],
    ['Susmita K C', 'K C ANIL', 'exact latin_other'],
    ['K, C ANIL', 'K C ANIL PRASAD', 'exact shortened'],
    ['SMITH, K C', 'SMITH KEVIN CHARLES', 'exact initials'],
    ['B K ANIL', 'K C ANIL', 'latin_other exact'],
    ['J M ANIL', 'K C ANIL', 'latin_other latin_other'],
    ['SMITH MARY', 'SMITH JOHN MICHAEL', 'exact latin_other'],
    ['JONES JOHN M', 'SMITH JOHN MICHAEL', 'latin_other shortened'],
    ['CHEN WEI', 'SMITH JOHN', 'latin_other latin_other'],
    // Two neighbouring letters exchanged are one slip; two letters that are not neighbours are two.
    ['ROBNISON JOHN', 'ROBINSON JOHN', 'near exact'],
    ['LEE AARNO', 'LEE AARON', 'exact near'],
    ['KING DVAID', 'KING DAVID', 'exact near'],
    ['KING BIRAN', 'KING BRIAN', 'exact near'],
    ['KING AMRI', 'KING MARI', 'exact near'],
    ['KING IAN', 'KING NIA', 'exact latin_other'],
    ['KING LEO', 'KING ELO', 'exact near'],
    ['KING AMY', 'KING YMA', 'exact latin_other'],
    ['KING MARIA', 'KING MIRAA', 'exact latin_other'],
    ['MOORE SUSAN', 'JAMES MOORE', 'latin_other latin_other'],
    // Both words are alike, whichever is the family name.
    ['whitue joshau', 'joshua white', 'near near'],
    ['meeking rach zel', 'rachel meeking', 'order near'],
    ['whitue joshau', 'joshua black', 'latin_other latin_other'],
    ['moore rach zel', 'susan moore', 'latin_other latin_other'],
    // One word alone, with a slip or without, stands for the part that it is like.
    ['SUSAN', 'SUSAN SMITH', 'exact missing'],
    ['SMITH', 'SUSAN SMITH', 'missing exact'],
    ['SULSAN', 'SUSAN SMITH', 'near missing'],
    ['MRAK', 'MARK DUBOIS', 'near missing'],
    ['DUBOSI', 'MARK DUBOIS', 'missing near'],
    ['HEAHER', 'HEATHER SMITH', 'near missing'],
    ['PETER', 'SUSAN SMITH', 'latin_other missing'],
    ['SUSANSMITH', 'SUSAN SMITH', 'exact exact'],
    // A slip in one word of several, in whatever order, or in a name without a blank.
    ['HUE TIUY LE', 'LE THUY HUE', 'order near'],
    ['HOANG RHI ANH', 'HOANG THI ANH', 'exact near'],
    ['HOANG RHI ANH|ホアン　ティ　アイン', 'HOANG THI ANH|ホアン　チ　アイン', 'exact near'],
    ['ANH THI HOANF', 'HOANG THI ANH', 'near order'],
    ['HENYANGYU', 'HE YANGYU', 'exact near'],
    ['GARCIAMARIAA', 'GARCIA MARIA', 'exact near'],
    ['GARCISMARIA', 'GARCIA MARIA', 'near exact'],
    ['LIWEI', 'LU WEI', 'latin_other exact'],
    ['GARCIAMARTHA', 'GARCIA MARIA', 'exact latin_other'],
    // One word of three another's is no slip.
    ['HUE LOAN LE', 'LE THUY HUE', 'latin_other latin_other'],
    // A column that ends in the midst of the last word, turned round or not.
    ['HERATH MUDIYANSELAGE HERATH NI', 'HERATH MUDIYANSELAGE HERATH NIMAL', 'exact exact'],
    ['HERATH MUDIYANSELAGE NI', 'HERATH MUDIYANSELAGE NIMAL', 'exact shortened'],
    ['ROSE ANN BAUTISTA TO', 'TORRES ROSE ANN BAUTISTA', 'order shortened'],
    ['NADEESHA MUHANDIRAMG', 'MUHANDIRAMGE PERERA NADEESHA', 'order shortened'],
    ['JENNIFER BAUTISTA GA', 'GARCIA JENNIFER BAUTISTA', 'order shortened'],
    ['PRADEEPKASUNWARNAKULASURIYAFER', 'WARNAKULASURIYA FERNANDO PRADEEP KASUN', 'order order'],
    ['PRADEEPKASUNWARNAKULASURIYAPER', 'WARNAKULASURIYA FERNANDO PRADEEP KASUN', 'latin_other latin_other'],
    ['Herath Mudiyanselage Herath Sa', 'HERATH MUDIYANSELAGE HERATH SANDUNI NADEESHA', 'exact exact'],
    ['ROSE ANN BAUTISTA CR', 'TORRES ROSE ANN BAUTISTA', 'latin_other latin_other'],
    ['JENNIFER BAUTISTA GA', 'GARCIA MARICEL BAUTISTA', 'latin_other latin_other'],
    ['NADEESHA MUHANDIRAMG', 'MUHANDIRAMGE PERERA KUMUDU', 'latin_other latin_other'],
    // Without a blank, begun at another word.
    ['KIENQUANVIETNGUYEN', 'NGUYEN VIET KIEN QUAN', 'order order'],
    ['LUCASKENJISILVATANAKA', 'SILVA TANAKA LUCAS KENJI', 'order order'],
    ['KIENQUANVIETNGUYEN', 'NGUYEN VIET KIEN HUNG', 'latin_other latin_other'],
    // The column ends in the midst of a word that stands elsewhere, and a name is left out besides.
    ['DILRUKSHI HANSIKA KA', 'KANKANAMALAGE MENDIS DILRUKSHI HANSIKA', 'order shortened'],
    ['FABIO RAFAEL TAKESHI SANTOS SU', 'SANTOS SUZUKI RODRIGUES FABIO RAFAEL TAKESHI', 'order shortened'],
    ['MARIA CRISTINA VILLAN', 'VILLANUEVA REYES MARIA CRISTINA', 'order shortened'],
    ['DILRUKSHI HANSIKA WI', 'KANKANAMALAGE MENDIS DILRUKSHI HANSIKA', 'latin_other latin_other'],
    ['DILRUKSHI SANDUNI KA', 'KANKANAMALAGE MENDIS DILRUKSHI HANSIKA', 'latin_other latin_other'],
    // A slip in one word, and a name left out.
    ['DEEA CRUZ EVELYN', 'DELA CRUZ EVELYN BAUTISTA', 'near shortened'],
    ['SANTOS ROSE AAN', 'SANTOS ROSE ANN CRUZ', 'exact near'],
    ['SANTOS MARIX CRISTINA', 'SANTOS MARIA CRISTINA LOPEZ', 'exact near'],
    ['THAPS KUMARI SITA', 'THAPA SITA KUMARI DEVI', 'near shortened'],
    ['SANTOS PEDRO CRISTINA', 'SANTOS MARIA CRISTINA LOPEZ', 'exact latin_other'],
    // The family name is a given name, too.
    ['HOANG HOANG', 'HOANG QUANG HOANG', 'exact shortened'],
    ['MAI MAI', 'MAI THI MAI', 'exact shortened'],
    ['HOANG', 'HOANG QUANG HOANG', 'exact missing'],
    // A name of one word, with a slip.
    ['STPUTRA', 'SAPUTRA', 'near near'],
    ['HIDAYTA', 'HIDAYAT', 'near near'],
    ['SUKARNO', 'HIDAYAT', 'latin_other latin_other'],
    ['SUTRISNO', 'SUDARYANTO', 'latin_other latin_other'],
    // Kanji in another order are another name.
    ['山田　理恵', '山田　恵理', 'exact different'],
    // Nothing to compare.
    ['', '佐藤　花子', 'missing missing'],
  ])('%s / %s: %s', (record, resident, expected) => {
    expect(levels(record, resident)).toBe(expected);
    expect(levels(resident, record)).toBe(expected);
  });

  it.each([
    ['|ｱｵｷ ﾕｳﾏ', '青木　勇太|アオキ　ユウタ', 'kana near_known'],
    ['|ｱｵｷ ﾕｳﾇ', '青木　勇太|アオキ　ユウタ', 'kana near_short'],
    ['|ｱｵｷ ﾋﾛｼ', '青木　弘也|アオキ　ヒロヤ', 'kana other_reading'],
    ['|ｱｵｷ ﾋﾛﾂ', '青木　浩|アオキ　ヒロシ', 'kana near_short'],
    ['|ﾀｶﾔﾏ ﾀｶﾋﾄ', '高山　孝弘|タカヤマ　タカヒロ', 'kana near_known'],
    ['高山　孝仁|タカヤマ　タカヒト', '高山　孝弘|タカヤマ　タカヒロ', 'exact near_known'],
    ['|ｱﾝﾄﾞｳ ﾕｳ', '安堂　優|アンドオ　ユウ', 'kana_notation kana'],
    ['|ｱｵｷ ﾋﾛﾔ', '青木　浩|アオキ　ヒロシ', 'kana near_short'],
  ])('%s / %s: %s, since others bear what the record says', (record, resident, expected) => {
    expect(levels(record, resident)).toBe(expected);
  });

  it('names the part of the resident that differs where the parts are swapped too', () => {
    expect(levels('Smmith John', 'John Smith')).toBe('near order');
    expect(levels('Smith Jhohn', 'John Smith')).toBe('order near');
    expect(levels('ANDERSON DBERA', 'DEBRA ANDERSON')).toBe('near order');
    expect(levels('ANDERSNO DEBRA', 'DEBRA ANDERSON')).toBe('order near');
    expect(levels('Moore Jamse', 'James Moore')).toBe('order near');
    expect(levels('|ｼﾔｵﾐﾝ ｵｳ', 'WANG XIAOMING＿王　暁明|ワン　シャオミン')).toBe('heard_abroad heard_abroad');
  });
});
