import type { UndecidableView } from '../audit/unchecked.js';
import type { Engine } from '../engine/engine.js';
import { readCandidates } from '../findings/candidates.js';
import { candidateView } from './cases.js';
import { ITEM_ROWS } from './item-rows.js';
import { levelViews } from './level-views.js';
import { readRecords, readResidents } from './people.js';
import { saidOf } from './reason.js';
import { redact } from './redact.js';
import type { Secrets } from './secrets.js';

/** A link and the codes of how record and resident compare, in the order of COMPARISONS. */
interface UndecidableLink {
  readonly lid: number;
  readonly rid: number | null;
  readonly codes: readonly number[];
}

/** Who else is shown beside the linked resident. */
const MOST_OTHERS = 2;

/** What is shown of a few links of grade U, by lid; read in three queries, however many there are. */
export async function undecidableViews(
  engine: Engine,
  links: readonly UndecidableLink[],
  secrets: Secrets,
): Promise<ReadonlyMap<number, UndecidableView>> {
  if (links.length === 0) return new Map();
  const lids = links.map(({ lid }) => lid).join(', ');
  const found = await readCandidates(engine, lids);
  const othersOf = (lid: number) => (found.get(lid) ?? []).slice(0, MOST_OTHERS);
  const rids = new Set(
    links
      .flatMap(({ lid, rid }) => [rid, ...othersOf(lid).map((one) => one.rid)])
      .filter((rid) => rid !== null),
  );
  const records = await readRecords(engine, `lid IN (${lids})`);
  const residents =
    rids.size === 0 ? new Map() : await readResidents(engine, `rid IN (${[...rids].join(', ')})`);
  return new Map(
    links.map(({ lid, rid, codes }) => {
      const shown = redact(
        {
          record: records.get(lid)!.view,
          linked: rid === null ? null : residents.get(rid)!.view,
          candidates: othersOf(lid).map((one) => candidateView(one, residents.get(one.rid)!)),
          ...{ evidence: [], total: 0, rows: ITEM_ROWS, levels: levelViews(codes) },
        },
        secrets,
      );
      return [lid, { ...shown, said: saidOf(shown.levels) ?? null }];
    }),
  );
}
