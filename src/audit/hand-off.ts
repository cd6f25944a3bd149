import type { Bilingual } from '../text/bilingual.js';

/** Titles of the columns of findings.csv and findings.xlsx by which `decide` takes a table back; the others may go. */
export const RETURNED = {
  finding_id: { ja: '事案', en: 'finding_id' },
  c1: { ja: '候補1の宛名番号', en: 'candidate C1' },
  c2: { ja: '候補2の宛名番号', en: 'candidate C2' },
  c3: { ja: '候補3の宛名番号', en: 'candidate C3' },
  fingerprint: { ja: '証拠の指紋', en: 'fingerprint' },
  decision: { ja: '判断（番号）', en: 'decision (number)' },
  candidate: { ja: '正しい候補（C1-C3）', en: 'rightful candidate (C1-C3)' },
  reviewer: { ja: '点検担当者コード', en: 'reviewer' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Title of the column that says of each row what may be decided: read, too, where it is there. */
export const OFFERED: Bilingual = { ja: '選べる判断', en: 'decisions to choose from' };

/** Titles that tables of earlier versions have instead; in those, the keys 1 to 5 said of every kind what they say of a link. */
export const FORMER_TITLES: Readonly<Partial<Record<keyof typeof RETURNED, readonly string[]>>> = {
  decision: ['判断（1-5）', 'decision (1-5)'],
  reviewer: ['担当者コード'],
};
