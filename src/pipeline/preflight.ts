import { basename } from 'node:path';
import type { InputSpec, PipelineFile } from '../audit/pipeline-file.js';
import { checkStore, decisionsPath } from '../decide/index.js';
import { readOrganisationNames } from '../decide/organisation-names.js';
import { preflight } from '../ingest/index.js';
import { checkRecipients } from '../report/bundles.js';
import { absurdNotes } from '../score/absurd-weights.js';
import { readModel } from '../score/model-file.js';
import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { KEY_COLUMNS } from '../verify/comparisons/index.js';
import { gazetteerNotes } from '../verify/gazetteer/gazetteer-notes.js';
import { readGazetteers } from '../verify/gazetteer/read-gazetteers.js';
import { auditKey } from './audit-key.js';
import { today } from './clock.js';
import { checkCluster } from './cluster.js';
import { loadPipeline } from './file/load.js';
import { PipelineErrors } from './file/problems.js';
import { soundInputs } from './file/sound-inputs.js';
import { onFinishNote } from './on-finish.js';
import { unprotectedNote } from './unprotected.js';
import { withoutBirthsNote } from './without-births.js';

/**
 * Opens every input and reads its beginning. Throws a Failure with exit code 2 that says, one sentence with
 * the place for each input, what would stop the run; writes nothing. Gives what would not, but should be known.
 *
 * @param asOf the day of the run, ISO, where it is not that of the pipeline file, or today.
 */
async function preflightPipeline(
  pipeline: PipelineFile,
  asOf: string | null = null,
): Promise<readonly Bilingual[]> {
  const { failures, notes } = await preflightInputs([pipeline.register, ...pipeline.links], {
    dir: pipeline.dir,
    asOf: asOf ?? pipeline.asOf ?? today(),
  });
  if (failures.length > 0) throw together(failures);
  if (pipeline.report.organisations !== undefined)
    await readOrganisationNames(pipeline.dir, pipeline.report.organisations);
  await auditKey(pipeline);
  await checkRecipients(pipeline.privacy.recipients ?? {});
  await checkStore(decisionsPath(pipeline));
  const gazetteer = gazetteerNotes((await readGazetteers(pipeline.dir, pipeline.gazetteer)).files);
  const model = await modelNotes(pipeline);
  const note = await onFinishNote(pipeline);
  const cluster = await checkCluster(pipeline);
  const lacking = [unprotectedNote(pipeline), withoutBirthsNote(pipeline)];
  return [
    ...lacking.filter((one) => one !== null),
    ...notes,
    ...gazetteer,
    ...model,
    ...cluster,
    ...(note === null ? [] : [note]),
  ];
}

/** What should be known of a frozen model before it judges. */
async function modelNotes({ dir, links, model }: PipelineFile): Promise<readonly Bilingual[]> {
  if (!model) return [];
  const sources = links.map(({ id }) => id);
  return absurdNotes(await readModel(dir, model, sources), basename(model));
}

/**
 * Reads a pipeline file and the beginning of its inputs. What is wrong in the file and with the inputs that it describes
 * without a mistake is told in one pass.
 *
 * @throws {Failure} with exit code 2: `PipelineErrors`, and as `preflightPipeline`.
 */
export async function loadAndPreflight(
  path: string,
  asOf: string | null = null,
): Promise<{ pipeline: PipelineFile; notes: readonly Bilingual[] }> {
  const pipeline = await loadPipeline(path).catch(async (error: unknown) => {
    if (!(error instanceof PipelineErrors)) throw error;
    const { dir, asOf: told, inputs } = await soundInputs(path);
    const { failures } = await preflightInputs(inputs, { dir, asOf: asOf ?? told ?? today() });
    throw failures.length > 0 ? error.with(failures) : error;
  });
  return { pipeline, notes: await preflightPipeline(pipeline, asOf) };
}

async function preflightInputs(
  inputs: readonly InputSpec[],
  where: { readonly dir: string; readonly asOf: string },
): Promise<{ failures: readonly Failure[]; notes: readonly Bilingual[] }> {
  const failures: Failure[] = [];
  const notes: Bilingual[] = [];
  for (const spec of inputs) {
    try {
      notes.push(...(await preflight(spec, { ...where, keys: KEY_COLUMNS })));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  return { failures, notes };
}

function together(failures: readonly Failure[]): Failure {
  const [first, ...others] = failures;
  if (others.length === 0) return first!;
  return first!.with(others);
}
