import { appendTo, createSql } from '../../engine/append.js';
import type { Engine } from '../../engine/engine.js';
import { readRows } from '../../engine/read.js';
import { PLACE_CHANGES } from '../../tables/compared.js';
import { createGazetteer, type Gazetteer, type KnownChange } from './gazetteer.js';

/** Makes `place_changes` of what is known. */
export async function makePlaceChanges(engine: Engine, changes: readonly KnownChange[]): Promise<void> {
  await engine.run(createSql(PLACE_CHANGES));
  const appender = await appendTo(engine, PLACE_CHANGES);
  for (const { before, after, lot, origin } of changes)
    appender.push({
      before_prefecture: before.prefecture,
      before_city: before.city,
      before_town: before.town,
      before_number: before.number,
      after_prefecture: after.prefecture,
      after_city: after.city,
      after_town: after.town,
      after_number: after.number,
      lot,
      origin,
    });
  appender.close();
}

/** The gazetteer of a run, from its table. */
export async function gazetteerOf(engine: Engine): Promise<Gazetteer> {
  const changes: KnownChange[] = [];
  for await (const rows of readRows(engine, PLACE_CHANGES.columns, 'SELECT * FROM place_changes'))
    for (const { lot, origin, ...row } of rows)
      changes.push({
        before: {
          prefecture: row.before_prefecture,
          city: row.before_city,
          town: row.before_town,
          number: row.before_number,
        },
        after: {
          prefecture: row.after_prefecture,
          city: row.after_city,
          town: row.after_town,
          number: row.after_number,
        },
        lot,
        origin,
      });
  return createGazetteer(changes);
}
