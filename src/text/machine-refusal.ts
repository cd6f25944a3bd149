import type { Bilingual } from './bilingual.js';

/** What a machine refuses, by the code of the error: a full disk or a folder without rights is nobody's defect. */
const REFUSED: ReadonlyMap<string, Bilingual> = new Map([
  ['ENOSPC', { ja: 'ディスクの空きがありません', en: 'no space is left on the disk' }],
  ['EDQUOT', { ja: 'ディスクの割り当てを使い切りました', en: 'the disk quota is used up' }],
  ['EROFS', { ja: '読み取り専用の場所には書けません', en: 'the place to write to is read-only' }],
  ['EACCES', { ja: '読み書きする権限がありません', en: 'there is no right to read or write' }],
  ['EPERM', { ja: '読み書きする権限がありません', en: 'there is no right to read or write' }],
  ['EMFILE', { ja: '同時に開けるファイルの数を超えました', en: 'too many files are open' }],
]);

const MEMORY: Bilingual = {
  ja: 'メモリが足りません。--memory の値を大きくしてください',
  en: 'out of memory; give more with --memory',
};

/** The refusal in words, with the place where it is known; null where the error is something else. */
export function machineRefusal(error: unknown): Bilingual | null {
  const { code, path, message = '' } = error as { code?: string; path?: string; message?: string };
  const text = REFUSED.get(code ?? '') ?? ofEngine(message);
  if (text === null || path === undefined) return text;
  return { ja: `${text.ja}: ${path}`, en: `${text.en}: ${path}` };
}

/** DuckDB gives no codes. */
function ofEngine(message: string): Bilingual | null {
  if (message.startsWith('Out of Memory Error')) return MEMORY;
  if (/No space left on device/.test(message)) return REFUSED.get('ENOSPC')!;
  if (/Permission denied/.test(message)) return REFUSED.get('EACCES')!;
  return /Read-only file system/.test(message) ? REFUSED.get('EROFS')! : null;
}
