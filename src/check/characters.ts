import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { oneRow } from '../engine/read.js';
import { ident, literal } from '../engine/sql.js';
import { type CheckContext, itemsOf, type Observation, rawTable, TEXT_ITEMS } from './check.js';
import type { CharacterCounts } from './counts.js';

/** What systems write for a character they do not have: ● 〓 ? and U+FFFD. */
const UNKNOWN = '●〓?？\\x{FFFD}';

/** The private-use areas: 外字 of one municipality or maker. */
const PRIVATE_USE = '\\x{E000}-\\x{F8FF}\\x{F0000}-\\x{10FFFD}';

/** Kanji of UTF-8 read as CP932: one half-width kana after a kanji, twice. ｶ and ｹ stand so in 霞ｹ関. */
const CUT_KANJI =
  '\\p{Han}[\\x{FF61}-\\x{FF75}\\x{FF77}\\x{FF78}\\x{FF7A}-\\x{FF7F}]\\p{Han}[\\x{FF61}-\\x{FF7F}]';

/**
 * Text read in the wrong encoding: UTF-8 as CP932 (縺, 繧 and 繝 start every kana, and stand in no name), UTF-8 as
 * Latin-1 or Windows-1252 (accents before controls or signs), control characters.
 */
const CONTROL = '\\x{00}-\\x{08}\\x{0E}-\\x{1F}\\x{7F}-\\x{9F}';
const MOJIBAKE =
  '[縺繧繝][\\x{3000}-\\x{9FFF}\\x{FF61}-\\x{FF9F}]' +
  '|[\\x{C2}\\x{C3}][\\x{80}-\\x{BF}]' +
  '|[\\x{E3}-\\x{E9}][\\x{80}-\\x{BF}\\x{2018}-\\x{203A}\\x{20AC}]' +
  `|[${CONTROL}]|${CUT_KANJI}`;

/** Holds for every text with one of the above, in one pass: hardly a row is looked at twice. */
const SUSPECT = `[${UNKNOWN}${PRIVATE_USE}${CONTROL}縺繧繝\\x{C2}\\x{C3}\\x{E3}-\\x{E9}]|${CUT_KANJI}`;

/** Counts the odd characters of one item, of which so many rows are filled. */
export async function countCharacters(
  engine: Engine,
  input: InputSpec,
  item: CanonicalItem,
  filled: number,
): Promise<CharacterCounts> {
  const column = ident(item);
  const matching = (pattern: string) => `count(*) FILTER (WHERE regexp_matches(v, ${literal(pattern)}))`;
  const odd = await oneRow(
    engine,
    COUNTS,
    `
    WITH suspect AS (SELECT ${column} AS v FROM ${rawTable(input)} WHERE regexp_matches(${column}, ${literal(SUSPECT)}))
    SELECT ${matching(`[${UNKNOWN}]`)} AS unknown,
      ${matching(`[${PRIVATE_USE}]`)} AS "privateUse", ${matching(MOJIBAKE)} AS mojibake
    FROM suspect`,
  );
  return { filled, ...odd };
}

const COUNTS = { unknown: 'big', privateUse: 'big', mojibake: 'big' } as const;

/** The `run` of a check that looks at one kind of odd characters. */
export function characterCheck(
  kind: Exclude<keyof CharacterCounts, 'filled'>,
): (engine: Engine, context: CheckContext) => Promise<readonly Observation[]> {
  return async (_, context) => {
    const observations: Observation[] = [];
    for (const input of context.inputs) {
      for (const item of itemsOf(input, TEXT_ITEMS)) {
        const counts = await context.characters(input, item);
        observations.push({ source: input.id, item, count: counts[kind], of: counts.filled });
      }
    }
    return observations;
  };
}
