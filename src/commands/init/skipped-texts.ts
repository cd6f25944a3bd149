import { relative, resolve } from 'node:path';
import { shownName, shownNames } from '../../audit/header-names.js';
import type { CanonicalItem } from '../../audit/items.js';
import { ITEMS } from '../../audit/words.js';
import { type Inspection, namedLikeExports, type SkippedFile } from '../../inspect/index.js';
import { type Bilingual, fill, type Language } from '../../text/bilingual.js';
import type { Failure } from '../../text/failure.js';
import { placeOf, type Source } from './sources.js';

/** That a file is not read, and why. */
export function skippedText({ path, why }: SkippedFile, language: Language): string {
  const file = relative(process.cwd(), path);
  return typeof why === 'string'
    ? fill(WHY[why], { file })[language]
    : `${file}: ${fill(REFUSED, { why: why.say(language) })[language]}`;
}

/** Whether exports may be in what is not read. */
export function mayHoldExports({ why }: SkippedFile): boolean {
  return why === 'packed' || why === 'folder';
}

/** Files of the folder that nobody looks at, since the register and the sources are named. */
export async function leftTexts(
  dir: string,
  named: readonly (Source | null)[],
  layouts: ReadonlyMap<string, string>,
  language: Language,
): Promise<readonly string[]> {
  const used = new Set([
    ...named.flatMap((source) =>
      source ? [source.inspection.path, source.inspection.layoutFile ?? ''] : [],
    ),
    ...[...layouts.values()].map((file) => placeOf(file, dir)),
  ]);
  const left = (await namedLikeExports(dir)).filter((path) => !used.has(resolve(path)) && !used.has(path));
  if (left.length === 0) return [];
  const files = left.map((path) => relative(process.cwd(), path));
  return [fill(LEFT, { files: files.join(language === 'ja' ? '、' : ', ') })[language]];
}

/** That a file nobody named is a source, too. */
export function takenText(path: string, language: Language): string {
  return fill(TAKEN, { file: relative(process.cwd(), path) })[language];
}

/** That several files are parts of one source. */
export function partsText(key: string, paths: readonly string[], language: Language): string {
  const files = paths.map((path) => relative(process.cwd(), path)).join(language === 'ja' ? '、' : ', ');
  return fill(PARTS, { key, files, count: String(paths.length) })[language];
}

const PARTS: Bilingual = {
  ja: '{key}: {count} 個のファイルを 1 つの事務として読みます。列が同じで記録が重ならず、名前の違いが年月か部署だけです: {files}（別々にするには --link 名前=ファイル）',
  en: '{key}: {count} files are read as one source: they have the same columns and no record in common, and their names differ in a date or an office only: {files} (to keep one apart: --link KEY=FILE)',
};

/** That one of several files that look like the register was chosen, and what settles it otherwise. */
export function plainText(path: string, rivals: readonly Inspection[], language: Language): string {
  const shown = (one: string) => relative(process.cwd(), one);
  const others = rivals.map((one) => shown(one.path)).join(language === 'ja' ? '、' : ', ');
  return fill(PLAIN, { file: shown(path), others })[language];
}

/** That a file is an earlier state of another one, and left out. */
export function olderText(path: string, of: string, language: Language): string {
  return fill(OLDER, { file: relative(process.cwd(), path), of: relative(process.cwd(), of) })[language];
}

/** That a file that looks like a register, and is not the one, is a source. */
export function rivalText(path: string, language: Language): string {
  return fill(RIVAL, { file: relative(process.cwd(), path) })[language];
}

/** That a file nobody named lacks what a source needs. */
export function tielessText(path: string, language: Language): string {
  return fill(TIELESS, { file: relative(process.cwd(), path) })[language];
}

/** That a column was taken for what ties a source, by its values. */
export function tiedText(item: CanonicalItem, column: string, language: Language): string {
  return fill(TIED, { item: `${item} (${ITEMS[item][language]})`, column: shownName(column) })[language];
}

/** That a column is called what ties a source, and holds other numbers. */
export function otherKeysText(columns: readonly string[], language: Language): string {
  return fill(OTHER_KEYS, { columns: shownNames(columns) })[language];
}

const OTHER_KEYS: Bilingual = {
  ja: '警告: 「{columns}」は宛名番号（resident_id）としません。値が住民基本台帳の宛名番号にないか、別の人の行にあります。',
  en: 'WARNING: "{columns}" is not taken for resident_id: its values are no keys of the register, or stand there in rows of other people.',
};

