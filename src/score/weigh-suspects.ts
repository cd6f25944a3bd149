import { appendTo, makeTable } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { HYPOTHESES, SUSPECT_VERDICTS } from '../tables/weighed.js';
import { type Posterior, weigh } from './hypotheses.js';
import type { Model } from './model.js';
import { type Suspect, suspectWeights } from './suspect-weights.js';

/** Candidates kept per suspect: of a common kana name many fit alike, and `explain` says so of each. */
const KEPT = 20;

/**
 * Makes `suspect_verdicts(lid, probability, nobody)` and `hypotheses(lid, rid, probability, rank)`: the probability
 * of a wrong link of every suspect, that of nobody in the register, and its candidates, likeliest first, as `judge` sees them.
 */
export async function weighSuspects(
  engine: Engine,
  model: Model,
  sources: readonly string[],
  judge: typeof weigh = weigh,
): Promise<void> {
  await makeTable(engine, SUSPECT_VERDICTS);
  await makeTable(engine, HYPOTHESES);
  const verdicts = await appendTo(engine, SUSPECT_VERDICTS);
  const hypotheses = await appendTo(engine, HYPOTHESES);
  for await (const suspect of suspectWeights(engine, model, sources)) {
    const posterior = weighed(suspect, model, sources, judge);
    const { lid } = suspect;
    verdicts.push({ lid, probability: 1 - posterior.own, nobody: posterior.nobody });
    suspect.rivals
      .map(({ rid }, i) => ({ rid, probability: posterior.rivals[i]! }))
      .sort((a, b) => b.probability - a.probability || a.rid - b.rid)
      .slice(0, KEPT)
      .forEach(({ rid, probability }, i) => {
        hypotheses.push({ lid, rid, probability, rank: i + 1 });
      });
  }
  verdicts.close();
  hypotheses.close();
}

/** The posterior of one suspect, as `judge` sees it. */
export function weighed(
  suspect: Suspect,
  model: Model,
  sources: readonly string[],
  judge: typeof weigh = weigh,
): Posterior {
  const source = model.sources[sources[suspect.src]!]!;
  return judge(suspect.own, suspect.rivals, source, suspect.circumstances);
}
