import type { FailureText } from './failure-text.js';

export const pipelineFailures = {
  'key-exists': {
    exit: 2,
    ja: '鍵は既にあります: {path}（取り替えるには totsugo key rotate）',
    en: 'There is a key already: {path} (totsugo key rotate replaces it)',
  },
  'key-none': {
    exit: 2,
    ja: '取り替える鍵がありません: {path}（作るには totsugo key new）',
    en: 'There is no key to replace: {path} (totsugo key new makes one)',
  },
  'key-in-outputs': {
    exit: 2,
    ja: '鍵 {path} が出力フォルダ {dir} の中にあります。出力を渡す相手に鍵も渡ることになるため、privacy.key_file を別の場所にしてください',
    en: 'The key {path} lies within the output folder {dir}: whoever is given the outputs would be given the key. Put privacy.key_file elsewhere',
  },
  'recipient-unusable': {
    exit: 2,
    ja: 'privacy.recipients の機関 {organisation} の {place} 番目は age の公開鍵（age1 で始まる）ではありません',
    en: 'privacy.recipients: number {place} of the organisation {organisation} is no age recipient (they begin with age1)',
  },
  'key-unnamed': {
    exit: 2,
    ja: '{path} に privacy.key_file がありません',
    en: '{path} names no privacy.key_file',
  },
  'key-unusable': {
    exit: 2,
    ja: '鍵ファイル {path} を読めないか、空です',
    en: 'The key file {path} cannot be read, or is empty',
  },
  'audit-log-keyed': {
    exit: 2,
    ja: '監査ログ {path} は鍵 {key} で書かれています。鍵なしで書き足すと偽造と区別できなくなるため、続けられません。パイプラインの privacy.key_file とその鍵ファイルを確かめてください。',
    en: 'The audit log {path} is written with the key {key}. It is not carried on without a key, which could not be told from a forgery: look at privacy.key_file of the pipeline and at that file.',
  },
  'audit-log-unreadable': {
    exit: 2,
    ja: '監査ログ {path} の最後の行が読めません。別の場所に移して保存してから、もう一度実行してください（新しいログが始まり、その旨が記録されます）。',
    en: 'The last line of the audit log {path} is none. Move the file away and keep it, then try again: a new log begins and says so.',
  },
  'run-purged': {
    exit: 2,
    ja: '作業データは廃棄済みのため、--resume では続けられません: {dir}（この回の報告書はそのまま残しています。新しく実行するには、別の --out を指定してください）',
    en: 'The working data was purged, so --resume has nothing to go on with: {dir} (its reports were left as they are; to run anew, give another --out)',
  },
  'audit-log-broken/altered': {
    ja: '監査ログの {line} 行目が前の行とつながりません。書き換えや抜き取りがあったか、書いたときの鍵（privacy.key_file）と違う鍵です: {path}',
    en: 'Line {line} of the audit log does not carry on from the one before: a line was changed or taken out, or the key is not the one it was written with (privacy.key_file): {path}',
  },
  'audit-log-broken/plain-after-keyed': {
    ja: '監査ログの {line} 行目から鍵なしで書かれています。鍵のあるログの続きとは認められません: {path}',
    en: 'Line {line} of the audit log was written without a key after lines with one, and does not count as their continuation: {path}',
  },
  'audit-log-broken/unknown-key': {
    ja: '監査ログの {line} 行目の鍵が手元にないため、確かめられません（privacy.key_file）: {path}',
    en: 'Line {line} of the audit log is under a key that is not at hand, so it cannot be checked (privacy.key_file): {path}',
  },
  'audit-log-broken/cut-before': {
    ja: '監査ログの {line} 行目が、その前の末尾が切り取られていたことを記録しています: {path}',
    en: 'Line {line} of the audit log tells that the end before it had been cut off: {path}',
  },
  'audit-log-missing': {
    ja: '監査ログがありません: {path}',
    en: 'There is no audit log: {path}',
  },
  'audit-log-cut': {
    ja: '監査ログの末尾が切り取られています。{expected} 行あるはずが {found} 行です: {path}（{head} による）',
    en: 'The end of the audit log was cut off: {found} lines of {expected}: {path} (according to {head})',
  },
  'audit-log-head': {
    ja: '監査ログの控え {head} が書き換えられているか、別の鍵のものです',
    en: 'The head of the audit log {head} was changed, or is sealed with another key',
  },
  'audit-log-broken/other-log': {
    ja: '監査ログ {path} は、控え {head} が作られたログではありません（{expected} 行目が違います）',
    en: 'The audit log {path} is not the one that {head} was made of: line {expected} is another',
  },
  'audit-log-broken/parted': {
    ja: '実行フォルダの監査ログの {line} 行目が、パイプラインの監査ログ {path} と違います',
    en: 'Line {line} of the audit log of this run is not that of the pipeline’s log {path}',
  },
  'folder-held': {
    exit: 4,
    ja: '出力先 {dir} は使えません。{why}',
    en: 'The output folder {dir} cannot be taken. {why}',
  },
  'no-run': {
    exit: 2,
    ja: '実行結果のフォルダではありません: {dir}',
    en: 'Not the folder of a run: {dir}',
  },
  'folder-not-empty': {
    exit: 2,
    ja: '出力先に実行結果以外のファイルがあります: {dir}',
    en: 'The output folder holds other files than a run: {dir}',
  },
  'folder-unusable': {
    exit: 2,
    ja: '出力先をフォルダとして開けません: {dir}',
    en: 'The output folder cannot be opened as a folder: {dir}',
  },
  'folder-mount': {
    exit: 2,
    ja: '出力先 {dir} はマウント先そのものなので、終わった実行と入れ替えられません。その中のフォルダを --out に指定してください。',
    en: 'The output folder {dir} is a mount point, which a finished run cannot replace: give a folder inside it as --out.',
  },
  'disk-too-small': {
    exit: 2,
    ja: 'ディスクの空きが足りません: この実行には約 {need} 必要ですが、{dir} の空きは {free} です。空きを増やすか、別の場所を --out に指定してください。',
    en: 'Not enough free disk: the run needs about {need}, and {dir} has {free} free. Make room, or give another place as --out.',
  },
  'work-unusable': {
    ja: '作業データを開けません。--resume を付けずに実行し直してください: {path}',
    en: 'The working data cannot be opened; run again without --resume: {path}',
  },
  interrupted: {
    exit: 130,
    ja: '中断しました。出力先 {dir} は元のままです。続けるには: totsugo run {pipeline} --out {dir} --resume',
    en: 'Interrupted. {dir} is as it was. To go on: totsugo run {pipeline} --out {dir} --resume',
  },
  'interrupted/on-finish': {
    exit: 130,
    ja: '中断しました。突合は終わっており、結果は {dir} にあります。',
    en: 'Interrupted. The audit had been done: {dir}',
  },
  'input-changed': {
    exit: 2,
    ja: '{source}: ファイル {path} が読み取り中に変わりました。書き出しが終わってから実行し直してください。',
    en: '{source}: the file {path} changed while it was read. Run again once it has been written whole.',
  },
  'pipeline-missing': {
    exit: 2,
    ja: 'パイプラインファイル {path} を開けません。',
    en: 'Cannot open the pipeline file {path}.',
  },
  'pipeline-file/problems': {
    exit: 2,
    ja: '{problems}',
    en: '{problems}',
  },
  'gazetteer-file/unreadable': {
    exit: 2,
    ja: 'gazetteer の {path} を CSV として読めません。',
    en: 'gazetteer: {path} does not read as CSV.',
  },
  'gazetteer-file/columns': {
    exit: 2,
    ja: 'gazetteer の {path} に旧・新の列がありません。見出しは「旧住所,新住所」「旧町名,旧地番,新町名,新街区符号,新住居番号」などとするか、アドレス・ベース・レジストリの町字マスターを指定してください。',
    en: 'gazetteer: {path} has no columns of old and new places. Headers are such as old_place,new_place or 旧町名,旧地番,新町名,新街区符号,新住居番号; towns of the Address Base Registry are read as published.',
  },
  'gazetteer-file/nothing': {
    exit: 2,
    ja: 'gazetteer の {path} の {rows} 行に、使える新旧の対応が一つもありません。市区町村のない町名には within（例: within: 愛知県緑市）を添えてください。',
    en: 'gazetteer: of the {rows} rows of {path} none can be used. Towns without a municipality need one: within: 愛知県緑市.',
  },
  'organisations-file': {
    exit: 2,
    ja: 'report.organisations の {path} を、コードと名称の CSV として読めません。',
    en: 'report.organisations: {path} does not read as a CSV of code and name.',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
