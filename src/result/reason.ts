import type { CandidateView } from '../audit/case.js';
import { type Evidence, isComparison } from '../audit/evidence.js';
import { CAUSES } from '../findings/causes/index.js';
import type { Bilingual } from '../text/bilingual.js';

/** Differences named in the reason: more would not be read. */
const MOST_NAMED = 3;

/** One breath of reason: what speaks most against the linked resident, who fits instead, how it came about. */
export function reasonOf(
  cause: string | null,
  evidence: readonly Evidence[],
  candidates: readonly CandidateView[],
): Bilingual {
  const first = candidates[0];
  const named = CAUSES.find(({ id }) => id === cause);
  const story = first && !named?.isTelling ? undefined : named;
  const parts = [differences(evidence), first && fitOf(first), story?.sentence].filter(
    (part) => part !== undefined,
  );
  return {
    ja: parts.map(({ ja }) => `${ja}。`).join(''),
    en: parts.map(({ en }) => `${en}.`).join(' '),
  };
}

function differences(evidence: readonly Evidence[]): Bilingual | undefined {
  const titles = evidence
    .filter((row) => row.kind === 'different' && row.weight < 0 && isComparison(row))
    .sort((a, b) => a.weight - b.weight)
    .slice(0, MOST_NAMED)
    .map(({ title }) => title);
  if (titles.length === 0) return undefined;
  return {
    ja: `登録されている番号の住民(B)は、記録(A)と${titles.map(({ ja }) => ja).join('・')}が一致しません`,
    en: `The resident of the number on file (B) differs from the record (A) in ${listed(titles.map(({ en }) => en.toLowerCase()))}`,
  };
}

function fitOf({ why, levels }: CandidateView): Bilingual {
  const compared = Object.values(levels).filter(({ kind }) => kind !== 'missing');
  const isWhole =
    compared.length > 0 && compared.every(({ kind }) => kind === 'equal' || kind === 'equivalent');
  const [ja, en] = why[0] ? [`(${why[0].ja})`, ` (${why[0].en})`] : ['', ''];
  return isWhole
    ? {
        ja: `候補C1${ja}とは、比べた全項目が一致します`,
        en: `Candidate C1${en} matches in every item compared`,
      }
    : { ja: `候補C1${ja}のほうがよく合います`, en: `Candidate C1${en} fits better` };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
