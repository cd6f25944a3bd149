import type { InputSpec } from '../../audit/pipeline-file.js';
import type { Engine } from '../../engine/engine.js';
import { readRows } from '../../engine/read.js';
import { sexCode } from '../../normalize/sex.js';
import { type Check, type Observation, rawTable } from '../check.js';

/** A given name is common from this many bearers of known sex in the register, and of one sex from this share. */
const BEARERS = 20;
const ONE_SEX = 0.95;
/** Family and given name with one blank between; anything else has no given name that can be told. */
const GIVEN = "regexp_extract(name, '^[^\\s\\x{3000}]+[\\s\\x{3000}]([^\\s\\x{3000}]+)$', 1)";

const check: Check = {
  id: 'sex-against-name',
  title: { ja: '多くの人とは違う性別の名があります', en: 'A sex that few bearers of the given name have' },
  advice: {
    ja: '参考情報です。住民登録で20人以上が名乗り、95 % 以上が同じ性別の名について数えています。件数が多い場合は性別コードの取り違えを確認してください。',
    en: 'For information. Counted for given names of 20 or more residents of whom 95 % have one sex. If there are many, see whether the codes of sex are mixed up.',
  },
  severity: 'info',
  run: async (engine, { inputs }) => {
    const [register] = inputs;
    if (!register || !hasBoth(register)) return [];
    const registered = await countSexes(engine, register);
    const usual = usualSex(registered);
    const observations: Observation[] = [];
    for (const input of inputs.filter(hasBoth)) {
      const counts = input === register ? registered : await countSexes(engine, input);
      const common = counts.filter(({ name }) => usual.has(name));
      const sum = (of: typeof common) => of.reduce((rows, { count }) => rows + count, 0);
      const other = common.filter(({ name, sex }) => usual.get(name) !== sex);
      observations.push({ source: input.id, item: 'sex', count: sum(other), of: sum(common) });
    }
    return observations;
  },
};

const hasBoth = ({ columns }: InputSpec) => columns.name !== undefined && columns.sex !== undefined;

interface NameCount {
  readonly name: string;
  readonly sex: 1 | 2;
  readonly count: number;
}

/** How often each given name occurs with each known sex. */
async function countSexes(engine: Engine, input: InputSpec): Promise<readonly NameCount[]> {
  const counts: NameCount[] = [];
  const query = `
    SELECT ${GIVEN} AS given, sex, count(*) AS n FROM ${rawTable(input)}
    WHERE name IS NOT NULL AND sex IS NOT NULL GROUP BY given, sex`;
  for await (const rows of readRows(engine, { given: 'text', sex: 'text', n: 'big' }, query)) {
    for (const { given, sex: text, n } of rows) {
      const sex = sexCode(text);
      if (given !== '' && sex !== 0) counts.push({ name: given, sex, count: n });
    }
  }
  return counts;
}

/** The sex that nearly all bearers of a common name have. */
function usualSex(counts: readonly NameCount[]): ReadonlyMap<string, 1 | 2> {
  const bearers = new Map<string, [number, number]>();
  for (const { name, sex, count } of counts) {
    const [male, female] = bearers.get(name) ?? [0, 0];
    bearers.set(name, sex === 1 ? [male + count, female] : [male, female + count]);
  }
  const usual = new Map<string, 1 | 2>();
  for (const [name, [male, female]] of bearers) {
    if (male + female < BEARERS || Math.max(male, female) < ONE_SEX * (male + female)) continue;
    usual.set(name, male > female ? 1 : 2);
  }
  return usual;
}

export default check;
