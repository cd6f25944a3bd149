import type { CanonicalItem } from '../../audit/items.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import type { Engine } from '../../engine/engine.js';
import { oneRow } from '../../engine/read.js';
import { ident } from '../../engine/sql.js';
import { type Check, itemsOf, type Observation, rawTable } from '../check.js';
import { isUnique } from '../counts.js';

/** Keys that should name one row of an input. */
const REGISTER_KEYS: readonly CanonicalItem[] = ['resident_id', 'my_number'];
const SOURCE_KEYS: readonly CanonicalItem[] = ['record_id'];

const check: Check = {
  id: 'duplicate-keys',
  title: { ja: '重複したキーがあります', en: 'Keys that occur more than once' },
  advice: {
    ja: '住民登録では、除票や履歴が抽出に含まれていないかを確認してください。事務では、同じ記録が2度出力されていないかを確認し、複数の住民に紐付いているものは事案（1つの記録が複数の住民に紐付き）で判断します。件数は重複している行の数です。',
    en: 'In the register, check the extract for removed or historical rows. In a source, see whether records were exported twice; those linked to several residents are decided in their cases. The count is the rows that share a key.',
  },
  severity: 'error',
  run: async (engine, { inputs, profileOf }) => {
    const observations: Observation[] = [];
    for (const input of inputs) {
      const isRegister = input.id === 'register';
      for (const item of itemsOf(input, isRegister ? REGISTER_KEYS : SOURCE_KEYS)) {
        const profile = profileOf(input, item);
        const found = isUnique(profile)
          ? { source: input.id, item, count: 0, of: profile.filled }
          : await countDuplicates(engine, input, item);
        observations.push({ ...found, severity: isRegister ? 'error' : 'warning' });
      }
    }
    return observations;
  },
};

async function countDuplicates(engine: Engine, input: InputSpec, item: CanonicalItem): Promise<Observation> {
  const column = ident(item);
  const table = rawTable(input);
  const { shared, filled } = await oneRow(
    engine,
    { shared: 'big', filled: 'big' },
    `
    WITH keys AS (SELECT count(*) AS n FROM ${table} WHERE ${column} IS NOT NULL GROUP BY ${column})
    SELECT coalesce(CAST(sum(n) FILTER (WHERE n > 1) AS BIGINT), 0) AS shared,
           coalesce(CAST(sum(n) AS BIGINT), 0) AS filled
    FROM keys`,
  );
  return { source: input.id, item, count: shared, of: filled };
}

export default check;
