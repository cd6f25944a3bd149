import type { CanonicalItem } from '../../audit/items.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import type { Engine } from '../../engine/engine.js';
import { allRows } from '../../engine/read.js';
import { ident } from '../../engine/sql.js';
import { binomialTail, standingOut } from '../../score/chance.js';
import { type Check, itemsOf, type Observation, rawTable } from '../check.js';

/** A place needs this many rows with gaps before chance is asked. */
const FEWEST = 5;

const PLACES = {
  terminal: { ja: '端末', en: 'terminals' },
  operator: { ja: '登録担当者', en: 'operators' },
} as const;
/** Items that careful entry fills, without a character that stands for an unknown one. */
const ENTERED: readonly CanonicalItem[] = ['my_number', 'name', 'kana', 'birth_date', 'sex', 'address'];

interface Place {
  readonly odd: number;
  readonly rows: number;
  readonly p: number;
}

const check: Check = {
  id: 'unusual-places',
  title: {
    ja: '空欄や不明な文字が特定の{what}に集まっています',
    en: 'Gaps and unknown characters gather at some {what}',
  },
  advice: {
    ja: 'その場所での入力手順や機器の設定を確認してください。件数は空欄か不明な文字（●〓?）のある行、割合の母数は該当する場所の全行です。',
    en: 'Look at the procedure and the settings there. The count is the rows with an empty item or an unknown character, out of all rows of those places.',
  },
  severity: 'info',
  run: async (engine, { inputs }) => {
    const observations: Observation[] = [];
    for (const input of inputs) {
      for (const item of itemsOf(input, ['terminal', 'operator'])) {
        const places = await unusual(engine, input, item);
        const name = PLACES[item as keyof typeof PLACES];
        observations.push({
          source: input.id,
          item,
          count: places.reduce((sum, { odd }) => sum + odd, 0),
          of: places.reduce((sum, { rows }) => sum + rows, 0),
          what: { ja: `${name.ja} ${places.length} か所`, en: `${name.en} (${places.length})` },
        });
      }
    }
    return observations;
  },
};

/** The places whose share of odd rows lies above that of all other places together by more than chance. */
async function unusual(engine: Engine, input: InputSpec, item: CanonicalItem): Promise<readonly Place[]> {
  const entered = itemsOf(input, ENTERED).map(
    (each) => `${ident(each)} IS NULL OR regexp_matches(${ident(each)}, '[●〓?？\\x{FFFD}]')`,
  );
  if (entered.length === 0) return [];
  const counts = await allRows(
    engine,
    { odd: 'int', rows: 'int' },
    `
    SELECT CAST(count(*) FILTER (WHERE ${entered.join(' OR ')}) AS INTEGER) AS odd, CAST(count(*) AS INTEGER) AS rows
    FROM ${rawTable(input)} WHERE ${ident(item)} IS NOT NULL GROUP BY ${ident(item)}`,
  );
  const total = counts.reduce((sum, { rows }) => sum + rows, 0);
  const odd = counts.reduce((sum, each) => sum + each.odd, 0);
  const places = counts
    .filter((each) => each.odd >= FEWEST && each.rows < total)
    .map((each) => ({ ...each, p: tail(each, odd - each.odd, total - each.rows) }));
  return standingOut(places, counts.length);
}

/** Where all others are without gaps, half a gap stands for none: a rate of nothing would make any gap a miracle. */
function tail(place: { odd: number; rows: number }, oddElsewhere: number, rowsElsewhere: number): number {
  return binomialTail(place.odd, place.rows, Math.max(oddElsewhere, 0.5) / rowsElsewhere);
}

export default check;
