import { basename } from 'node:path';
import { vitality } from '../normalize/status.js';
import { linesBeside } from './beside-lines.js';
import type { UnknownCode } from './inspection.js';
import { toldCodes } from './told-codes.js';

/** Fewest codes that a file must explain. */
const FEWEST = 2;

/**
 * What a file in the folder of an export (a note, a list of codes, a description of its records, another sheet) says of the codes of its status.
 * Null where none explains two of them, or two files say different things.
 *
 * @param name what the column of the status is called.
 */
export async function codesBeside(
  path: string,
  name: string,
  unknown: readonly UnknownCode[],
  kind: 'register' | 'link',
): Promise<{ readonly codes: Readonly<Record<string, string>>; readonly file: string } | null> {
  const asked = unknown.map(({ code }) => code);
  const told = (await linesBeside(path))
    .map(({ path: file, lines }) => ({ file: basename(file), codes: toldCodes(name, asked, lines, kind) }))
    .filter(({ codes }) => Object.keys(codes).length >= Math.min(FEWEST, asked.length));
  const [most] = told.toSorted((a, b) => Object.keys(b.codes).length - Object.keys(a.codes).length);
  if (most === undefined) return null;
  const contradicts = told.some(({ codes }) =>
    Object.entries(codes).some(
      ([code, word]) => most.codes[code] !== undefined && vitality(most.codes[code]) !== vitality(word),
    ),
  );
  return contradicts ? null : most;
}
