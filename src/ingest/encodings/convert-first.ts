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
  return new Failure('encoding-convert', {
    values: { source: file.source, path: file.path, title, iconv },
  });
}
