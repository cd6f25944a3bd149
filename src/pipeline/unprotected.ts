import type { PipelineFile } from '../audit/pipeline-file.js';
import type { Bilingual } from '../text/bilingual.js';

/** Nobody is known to be protected, and addresses are shown: said loudly, whoever made the pipeline file. */
export function unprotectedNote({ register, links }: PipelineFile): Bilingual | null {
  const hasAddress = [register, ...links].some(
    ({ columns }) => columns.address !== undefined || columns.previous_address !== undefined,
  );
  return register.columns.protected === undefined && hasAddress ? UNPROTECTED : null;
}

const UNPROTECTED: Bilingual = {
  ja: '住民基本台帳に protected（支援措置対象者）の列がありません。保護されている人の住所が報告書に出ます。',
  en: 'THE REGISTER HAS NO protected COLUMN: addresses of protected people (victims of domestic violence) will be shown in the reports.',
};
