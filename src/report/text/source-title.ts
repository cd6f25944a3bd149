import type { Bilingual } from '../../text/bilingual.js';
import type { AuditResult } from '../result.js';

const REGISTER: Bilingual = { ja: '住民登録', en: 'Resident register' };

/** Title of a source as the pipeline file gives it; the register and unknown sources have one too. */
export function sourceTitle(result: AuditResult, source: string): Bilingual {
  if (source === 'register') return REGISTER;
  return result.summary.sources[source]?.title ?? { ja: source, en: source };
}
