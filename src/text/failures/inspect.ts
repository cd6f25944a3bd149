import type { FailureText } from './failure-text.js';

export const inspectFailures = {
  'inspect-unknown': {
    exit: 2,
    ja: 'ファイルの形式を判別できません。区切り文字のある表、JSON Lines、長さの揃った固定長のいずれでもありません。',
    en: 'Cannot make out the format: neither a table with delimiters, nor JSON Lines, nor records of one length.',
  },
  'input-broken/inspected': {
    exit: 2,
    ja: '{path} をブックとして読めません（壊れているか、途中で切れています）。',
    en: '{path} does not read as a workbook: it is broken or cut short.',
  },
  'inspect-key-taken': {
    exit: 2,
    ja: '{path} にはすでに「{key}」があります。別の名前を指定するか、先に消してください。',
    en: '{path} already has "{key}". Choose another key, or remove it first.',
  },
  'pipeline-file/no-yaml': {
    exit: 2,
    ja: '{path} は YAML のパイプラインファイルとして読めません。',
    en: '{path} is not readable as a YAML pipeline file.',
  },
  'inspect-column': {
    exit: 2,
    ja: '{path} に「{column}」という列はありません。ある列: {columns}',
    en: '{path} has no column "{column}". It has: {columns}',
  },
  'inspect-layout': {
    exit: 2,
    ja: '{path} に、レコードの項目の表が見つかりません。項目名と、開始位置か桁数（バイト数）の列がある表（CSV・TSV・ブック）を指定してください。',
    en: '{path} holds no table of the fields of a record: one with a column of field names and a column of start positions or lengths in bytes (CSV, TSV or workbook).',
  },
  'inspect-layout/length': {
    exit: 2,
    ja: '{path} の項目は {reaches} バイト目まで達しますが、行は {length} バイトです。別のレコードのレイアウトか、桁数がバイト数でないかもしれません。',
    en: 'The fields of {path} reach to byte {reaches}, but lines have {length} bytes: the layout is of another record, or its lengths are not in bytes.',
  },
  'inspect-layout/divides': {
    exit: 2,
    ja: '{path} の項目は {reaches} バイト目まで達しますが、ファイル（{length} バイト、改行なし）はその長さに割り切れません。',
    en: 'The fields of {path} reach to byte {reaches}, but the file ({length} bytes without line ends) does not divide into such records.',
  },
  'init-exists': {
    exit: 2,
    ja: '{path} はすでにあります。上書きするなら --force を、別のファイルにするなら --pipeline を指定してください。',
    en: '{path} is there already. Give --force to replace it, or --pipeline for another file.',
  },
  'init-no-register': {
    exit: 2,
    ja: '住民基本台帳のファイルが決まりません（候補: {files}）。--register で指定してください。',
    en: 'Which file is the resident register? It could be {files}. Name it with --register.',
  },
  'init-no-links': {
    exit: 2,
    ja: '突合する対象のファイルがありません。--link 名前=ファイル で指定してください。',
    en: 'There is no file of links to audit. Name them with --link KEY=FILE.',
  },
  'init-open': {
    exit: 2,
    ja: '{path} は、次のことが分からないと使えません。\n{questions}\nこのファイルの列: {columns}',
    en: '{path} cannot be used as long as this is not known.\n{questions}\nColumns of the file: {columns}',
  },
  'init-untied': {
    exit: 2,
    ja: '{path} の記録は {item} で住民に結び付きますが、住民基本台帳 {register} にその列が見つかりません。台帳にあるなら {option} で列名を指定してください。',
    en: 'The records of {path} are tied to residents by {item}, and no column of the register {register} is known to hold it. If one does, name it: {option}',
  },
  'init-unusable': {
    exit: 2,
    ja: 'この指定では実行できる設定ファイルになりません（何も書いていません）。\n{problems}',
    en: 'What is told makes no pipeline file that can be run (nothing is written).\n{problems}',
  },
  'init-map': {
    exit: 2,
    ja: '--map の「{map}」が読めません。「名前.項目=列」の形で書いてください。複数の列は + でつなぎます（例: --map cards.name=姓+名）。',
    en: 'Cannot read --map "{map}". Write SOURCE.ITEM=COLUMN, several columns joined with + (such as --map cards.name=LAST+FIRST).',
  },
  'init-map/source': {
    exit: 2,
    ja: '--map の「{map}」: 「{source}」という事務はありません。{hint}',
    en: '--map "{map}": there is no source "{source}". {hint}',
  },
  'init-map/item': {
    exit: 2,
    ja: '--map の「{map}」: {source} に「{item}」という項目はありません。{hint}',
    en: '--map "{map}": {source} has no item "{item}". {hint}',
  },
  'init-codes': {
    exit: 2,
    ja: '--codes の「{codes}」が使えません。「名前=コード:意味,…」の形で（例: register=1:現存,2:転出,3:死亡）、名前は register か --link の名前のうち状態の列のあるもの、意味は現存・転出・死亡・職権消除・有効・失効などの語です。',
    en: 'Cannot use --codes "{codes}". Write SOURCE=CODE:MEANING,… such as register=1:living,2:departed,3:deceased; SOURCE being register or a key of --link whose file has a status, and the meanings words such as living, departed, deceased, valid, expired.',
  },
  'init-layout': {
    exit: 2,
    ja: '--layout の「{layout}」が読めません。「名前=ファイル」の形で、名前は register か --link の名前です。',
    en: 'Cannot read --layout "{layout}". Write KEY=FILE, KEY being register or a key of --link.',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
