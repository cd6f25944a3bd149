import type { Bilingual } from '../text/bilingual.js';
import { CLEAN_SAMPLE } from './blind-sample.js';
import { CAUSES as FINDING_CAUSES } from './causes/index.js';
import type { FindingKind } from './kind.js';
import { FINDING_KINDS, kindOf } from './kinds/index.js';

/** The blind sample is no finding; its cases say nothing that could sway the reviewer. */
const SAMPLE: Pick<FindingKind, 'title' | 'headline' | 'severity'> = {
  title: { ja: '抜取り点検', en: 'Blind sample' },
  headline: { ja: '抜取り点検の対象です', en: 'Drawn for blind review' },
  severity: 'low',
};

/** Title, conclusion and severity of a kind of finding, or of the blind sample. */
export function kindTexts(id: string): Pick<FindingKind, 'title' | 'headline' | 'severity'> {
  return id === CLEAN_SAMPLE ? SAMPLE : kindOf(id);
}

/** Title of every kind of finding, in the order in which kinds are listed. */
export const KIND_TITLES: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  FINDING_KINDS.map(({ id, title }) => [id, title]),
);

/** The same with the blind sample. */
export const KINDS: Readonly<Record<string, Bilingual>> = {
  ...KIND_TITLES,
  [CLEAN_SAMPLE]: { ja: '抽出点検(結果は伏せています)', en: 'Blind sample (result hidden)' },
};

export const CAUSES: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  FINDING_CAUSES.map(({ id, title }) => [id, title]),
);
