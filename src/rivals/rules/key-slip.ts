import { makeTable, tableSql } from '../../engine/append.js';
import { pick } from '../../engine/columns.js';
import type { Engine } from '../../engine/engine.js';
import { readRows } from '../../engine/read.js';
import { keySlips } from '../../prepare/key-slips.js';
import { keyJoins } from '../../prepare/resident-key.js';
import { KEY_SLIPS } from '../../tables/compared.js';
import type { BlockingRule } from '../rule.js';

/**
 * Of a source that is tied by the key of residents (宛名番号). Many stand one slip away, so that those who bear the record's name or were born
 * near come first, and how many there are is weighed against it (`opportunities`). Households have keys one after the other: within one a slip says nothing.
 */
const rule: BlockingRule = {
  id: 'key-slip',
  title: { ja: '宛名番号が1桁違い・隣の桁の入れ替わり', en: 'Resident number one slip away' },
  relation: 'number-slip',
  cap: 6,
  prepare: makeSlips,
  sql: `
    SELECT k.lid, k.rid,
      CASE WHEN r.kw = s.kw OR r.nw = s.nw THEN 0 ELSE 1 + abs(coalesce(r.dob, 0) - coalesce(s.dob, 0)) END AS closeness
    FROM key_slips k JOIN suspects s ON s.lid = k.lid JOIN residents r ON r.rid = k.rid
    LEFT JOIN residents o ON o.rid = s.rid
    WHERE coalesce(r.household_id <> o.household_id, true)`,
};

export default rule;

const WRITTEN = {
  name: 'slipped_keys',
  columns: { ...pick(KEY_SLIPS, 'lid'), resident_key: 'text' },
  scratch: true,
} as const;

/** `key_slips(lid, rid)`: the residents whose keys are one slip away from what a suspect states. */
async function makeSlips(engine: Engine): Promise<void> {
  await makeTable(engine, KEY_SLIPS);
  // Only where a source is tied so is it known whose each key is.
  if ((await engine.value('SELECT 1 FROM suspects WHERE resident_key IS NOT NULL LIMIT 1')) === undefined)
    return;
  await makeTable(engine, WRITTEN, slipsOf(engine));
  const { joins, heldBy } = keyJoins('w.resident_key');
  await engine.run(`
    INSERT INTO ${KEY_SLIPS.name}
    SELECT DISTINCT w.lid, ${heldBy} FROM ${tableSql(WRITTEN)} w ${joins} WHERE ${heldBy} IS NOT NULL;
    DROP TABLE ${tableSql(WRITTEN)}`);
}

async function* slipsOf(engine: Engine) {
  const query = 'SELECT lid, resident_key FROM suspects WHERE resident_key IS NOT NULL';
  for await (const rows of readRows(engine, WRITTEN.columns, query))
    for (const { lid, resident_key } of rows)
      for (const slip of keySlips(resident_key)) yield { lid, resident_key: slip };
}
