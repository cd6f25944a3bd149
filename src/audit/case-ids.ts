const CASE_ID = /(F-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})/;

/** A text taken apart at the ids of cases that it names: every other part, from the second on, is one. */
export function splitAtCases(text: string): readonly string[] {
  return text.split(CASE_ID);
}
