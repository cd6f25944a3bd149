import type { ModelView } from '../audit/model-view.js';
import { RELATIONS, type RelationId } from '../audit/relations.js';
import type { Comparison } from '../verify/comparison.js';
import { COMPARISONS } from '../verify/comparisons/index.js';

/**
 * The learned parameters of a run, as model.json holds them. m and u are probabilities of a level given that
 * the record is the linked resident's, and given that it is a random other person's.
 */
export interface Model {
  readonly version: 1;
  readonly sources: Readonly<Record<string, SourceModel>>;
}

/** What the links alone teach, before rivals are searched. */
export interface SourceWeights {
  readonly links: number;
  /** Of these: what people had settled, and the model took as they said. */
  readonly settled?: { readonly wrong: number; readonly right: number };
  /** Estimated share of links that belong to somebody else. */
  readonly wrongRate: number;
  /** The wrong rate after each round of learning. */
  readonly convergence: readonly number[];
  /** How often a record contradicts its own resident without an explanation, where the file is full of such (`unreliable-file.ts`). */
  readonly unexplained?: number;
  /** By comparison, then level id. */
  readonly levels: Readonly<Record<string, Readonly<Record<string, LevelParameters>>>>;
}

export interface SourceModel extends SourceWeights {
  /** Of the wrong links: the share that arose through each relation (sums to 1). */
  readonly relationShares: Readonly<Record<RelationId, number>>;
  /** How many other residents stand in a relation to a link's resident, on average. */
  readonly opportunities: Readonly<Record<RelationId, number>>;
  /**
   * How often the linked resident has another record right beside a link (adjacent row, neighbouring number,
   * same terminal): among all links, and among the wrong ones.
   */
  readonly besideRate: number;
  readonly besideShare: number;
  /** Share of residents with a record of this source, and of those with one the share that has a further one. */
  readonly coverage: number;
  readonly repeats: number;
  /** Of the wrong links that are a household member's: the share of these who have a record of this source themselves. */
  readonly householdHolds?: number;
}

export interface LevelParameters {
  readonly m: number;
  readonly u: number;
  /** Links of this source with the level. */
  readonly count: number;
}

/** Match weight in bits. */
function weightOf({ m, u }: LevelParameters): number {
  return Math.log2(m / u);
}

export function modelView(model: Model): ModelView {
  return {
    sources: Object.fromEntries(
      Object.entries(model.sources).map(([source, { links, wrongRate, convergence, levels }]) => [
        source,
        {
          links,
          wrongRate,
          convergence,
          comparisons: COMPARISONS.flatMap((c) => (levels[c.id] ? [comparisonView(c, levels[c.id]!)] : [])),
        },
      ]),
    ),
  };
}

function comparisonView(
  { id, title, levels }: Comparison,
  learned: Readonly<Record<string, LevelParameters>>,
) {
  return {
    comparison: id,
    title,
    levels: levels.slice(1).map((level) => {
      const parameters = learned[level.id]!;
      return {
        level: level.id,
        kind: level.kind,
        title: level.title,
        ...parameters,
        weight: weightOf(parameters),
      };
    }),
  };
}

/** Relation shares before anything was learned. */
export function initialShares(): Record<RelationId, number> {
  return Object.fromEntries(RELATIONS.map(({ id, share }) => [id, share])) as Record<RelationId, number>;
}
