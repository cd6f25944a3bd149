import { Failure } from '../../text/failure.js';
import type { InputFile } from '../input-file.js';

/** Encodings that are known by sight, but not read. */
export type Unread = 'iso-2022-jp' | 'utf-32';

const NAMES: Readonly<Record<Unread, { readonly title: string; readonly iconv: string }>> = {
  'iso-2022-jp': { title: 'ISO-2022-JP (JIS)', iconv: 'ISO-2022-JP' },
  'utf-32': { title: 'UTF-32', iconv: 'UTF-32' },
};

/** Says what a file is written in and how it becomes one that is read. */
export function mustBeConverted(file: Pick<InputFile, 'source' | 'path'>, encoding: Unread): Failure {
  const { title, iconv } = NAMES[encoding];
  return new Failure('encoding-convert', CONVERT, {
    exitCode: 2,
    values: { source: file.source, path: file.path, title, iconv },
  });
}

const CONVERT = {
  ja: '{source}: {path} の文字コードは {title} で、そのままでは読めません。UTF-8 に変換してから指定してください（例: iconv -f {iconv} -t UTF-8 元のファイル > 新しいファイル）。',
  en: '{source}: {path} is written in {title}, which is not read as it is. Convert it to UTF-8 first, for instance: iconv -f {iconv} -t UTF-8 old-file > new-file',
};
