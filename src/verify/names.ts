import { compareNames } from './compare-name.js';
import { type Comparer, OPEN, type Texts } from './comparison.js';
import { NAME_CODES } from './name-levels.js';
import { personNames } from './person-name.js';

/** Items of a name. */
export const NAME_ITEMS = ['name', 'kana', 'former_name', 'alias'] as const;

const bare = (text: string) => `replace(replace(${text}, ' ', ''), '　', '')`;

/** Compares family and given name at once: where one ends and the other begins is part of the question. */
export const names: Comparer = {
  id: 'name',
  settle: (l, r) => `CASE
      WHEN ${l}.nw = ${r}.nw AND ${bare(`${l}.name`)} = ${bare(`${r}.name`)}
        AND (${l}.kw = ${r}.kw OR ${l}.kw IS NULL OR ${r}.kw IS NULL) THEN ${NAME_CODES.exact}
      WHEN ${l}.nw IS NULL AND ${l}.kw = ${r}.kw THEN ${NAME_CODES.kana}
      WHEN ${r}.nw IS NULL AND ${l}.kw = ${r}.kw THEN ${NAME_CODES.kana}
      WHEN ${l}.nw IS NULL AND ${l}.kw IS NULL THEN ${NAME_CODES.missing}
      ELSE ${OPEN} END`,
  reads: NAME_ITEMS,
  compare: (record, resident, readings) => {
    const { family, given } = compareNames(personOf(record), personOf(resident), readings);
    return [family, given];
  },
};

function personOf([name = null, kana = null, formerName = null, alias = null]: Texts) {
  return personNames({ name, kana, formerName, alias });
}
