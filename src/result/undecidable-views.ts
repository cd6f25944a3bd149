import type { CandidateView, Case, Weighing } from '../audit/case.js';
import { UNDECIDABLE_HIDDEN, type UndecidableView } from '../audit/unchecked.js';
import type { Engine } from '../engine/engine.js';
import { readCandidates } from '../findings/candidates.js';
import type { Bilingual } from '../text/bilingual.js';
import { candidateView } from './cases.js';
import { ITEM_ROWS } from './item-rows.js';
import { levelViews } from './level-views.js';
import { holderKey } from './other-records.js';
import { readRecords, readResidents } from './people.js';
import { saidOf } from './reason.js';
import { redact } from './redact.js';
import type { Secrets } from './secrets.js';
import { undecidableClue } from './undecidable-clue.js';
import { type UndecidableContext, undecidableFacts } from './undecidable-facts.js';
import { recordsOfPairs } from './undecidable-records.js';

/** A link and the codes of how record and resident compare, in the order of COMPARISONS. */
interface UndecidableLink {
  readonly src: number;
  readonly lid: number;
  readonly rid: number | null;
  readonly codes: readonly number[];
}

/** Who else is shown beside the linked resident. */
const MOST_OTHERS = 2;

/** What is shown of a few links of grade U, by lid; read in four queries, however many there are. */
export async function undecidableViews(
  engine: Engine,
  links: readonly UndecidableLink[],
  context: UndecidableContext,
): Promise<ReadonlyMap<number, UndecidableView>> {
  if (links.length === 0) return new Map();
  const lids = links.map(({ lid }) => lid).join(', ');
  const found = await readCandidates(engine, lids);
  const othersOf = (lid: number) => (found.get(lid) ?? []).slice(0, MOST_OTHERS);
  const pairs = links.flatMap(({ lid, rid }) =>
    [rid, ...othersOf(lid).map((one) => one.rid)].flatMap((one) => (one === null ? [] : [{ lid, rid: one }])),
  );
  const rids = new Set(pairs.map(({ rid }) => rid));
  const records = await readRecords(engine, `lid IN (${lids})`);
  const residents =
    rids.size === 0 ? new Map() : await readResidents(engine, `rid IN (${[...rids].join(', ')})`);
  const held = await recordsOfPairs(engine, pairs);
  const heldBy = (lid: number) => (key: number) => held.get(holderKey(lid, key)) ?? [];
  return new Map(
    links.map(({ src, lid, rid, codes }) => {
      const others = othersOf(lid);
      const everybody = {
        record: records.get(lid)!,
        linked: rid === null ? null : residents.get(rid)!,
        candidates: others.map((one) => residents.get(one.rid)!),
      };
      const shown = shownUndecidable(
        {
          record: everybody.record.view,
          linked: everybody.linked?.view ?? null,
          candidates: others.map((one, index) => candidateView(one, everybody.candidates[index]!)),
          ...{ evidence: [], total: 0, rows: ITEM_ROWS, levels: levelViews(codes) },
          facts: undecidableFacts(everybody, src, heldBy(lid), context),
          clue: undecidableClue(everybody, codes, heldBy(lid)),
        },
        context.secrets,
      );
      return [lid, shown];
    }),
  );
}

/** How a link compares, and what other records say of it. */
interface Clued {
  readonly levels: CandidateView['levels'];
  readonly clue: Bilingual | null;
}

/** What is shown of a link; rows of which nothing may be told are left out. */
export function shownUndecidable(
  { clue, ...link }: Weighing & Pick<Case, 'rows' | 'facts'> & Clued,
  secrets: Secrets,
): UndecidableView {
  const shown = redact(link, secrets);
  const facts = (shown.facts ?? []).filter(({ record, linked, candidates }) =>
    [record, linked, ...candidates].some((text) => text !== null),
  );
  return {
    ...shown,
    facts,
    // What it speaks of is hidden of a protected person.
    said: [saidOf(shown.levels) ?? null, shown.isProtected ? null : clue].flatMap((one) => one ?? []),
    next: shown.isProtected ? UNDECIDABLE_HIDDEN : null,
  };
}
