/** The stages of a run, in order (`pipeline/stages.ts`). */
export const STAGE_NAMES = [
  'ingest',
  'check',
  'normalize',
  'verify',
  'learn',
  'rivals',
  'score',
  'findings',
  'report',
] as const;

export type StageName = (typeof STAGE_NAMES)[number];
