import { filledFigures } from '../../prepare/dictionary.js';
import { keyMask } from '../../prepare/mask-keys.js';
import { preparePeople } from '../../prepare/prepare-people.js';
import { mustLeadToResidents } from '../../prepare/tie-limit.js';
import { KEY_COLUMNS } from '../../verify/comparisons/index.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';
import { pseudonymsFor } from '../pseudonym-key.js';

/** Normalises every distinct value once and makes `residents` and `links` with their keys. */
export async function normalize(context: RunContext): Promise<StageOutcome<'normalize'>> {
  const { engine, pipeline } = context;
  const reports = resultOf(context, 'ingest');
  const fileRows = (id: string) => reports.find(({ source }) => source === id)!.files.map(({ rows }) => rows);
  const { filled, unchangedRows } = await preparePeople(engine, {
    register: { spec: pipeline.register, fileRows: fileRows('register') },
    sources: pipeline.links.map((spec) => ({ spec, fileRows: fileRows(spec.id) })),
    asOf: context.asOf,
    keys: KEY_COLUMNS,
    mask: keyMask(await pseudonymsFor(pipeline)),
  });
  await mustLeadToResidents(engine, pipeline.links);
  const residents = await engine.value<number>('SELECT count(*) FROM residents');
  const links = await engine.value<number>('SELECT count(*) FROM links');
  return {
    rowsIn: residents + links,
    rowsOut: residents + links,
    result: undefined,
    figures: { ...filledFigures(filled), unchanged_rows: unchangedRows },
  };
}
