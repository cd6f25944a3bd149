import type { Tie } from '../audit/items.js';
import type { RelationId } from '../audit/relations.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { LINKS } from '../tables/people.js';
import { besideRates, INITIAL_BESIDE_SHARE } from './beside.js';
import { holding, INITIAL_HOUSEHOLD_HOLDS } from './holding.js';
import { type Posterior, settled, updatedShares } from './hypotheses.js';
import { type Label, readLabels } from './labels.js';
import { initialShares, type Model, type SourceModel, type SourceWeights } from './model.js';
import { opportunities } from './opportunities.js';
import { type Suspect, suspectWeights } from './suspect-weights.js';
import { weighed } from './weigh-suspects.js';

/** Rounds in which relation shares and wrong rates are learned from what the weighing finds. */
const ROUNDS = 3;
/** Links' worth of belief in the wrong rate that the patterns alone had given. */
const PRIOR_LINKS = 2000;
/** Wrong links' worth of belief in the first guess of how many of them have a record beside them, or an owner who has one already. */
const PRIOR_CASES = 10;

/**
 * Learns from the weighing against rivals, source by source, what patterns of levels could not tell (the EM of the stage
 * `learn`, `em.ts`): how wrong links come about, and the wrong rate again, which the patterns had only guessed.
 */
export async function relearnFromRivals(
  engine: Engine,
  weights: Readonly<Record<string, SourceWeights>>,
  sources: readonly string[],
  ties: readonly Tie[] = [],
): Promise<Model> {
  const start: Record<string, SourceModel> = {};
  const expected = await opportunities(engine, sources, ties);
  const beside = await besideRates(engine, sources.length);
  for (const [src, source] of sources.entries()) {
    start[source] = {
      ...weights[source]!,
      relationShares: initialShares(),
      opportunities: expected[src]!,
      besideRate: beside[src]!,
      besideShare: INITIAL_BESIDE_SHARE,
      householdHolds: INITIAL_HOUSEHOLD_HOLDS,
      ...(await holding(engine, src)),
    };
  }
  let model: Model = { version: 1, sources: start };
  const labels = await readLabels(engine);
  const unsuspected = await unsuspectedWrong(engine, sources);
  for (let round = 0; round < ROUNDS; round++) {
    model = await learnRound(engine, model, start, sources, labels, unsuspected);
  }
  return model;
}

/** Links by source that raised no doubt and that people have found to be wrong all the same. */
async function unsuspectedWrong(engine: Engine, sources: readonly string[]): Promise<readonly number[]> {
  const rows = await allRows(
    engine,
    { ...pick(LINKS, 'src'), n: 'big' },
    `
    SELECT l.src AS src, count(*) AS n FROM labels b JOIN links l ON l.lid = b.lid
    WHERE b.wrong AND b.lid NOT IN (SELECT lid FROM suspects) GROUP BY l.src`,
  );
  return sources.map((_, src) => rows.find((row) => row.src === src)?.n ?? 0);
}

async function learnRound(
  engine: Engine,
  model: Model,
  start: Readonly<Record<string, SourceModel>>,
  sources: readonly string[],
  labels: ReadonlyMap<number, Label>,
  unsuspected: readonly number[],
): Promise<Model> {
  const tallies = unsuspected.map(
    (wrong): Tally => ({ wrong, beside: 0, byRelation: {}, householdHolds: 0 }),
  );
  for await (const suspect of suspectWeights(engine, model, sources)) {
    const source = model.sources[sources[suspect.src]!]!;
    const label = labels.get(suspect.lid);
    const posterior = settled(weighed(suspect, model, sources), suspect.rivals, source, label);
    tallies[suspect.src] = counted(tallies[suspect.src]!, suspect, posterior);
  }
  const learned = sources.map((source, src) => {
    const old = start[source]!;
    const { wrong, beside, byRelation, householdHolds: held } = tallies[src]!;
    const wrongRate = (wrong + PRIOR_LINKS * old.wrongRate) / (old.links + PRIOR_LINKS);
    const besideShare = (beside + PRIOR_CASES * INITIAL_BESIDE_SHARE) / (wrong + PRIOR_CASES);
    const householdHolds =
      (held + PRIOR_CASES * INITIAL_HOUSEHOLD_HOLDS) / ((byRelation.household ?? 0) + PRIOR_CASES);
    const relationShares = updatedShares(byRelation);
    return [source, { ...old, wrongRate, besideShare, householdHolds, relationShares }] as const;
  });
  return { version: 1, sources: Object.fromEntries(learned) };
}

/** Wrong links of a source as a round of weighing saw them: expected numbers, not whole ones. */
export interface Tally {
  readonly wrong: number;
  readonly beside: number;
  readonly byRelation: Readonly<Partial<Record<RelationId, number>>>;
  readonly householdHolds: number;
}

/** A number that nobody has says nothing of how residents come by each other's records, so it is left out. */
export function counted(
  tally: Tally,
  { own, circumstances }: Pick<Suspect, 'own' | 'circumstances'>,
  posterior: Posterior,
): Tally {
  if (own === null) return tally;
  const byRelation = { ...tally.byRelation };
  for (const [id, p] of Object.entries(posterior.byRelation) as [RelationId, number][]) {
    byRelation[id] = (byRelation[id] ?? 0) + p;
  }
  const wrong = 1 - posterior.own;
  return {
    wrong: tally.wrong + wrong,
    beside: tally.beside + (circumstances.beside ? wrong : 0),
    byRelation,
    householdHolds: tally.householdHolds + posterior.householdHolds,
  };
}
