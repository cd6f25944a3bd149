/** The id of a finding, or of a link of the blind sample: digits of a hash, now and then all below ten. */
const ID = '[FS]-(?:[0-9a-f]{4}-){2}[0-9a-f]{4}';
const WHOLE = new RegExp(`^${ID}$`);
const WITHIN = new RegExp(`(?<![A-Za-z0-9])(${ID})(?![0-9a-f])`);

export function isCaseId(text: string): boolean {
  return WHOLE.test(text);
}

/** A text taken apart at the ids of cases that it names: every other part, from the second on, is one. */
export function splitAtCases(text: string): readonly string[] {
  return text.split(WITHIN);
}
