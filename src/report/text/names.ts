import { basename } from 'node:path';
import type { AuditResult, InputInfo } from '../../audit/result.js';
import type { Bilingual } from '../../text/bilingual.js';

const NONE: Bilingual = { ja: '記載なし・住民登録', en: 'none stated, resident register' };

/** An organisation as people read it: its name where the office has given one, and its code; `-` gathers what has none, findings about the register too. */
export function organisationName(
  organisation: string,
  { organisationNames }: Pick<AuditResult, 'organisationNames'>,
): Bilingual {
  if (organisation === '-') return NONE;
  const name = organisationNames?.get(organisation);
  if (name === undefined) return { ja: organisation, en: organisation };
  return { ja: `${name}（${organisation}）`, en: `${name} (${organisation})` };
}

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