/** That a source is left out, and why, while the others go on. */
export function leftOutText(path: string, why: Failure, language: Language): string {
  return fill(LEFT_OUT, { file: relative(process.cwd(), path), why: why.say(language) })[language];
}

const LEFT_OUT: Bilingual = {
  ja: '警告: {file} を外して、ほかのファイルで続けます（加えるには、下の指定を付けて init をもう一度）。\n  {why}',
  en: 'WARNING: {file} is left out, and the other files go on (to add it, run init again with what is asked for here).\n  {why}',
};

/** That the register has, under another name, what ties a source. */
export function heldText(item: CanonicalItem, column: string, key: string, language: Language): string {
  const values = { item: `${item} (${ITEMS[item][language]})`, column: shownName(column), key };
  return fill(HELD, values)[language];
}

const HELD: Bilingual = {
  ja: '「{column}」を {item} としました。{key} の値がこの列にあります。',
  en: '"{column}" is taken for {item}: the values of {key} stand in it.',
};

const TIED: Bilingual = {
  ja: '「{column}」を {item} としました。値が住民基本台帳の列にあります。',
  en: '"{column}" is taken for {item}: its values stand in the column of the register.',
};

const WHY: Readonly<Record<Exclude<SkippedFile['why'], Failure>, Bilingual>> = {
  packed: {
    ja: '警告: {file} は使いません。圧縮ファイルです。中のファイルをこのフォルダに取り出してから、init をもう一度実行してください。',
    en: 'WARNING: {file} is skipped: it is an archive. Unpack the files in it into this folder and run init again.',
  },
  folder: {
    ja: '警告: フォルダ {file} は見ていません。読み取る権限がありません。書き出しがあるときは、読めるようにしてから init をもう一度実行してください。',
    en: 'WARNING: the folder {file} was not looked into: there is no right to read it. If exports are in it, make it readable and run init again.',
  },
  ending: {
    ja: '{file}: 使いません。書き出しファイルの拡張子ではありません（読むなら --link 名前=ファイル）。',
    en: '{file}: skipped; its name has not the ending of an export (to read it: --link KEY=FILE).',
  },
  description: {
    ja: '{file}: 使いません。固定長のレイアウト表のようです（書き出しなら --link 名前=ファイル）。',
    en: '{file}: skipped; it looks like a description of fixed-width records (if it is an export: --link KEY=FILE).',
  },
};

const REFUSED: Bilingual = { ja: '使いません。{why}', en: 'skipped. {why}' };

const LEFT: Bilingual = {
  ja: '--register と --link で指定したファイルだけを使います。見ていないファイル: {files}（加えるには --link 名前=ファイル。--register だけを指定すれば、結び付くファイルをすべて加えます）',
  en: 'Only the files of --register and --link are used. Not looked at: {files} (to add one: --link KEY=FILE; with --register alone all that can be tied are added)',
};

const TIELESS: Bilingual = {
  ja: '{file}: 使いません。記録を決める列か、住民に結び付ける列（個人番号など）が見つかりません（読むなら --link 名前=ファイル と --map）。',
  en: '{file}: skipped; no column is found that names a record, or none that ties it to a resident (to read it: --link KEY=FILE and --map).',
};

const PLAIN: Bilingual = {
  ja: '警告: 住民基本台帳に見えるファイルが複数あります。最も台帳らしい {file} を台帳としました（ほか: {others}）。違うときは --register ファイル で指定してください。',
  en: 'WARNING: several files look like the resident register. {file}, which plainly is the likeliest, is taken for it (the others: {others}). If it is another: --register FILE.',
};

const OLDER: Bilingual = {
  ja: '警告: {file} は使いません。名前と内容から {of} の以前の版と見ました（使うなら --register か --link 名前=ファイル）。',
  en: 'WARNING: {file} is skipped: by its name and its rows it is an earlier state of {of} (to use it: --register FILE or --link KEY=FILE).',
};

const RIVAL: Bilingual = {
  ja: '警告: {file} は住民基本台帳にも見えますが、台帳ではないので事務として加えます（外すには --register と --link で使うファイルだけを指定）。',
  en: 'WARNING: {file} looks like a resident register, too, but is not the one: it is taken as a source (to leave it out, name the files to use with --register and --link).',
};

const TAKEN: Bilingual = {
  ja: '{file}: 指定されていませんが、フォルダにあるので事務として加えます（指定したものだけにするには --register も指定してください）。',
  en: '{file}: not named, but in the folder, and taken as a source, too (to use named files only, name --register as well).',
};
