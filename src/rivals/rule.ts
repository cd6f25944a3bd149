import type { RelationId } from '../audit/relations.js';
import type { Engine } from '../engine/engine.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS, codesWhere, placeOf } from '../verify/comparisons/index.js';

/**
 * A blocking rule: who else could the record belong to? Its query gives (lid, rid, closeness) for links of
 * `suspects` (a copy of their rows of `links`, with `p0`, the probability of a wrong link before rivals are
 * known); of who is linked from a record near by, with the `lid` of that record as `beside`, too. Per link the `cap` closest are kept, lowest `closeness` first, and what the cap cut is counted.
 */
export interface BlockingRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly relation: RelationId;
  readonly cap: number;
  /** Makes tables that the query needs beyond residents, links and suspects. */
  readonly prepare?: (engine: Engine) => Promise<unknown>;
  readonly sql: string;
  /** The tables that it reads, where the query is of register size and written in what either engine knows (docs/cluster.md). */
  readonly reads?: readonly string[];
}

/** Seconds within which two registrations at one terminal may come from one session left open. */
export const SESSION_SECONDS = 1800;

/** From this probability of a wrong link on, the whole register is searched for the record's name alone. */
export const DOUBTFUL = 0.01;

/** From this probability of a wrong link on, before rivals are known, residents are asked how their names sound. */
const CONTRADICTED = 0.5;

const OTHER_GIVEN = codesWhere(COMPARISONS[placeOf('given')]!, ({ contradicts }) => contradicts);

/**
 * Condition on suspects: residents are asked how their names sound. A given name that is another asks by itself, however rare the family
 * name: where foreigners are few, what they share with each other would vouch for whose name it is.
 */
export const BEARS_ANOTHER = `(p0 >= ${CONTRADICTED} OR lid IN (SELECT lid FROM levels WHERE given IN (${OTHER_GIVEN.join(', ')})))`;
