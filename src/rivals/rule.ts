import type { RelationId } from '../audit/relations.js';
import type { Engine } from '../engine/engine.js';
import type { Bilingual } from '../text/bilingual.js';

/**
 * A blocking rule: who else could the record belong to? Its query gives (lid, rid, closeness) for links of
 * `suspects` (a copy of their rows of `links`, with `p0`, the probability of a wrong link before rivals are
 * known). Per link the `cap` closest are kept, lowest `closeness` first, and what the cap cut is counted.
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
