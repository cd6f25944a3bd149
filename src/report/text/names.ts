import { basename } from 'node:path';
import type { AuditResult, InputInfo } from '../../audit/result.js';
import type { Bilingual } from '../../text/bilingual.js';

const REGISTER: Bilingual = { ja: '住民登録', en: 'Resident register' };

/** Title of a source as the pipeline file gives it; the register and unknown sources have one too. */
export function sourceTitle({ summary }: Pick<AuditResult, 'summary'>, source: string): Bilingual {
  if (source === 'register') return REGISTER;
  return summary.sources[source]?.title ?? { ja: source, en: source };
}

/**
 * Names by which people know the files of a run: without the folders, unless two files are called alike.
 */
export function fileNames(inputs: readonly Pick<InputInfo, 'path'>[]): (path: string) => string {
  const paths = new Set(inputs.map(({ path }) => path));
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(basename(path), (counts.get(basename(path)) ?? 0) + 1);
  return (path) => ((counts.get(basename(path)) ?? 0) > 1 ? path : basename(path));
}
