import type { CanonicalItem } from '../audit/items.js';
import type { Bilingual } from '../text/bilingual.js';

const takes = (ja: string, en: string): Bilingual => ({ ja, en });

/** What the column of an item may hold, for those who write a pipeline file (docs/items.md). */
export const ITEM_CONTENTS: Readonly<Record<CanonicalItem, Bilingual>> = {
  resident_id: takes(
    '住民を一人に決める番号（宛名番号など）。住民登録では必須、事務では via: resident_id のとき',
    'the number that names one resident; required of the register, and of a source with via: resident_id',
  ),
  my_number: takes(
    '個人番号 12 桁。全角、ハイフン・空白入り、先頭の 0 が落ちたものも読む',
    'My Number, 12 digits; full-width, with hyphens or blanks, or without leading zeros too',
  ),
  household_id: takes('世帯の番号', 'the number of the household'),
  name: takes(
    '氏名（漢字・ローマ字）。姓と名など複数の列は空白でつなぐ',
    'the name in kanji or Latin letters; several columns (family, given) are joined with a blank',
  ),
  former_name: takes('旧氏', 'the former family name'),
  alias: takes('通称', 'the alias of a foreign resident'),
  kana: takes(
    '読み。全角・半角カナ、ひらがな、濁点なしも読む',
    'the reading: katakana of either width, hiragana, without dakuten too',
  ),
  birth_date: takes(
    '生年月日。西暦・和暦はそのまま、元号の番号（3500302）は format が要る。元号・年・月・日 の列に分かれていてもよい',
    'the date of birth; Gregorian and Japanese dates as they are, codes of eras (3500302) with a format; or columns of era, year, month and day',
  ),
  sex: takes('性別。1・2、男・女、M・F など', 'the sex: 1 and 2, 男 and 女, M and F …'),
  address: takes(
    '住所。都道府県からでなくてもよい。町・番地・方書など複数の列は順に並べる',
    'the address, with or without prefecture; several columns (town, number, building) in their order',
  ),
  previous_address: takes('前の住所', 'the address before the move'),
  phone: takes('電話番号', 'a telephone number'),
  municipality: takes('市区町村コード（5・6 桁）', 'the code of the municipality, 5 or 6 digits'),
  status: takes(
    '状態。死亡・転出・消除・失効・喪失などの語を読む。番号の区分は意味を codes に書く（{column: 住民状態, codes: {1: 現存, 2: 転出, 3: 死亡}}）。書かない番号は意味の分からないものとして知らせ、効力ありとみなす',
    'the status; words such as 死亡, 転出, 消除, 失効, deceased, expired. What codes mean is said under codes ({column: 住民状態, codes: {1: 現存, 2: 転出, 3: 死亡}}); one without a meaning is told as unreadable and counts as active',
  ),
  moved_on: takes('最後の異動の日', 'the day of the last change'),
  protected: takes(
    '支援措置などの印。空、0、なし、無、否、N、- 以外は「保護されている」と読む。この列がないと、保護されている人の住所が報告書に出る',
    'the flag of protected people: anything but empty, 0, なし, 無, 否, N or - protects. Without it addresses of protected people are shown',
  ),
  auth_serial: takes(
    '利用者証明用電子証明書のシリアル番号',
    'the serial of the certificate for authentication',
  ),
  sign_serial: takes('署名用電子証明書のシリアル番号', 'the serial of the certificate for signatures'),
  record_id: takes(
    '記録を一つに決める番号。必須。複数の列（記号・番号・枝番）は「-」でつなぐ',
    'what names one record; required; several columns (symbol, number, branch) are joined with a hyphen',
  ),
  organisation: takes(
    '登録した機関の番号か名前。報告書はこれで分かれる',
    'code or name of the office; reports are split by it',
  ),
  registered_at: takes(
    '番号を登録した日時か日。日と時刻の 2 列でもよい',
    'when the number was registered, a day or a moment; or two columns of a day and a time',
  ),
  terminal: takes('登録した端末', 'the terminal of the registration'),
  operator: takes('登録した人', 'who registered it'),
  lookup: takes('番号の取得方法', 'how the number was come by'),
};
