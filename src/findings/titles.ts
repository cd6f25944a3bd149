import type { Bilingual } from '../text/bilingual.js';
import { CAUSES as FINDING_CAUSES } from './causes/index.js';
import { KIND_TITLES } from './kind-texts.js';

/** Titles of the kinds of finding, and of the blind sample, which is no finding. */
export const KINDS: Readonly<Record<string, Bilingual>> = {
  ...KIND_TITLES,
  'clean-sample': { ja: '抽出点検(結果は伏せています)', en: 'Blind sample (result hidden)' },
};

export const CAUSES: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  FINDING_CAUSES.map(({ id, title }) => [id, title]),
);
