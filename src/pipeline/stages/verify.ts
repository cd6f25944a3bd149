import { filledFigures } from '../../prepare/dictionary.js';
import { countAgreement, disagreeingItems } from '../../verify/agreement.js';
import { compareLinks } from '../../verify/compare-links.js';
import type { KnownChange } from '../../verify/gazetteer/gazetteer.js';
import { mergedMunicipalities } from '../../verify/gazetteer/merged-municipalities.js';
import { makePlaceChanges } from '../../verify/gazetteer/place-changes.js';
import { readGazetteers } from '../../verify/gazetteer/read-gazetteers.js';
import { mustBeKeys } from '../../verify/key-agreement.js';
import { learnedReadings } from '../../verify/learned-readings.js';
import { createReadings, type Readings } from '../../verify/reading/reading.js';
import { learnRenamings } from '../../verify/renamings.js';
import type { RunContext, StageOutcome } from '../context.js';

/** Compares every link with its resident: `levels`, one code per comparison. Sees columns that are not what they claim. */
export async function verify(context: RunContext): Promise<StageOutcome<'verify'>> {
  const { engine, pipeline, without } = context;
  const { filled, unchanged } = await compareLinks(engine, await readingsOf(context));
  const learned = !without.has('renamings');
  await makePlaceChanges(engine, learned ? await knownChanges(context) : []);
  await learnRenamings(engine, { learned });
  const sources = pipeline.links.map(({ id }) => id);
  const agreement = await countAgreement(engine, sources);
  mustBeKeys(
    agreement,
    new Set(pipeline.links.flatMap(({ id, via }) => (via === 'resident_id' ? [id] : []))),
  );
  const issues = disagreeingItems(agreement);
  const links = await engine.value<number>('SELECT count(*) FROM links');
  const compared = await engine.value<number>('SELECT count(*) FROM levels');
  const figures = { ...filledFigures(filled), ...(unchanged > 0 ? { unchanged_links: unchanged } : {}) };
  return { rowsIn: links, rowsOut: compared, result: issues, figures };
}

/** What the office's tables say of places that changed, and what everybody knows. */
async function knownChanges({ pipeline }: RunContext): Promise<readonly KnownChange[]> {
  const { changes } = await readGazetteers(pipeline.dir, pipeline.gazetteer);
  return [
    ...changes.map((change) => ({ ...change, origin: 'gazetteer' as const })),
    ...mergedMunicipalities(),
  ];
}

/** The readings of a run, learned once, or without what the run itself attests. */
export async function readingsOf({ engine, without }: RunContext): Promise<Readings> {
  return without.has('readings') ? createReadings([]) : learnedReadings(engine);
}
