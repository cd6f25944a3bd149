import type { CandidateView, Case, Weighing } from '../audit/case.js';
import { UNDECIDABLE_HIDDEN, type UndecidableView } from '../audit/unchecked.js';
import type { Engine } from '../engine/engine.js';
import { type Candidate, readCandidates } from '../findings/candidates.js';
import type { Bilingual } from '../text/bilingual.js';
import { candidateView } from './cases.js';
import { ITEM_ROWS } from './item-rows.js';
import { levelViews } from './level-views.js';
import { holderKey } from './other-records.js';
import { type PersonRow, readRecords, readResidents } from './people.js';
import { candidateWithPrevious, levelsWithPrevious, statesPrevious } from './previous-address.js';
import { saidOf } from './reason.js';
import { redact } from './redact.js';
import { registeredDays } from './registrations.js';
import type { Secrets } from './secrets.js';
import { labelOf, undecidableClues } from './undecidable-clues.js';
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

/** What is shown of a few links of grade U, by lid; read in a few queries, however many there are. */
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
  const days = await registeredDays(engine, 'links', `lid IN (${lids})`);
  const isStated = await statesPrevious(engine);
  const heldBy = (lid: number) => (key: number) => held.get(holderKey(lid, key)) ?? [];
  return new Map(
    links.map(({ src, lid, rid, codes }) => {
      const others = othersOf(lid);
      const everybody = {
        record: records.get(lid)!,
        linked: rid === null ? null : residents.get(rid)!,
        candidates: others.map((one) => residents.get(one.rid)!),
      };
      const view = (one: Candidate, person: PersonRow) => {
        const shown = candidateView(one, person);
        return isStated ? candidateWithPrevious(shown, person) : shown;
      };
      const levels = levelViews(codes);
      const { linked } = everybody;
      const shown = shownUndecidable(
        {
          record: everybody.record.view,
          linked: linked?.view ?? null,
          candidates: others.map((one, index) => view(one, everybody.candidates[index]!)),
          ...{
            evidence: [],
            total: 0,
            rows: ITEM_ROWS,
            levels: linked && isStated ? levelsWithPrevious(levels, linked) : levels,
          },
          facts: undecidableFacts(everybody, src, heldBy(lid), context),
          clues: undecidableClues(everybody, { codes, src, day: days.get(lid) ?? null }, heldBy(lid)),
        },
        context.secrets,
      );
      return [lid, shown];
    }),
  );
}

/** How a link compares, and what else says of whose it is. */
interface Clued {
  readonly levels: CandidateView['levels'];
  readonly clues: readonly Bilingual[];
}

/** What is shown of a link; rows of which nothing may be told are left out. */
export function shownUndecidable(
  { clues, ...link }: Weighing & Pick<Case, 'rows' | 'facts'> & Clued,
  secrets: Secrets,
): UndecidableView {
  const shown = redact(link, secrets);
  const facts = (shown.facts ?? []).filter(({ record, linked, candidates }) =>
    [record, linked, ...candidates].some((text) => text !== null),
  );
  return {
    ...shown,
    facts,
    said: [
      ...[shown.levels, ...shown.candidates.map(({ levels }) => levels)].flatMap(
        (levels, place) => saidOf(levels, labelOf(place)) ?? [],
      ),
      // What they speak of is hidden of a protected person.
      ...(shown.isProtected ? [] : clues),
    ],
    next: shown.isProtected ? UNDECIDABLE_HIDDEN : null,
  };
}
