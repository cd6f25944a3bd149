import type { FailureText } from './failure-text.js';

const SAVE = {
  ja: 'Excel で開き、.xlsx 形式で保存し直してください。',
  en: 'Open it in Excel and save it as .xlsx.',
};

export const ingestFailures = {
  'input-bomb': {
    exit: 2,
    ja: '{source}: {path} は展開すると元の250倍を超えます。データとは考えられないため読みません。',
    en: '{source}: {path} unpacks to more than 250 times its size, which no data does. It is not read.',
  },
  'input-sheets': {
    exit: 2,
    ja: '{source}: {path} のシート（または中の部品）が多すぎます（シートは {limit} 枚まで）。必要なシートだけを保存し直してください。',
    en: '{source}: {path} has too many sheets, or parts inside; it may have {limit} sheets. Save those that are needed alone.',
  },
  'input-gzip': {
    exit: 2,
    ja: '{source}: {path} の圧縮データが壊れているか、途中で切れています。',
    en: '{source}: the compressed data of {path} is broken or cut short.',
  },
  'input-line-ends': {
    exit: 2,
    ja: "{source}: {path} は改行が CR だけです。LF か CRLF に直してください（例: tr '\\r' '\\n' < 元のファイル > 新しいファイル）。",
    en: "{source}: the lines of {path} end in CR alone. Make it LF or CRLF, for instance: tr '\\r' '\\n' < old-file > new-file",
  },
  'encoding-convert': {
    exit: 2,
    ja: '{source}: {path} の文字コードは {title} で、そのままでは読めません。UTF-8 に変換してから指定してください（例: iconv -f {iconv} -t UTF-8 元のファイル > 新しいファイル）。',
    en: '{source}: {path} is written in {title}, which is not read as it is. Convert it to UTF-8 first, for instance: iconv -f {iconv} -t UTF-8 old-file > new-file',
  },
  'fixed-length/lines': {
    exit: 2,
    ja: '{source}: {path} の行は {length} バイトですが、layout は {layoutEnd} バイト目まで使います。',
    en: '{source}: the lines of {path} have {length} bytes, but the layout reaches to byte {layoutEnd}.',
  },
  'fixed-length/unbroken': {
    exit: 2,
    ja: '{source}: {path}（{bytes} バイト、改行なし）は1件 {length} バイトのレコードに割り切れません（layout は {layoutEnd} バイト目まで）。layout か record_length を確かめてください。',
    en: '{source}: {path} ({bytes} bytes, no line ends) does not divide into records of {length} bytes (the layout reaches to byte {layoutEnd}). Check the layout or record_length.',
  },
  'ingest-count': {
    ja: '{source}: {path} を読んだ行数が合いません。プログラムの不具合です。',
    en: '{source}: the rows read from {path} do not add up. This is a defect of the program.',
  },
  'too-many-rejects': {
    ja: '{source}: {rows} 行のうち {rejected} 行（{share}）が読めません。上限は {limit} です（max_reject_share）。理由:\n  {reasons}',
    en: '{source}: {rejected} of {rows} rows ({share}) cannot be read; the limit is {limit} (max_reject_share). Reasons:\n  {reasons}',
  },
  'input-missing': {
    exit: 2,
    ja: '{source}: ファイル {path} を開けません。',
    en: '{source}: cannot open the file {path}.',
  },
  'input-missing/no-file': {
    exit: 2,
    ja: '{source}: {path} はファイルではありません。',
    en: '{source}: {path} is not a file.',
  },
  'input-empty': {
    exit: 2,
    ja: '{source}: ファイル {path} が空です。',
    en: '{source}: the file {path} is empty.',
  },
  'input-no-match': {
    exit: 2,
    ja: '{source}: {path} に合うファイルが一つもありません。',
    en: '{source}: no file matches {path}.',
  },
  'input-too-many-files': {
    exit: 2,
    ja: '{source}: ファイルが {path} 個あります。一つの対象に使えるのは 65,535 個までです。',
    en: '{source}: {path} files; one source takes at most 65,535.',
  },
  'input-date-format/other': {
    exit: 2,
    ja: '{source}: {path} の列「{column}」（{item}）の日付は、形式 {format} ではほとんど意味を成しません。「format: {better}」なら読めます。',
    en: '{source}: most dates in the column "{column}" ({item}) of {path} make no sense as {format}; "format: {better}" fits.',
  },
  'input-date-format/untold': {
    exit: 2,
    ja: '{source}: {path} の列「{column}」（{item}）の日付は、形式を示さないと読めません。「format: {better}」なら読めます。',
    en: '{source}: most dates in the column "{column}" ({item}) of {path} cannot be read without their notation; "format: {better}" fits.',
  },
  'input-no-numbers/blank': {
    exit: 2,
    ja: '{source}: {path} の列「{column}」（{item}）が先頭 {rows} 行すべてで空です。',
    en: '{source}: the column "{column}" ({item}) of {path} is empty in all of the first {rows} rows.',
  },
  'input-no-numbers/not-valid': {
    exit: 2,
    ja: '{source}: {path} の列「{column}」は、先頭の {of} 個の値のうち {valid} 個しか個人番号として正しくありません。my_number の列を確かめてください。',
    en: '{source}: only {valid} of the first {of} values in the column "{column}" of {path} are valid My Numbers. Check the column of my_number.',
  },
  'input-no-numbers/other-column': {
    exit: 2,
    ja: '{source}: {path} の列「{column}」は、先頭の {of} 個の値のうち {valid} 個しか個人番号として正しくありません。個人番号は列「{better}」にあるようです。',
    en: '{source}: only {valid} of the first {of} values in the column "{column}" of {path} are valid My Numbers; they seem to stand in the column "{better}".',
  },
  'input-no-numbers/key-is-number': {
    exit: 2,
    ja: '{source}: {path} の列「{column}」は、先頭の {of} 個の値のうち {valid} 個が個人番号です。宛名番号（resident_id）ではなく my_number として指定してください。',
    en: '{source}: {valid} of the first {of} values in the column "{column}" of {path} are My Numbers: map it to my_number, and not to resident_id.',
  },
  'resident-key-is-number': {
    exit: 2,
    ja: '{source}: {path} の列「{column}」（resident_id）は個人番号です。resident_id は報告書に出るため、宛名番号など、個人番号でない列を指定してください。',
    en: '{source}: the column "{column}" (resident_id) of {path} holds My Numbers. The reports show resident_id: map a key that is not the number, such as 宛名番号.',
  },
  'input-void-item': {
    exit: 2,
    ja: '{source}: {path} の列「{column}」は{title}（{item}）として読めません（先頭の {rows} 件。値の形: {shape}）。列の割り当てと形式（format）を確かめるか、この項目を columns から外してください。',
    en: '{source}: the column "{column}" of {path} cannot be read as {title} ({item}): the first {rows} values look like {shape}. Check the mapping and the format, or take the item out of columns.',
  },
  'input-format/other': {
    exit: 2,
    ja: '{source}: {path} は {format} ではなく {found} ファイルのようです。「format: {found}」と書いてください。',
    en: '{source}: {path} looks like {found}, not {format}. Write "format: {found}".',
  },
  'input-format/text': {
    exit: 2,
    ja: '{source}: {path} は {format} ではなく、テキスト（CSV など）です。「format: {found}」と書いてください。',
    en: '{source}: {path} is not {format} but text, such as CSV. Write "format: {found}".',
  },
  'input-encoding/other': {
    exit: 2,
    ja: '{source}: {path} は {encoding} として読めません。{guessed} のようです。「encoding: {guessed}」と書いてください。',
    en: '{source}: {path} does not read as {encoding}; it looks like {guessed}. Write "encoding: {guessed}".',
  },
  'input-encoding/unknown': {
    exit: 2,
    ja: '{source}: {path} は {encoding} として読めません。文字コードを確かめてください。',
    en: '{source}: {path} does not read as {encoding}. Check its encoding.',
  },
  'register-empty': {
    exit: 2,
    ja: '{source}: {path} に住民の行がありません。',
    en: '{source}: {path} holds no residents.',
  },
  'input-damaged': {
    exit: 2,
    ja: '{source}: {path} の先頭 {total} 行のうち {bad} 行が読めません。最も多い理由: {why}',
    en: '{source}: {bad} of the first {total} rows of {path} cannot be read. Mostly: {why}',
  },
  'input-column-twice': {
    exit: 2,
    ja: '{source}: {path} に列「{column}」が二つあります。どちらを読むか決められません。',
    en: '{source}: {path} has the column "{column}" twice; which one to read is unclear.',
  },
  'input-json-array': {
    exit: 2,
    ja: "{source}: {path} は JSON の配列です。1行に1件の JSON Lines に直してください（例: jq -c '.[]' 元のファイル > 新しいファイル）。",
    en: "{source}: {path} is a JSON array. Make it JSON Lines, one object a line, for instance: jq -c '.[]' old-file > new-file",
  },
  'input-broken/parquet': {
    exit: 2,
    ja: '{source}: {path} は Parquet ファイルとして読めません（壊れているか、途中で切れています）。',
    en: '{source}: {path} does not read as a Parquet file: it is broken or cut short.',
  },
  'input-broken/workbook': {
    exit: 2,
    ja: '{source}: {path} をブックとして読めません（壊れているか、途中で切れています）。',
    en: '{source}: {path} does not read as a workbook: it is broken or cut short.',
  },
  'input-sheet/none': {
    exit: 2,
    ja: '{source}: {path} にシート「{sheet}」はありません。シート: {sheets}',
    en: '{source}: {path} has no sheet "{sheet}". Sheets: {sheets}',
  },
  'input-sheet/near': {
    exit: 2,
    ja: '{source}: {path} にシート「{sheet}」はありません。「{near}」ではありませんか。シート: {sheets}',
    en: '{source}: {path} has no sheet "{sheet}". Did you mean "{near}"? Sheets: {sheets}',
  },
  'input-format/old-workbook': {
    exit: 2,
    ja: `{source}: {path} は古い形式の Excel ブック（.xls）です。${SAVE.ja}`,
    en: `{source}: {path} is an old Excel workbook (.xls). ${SAVE.en}`,
  },
  'input-format/old-document': {
    exit: 2,
    ja: `{source}: {path} は古い形式の Office 文書で、表として読めません。表なら${SAVE.ja}`,
    en: `{source}: {path} is an old Office document and reads as no table. If it holds one: ${SAVE.en}`,
  },
  'input-format/password': {
    exit: 2,
    ja: '{source}: {path} はパスワードで保護されたブックです。パスワードを外し、.xlsx 形式で保存し直してください。',
    en: '{source}: {path} is a workbook protected by a password. Save it as .xlsx without the password.',
  },
  'input-format/binary-workbook': {
    exit: 2,
    ja: `{source}: {path} はバイナリ形式の Excel ブック（.xlsb）です。${SAVE.ja}`,
    en: `{source}: {path} is a binary Excel workbook (.xlsb). ${SAVE.en}`,
  },
  'input-format/html': {
    exit: 2,
    ja: `{source}: {path} は HTML（Web ページ）で、Excel のブックや CSV ではありません。${SAVE.ja}`,
    en: `{source}: {path} is HTML (a web page), no workbook or CSV, whatever its name says. ${SAVE.en}`,
  },
  'input-format/xml-spreadsheet': {
    exit: 2,
    ja: `{source}: {path} は XML スプレッドシート（Excel 2003）です。${SAVE.ja}`,
    en: `{source}: {path} is an XML spreadsheet (Excel 2003). ${SAVE.en}`,
  },
  'input-format/pdf': {
    exit: 2,
    ja: '{source}: {path} は PDF で、表として読めません。元のシステムから CSV か .xlsx で出力してください。',
    en: '{source}: {path} is a PDF and reads as no table. Export it as CSV or .xlsx from the system it comes from.',
  },
  'input-format/no-workbook': {
    exit: 2,
    ja: '{source}: {path} は Excel（.xlsx）や OpenDocument（.ods）のブックではありません。format を確かめてください。',
    en: '{source}: {path} is no workbook of Excel (.xlsx) or OpenDocument (.ods). Check its format.',
  },
  'input-column': {
    exit: 2,
    ja: '{source}: {path} に列「{column}」がありません。{hint}',
    en: '{source}: {path} has no column {column}.{hint}',
  },
  'encoding-needs-iconv': {
    exit: 2,
    ja: '文字コード {encoding} を読むには、それに対応した iconv コマンドが必要です。この環境にはありません。UTF-8 か CP932 に変換してから指定してください。',
    en: 'Reading {encoding} needs an iconv command that knows it, which this system lacks. Convert the file to UTF-8 or CP932 first.',
  },
  'encoding-unknown': {
    exit: 2,
    ja: '文字コード「{encoding}」は読めません。',
    en: 'Cannot read the encoding "{encoding}".',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
