import { OPTIONAL_ITEMS } from '../verify/comparisons/index.js';

type Texts = readonly (string | null)[];

/**
 * The texts of both sides as a fingerprint has them. Those of optional items, the last of either side, come with their
 * names and only where a side states one, so that an item that nobody carries changes no fingerprint.
 */
export function fingerprintTexts(one: Texts, other: Texts): Texts {
  const always = [one, other].flatMap((texts) => texts.slice(0, texts.length - OPTIONAL_ITEMS.length));
  const stated = OPTIONAL_ITEMS.flatMap((item, i) => {
    const [a = null, b = null] = [one, other].map((texts) => texts.at(i - OPTIONAL_ITEMS.length));
    return a === null && b === null ? [] : [item, a, b];
  });
  return [...always, ...stated];
}
