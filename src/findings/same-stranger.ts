/** A record of which no resident is known, and whose it says that it is: name and date of birth as keys. */
export interface Stranger {
  readonly id: string;
  readonly organisation: string | null;
  readonly person: string;
}

/** More records than that of one name and date of birth are no one person's. */
const MOST_OF_ONE = 8;

/**
 * Of findings whose records no resident fits those of other organisations that state the same name and date of birth, by the id of each:
 * whether the register lacks somebody is seen from all of them. Within an organisation an address or a number tells (`same-home.ts`).
 */
export function sameStranger(records: readonly Stranger[]): ReadonlyMap<string, readonly string[]> {
  const people = new Map<string, Stranger[]>();
  for (const record of records) {
    const list = people.get(record.person);
    if (list) list.push(record);
    else people.set(record.person, [record]);
  }
  const related = new Map<string, readonly string[]>();
  for (const list of people.values()) {
    if (list.length > MOST_OF_ONE) continue;
    for (const { id, organisation } of list) {
      const others = list.filter((other) => other.organisation !== organisation);
      if (others.length > 0)
        related.set(
          id,
          others.map((other) => other.id),
        );
    }
  }
  return related;
}
