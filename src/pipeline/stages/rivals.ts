import { filledFigures } from '../../prepare/dictionary.js';
import { addRelations, findRivals } from '../../rivals/find-rivals.js';
import { BLOCKING_RULES } from '../../rivals/rules/index.js';
import { makeSuspects } from '../../score/suspects.js';
import { comparePairs } from '../../verify/compare-pairs.js';
import { makeGivenBearers } from '../../verify/given-bearers.js';
import { makeHeard } from '../../verify/heard-names.js';
import { markRenamed } from '../../verify/renamings.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';
import { readingsOf } from './verify.js';

/** Picks the suspects and finds who else each of their records could belong to: `rivals`, `rival_levels`. */
export async function rivals(context: RunContext): Promise<StageOutcome<'rivals'>> {
  const { engine, pipeline, without } = context;
  const sources = pipeline.links.map(({ id }) => id);
  const readings = await readingsOf(context);
  await makeGivenBearers(engine, { counted: !without.has('generations') });
  await makeSuspects(engine, resultOf(context, 'learn'), sources, readings);
  const blocking = await findRivals(engine, without.has('rivals') ? [] : BLOCKING_RULES);
  const filled = await comparePairs(engine, 'rivals', 'rival_levels', readings);
  await markRenamed(engine, 'rival_levels');
  await makeHeard(engine, readings);
  await addRelations(engine);
  const suspects = await engine.value<number>('SELECT count(*) FROM suspects');
  const pairs = await engine.value<number>('SELECT count(*) FROM rivals');
  return {
    rowsIn: suspects,
    rowsOut: pairs,
    result: undefined,
    figures: { blocking, ...filledFigures(filled) },
  };
}
