import { h } from 'preact';
import type { AuditResult } from '../../audit/result.js';
import type { ShownCase } from '../../audit/shown.js';
import type { Bilingual } from '../../text/bilingual.js';
import { putPrivate } from '../private-file.js';
import { ALL_FOLDER } from './case/facet-names.js';
import { type CaseFacets, withoutProtection } from './case/facets.js';
import { textTable } from './case/interner.js';
import { facetTable, listRow, ROWS_PER_LIST, type RowHead } from './case/list-data.js';
import { ReviewPage } from './case/review-page.js';
import { drawPage } from './page.js';
import { pageData } from './page-data.js';
import { dataScript, scriptJson } from './script-data.js';
import type { ListRow, OrgData } from './viewer-data.js';

export const ALL_ORGANISATIONS: Bilingual = { ja: '全機関', en: 'All organisations' };

/** One list of the cases of all organisations, the blind sample left out; each leads to its page in its organisation's folder. */
export interface AllList {
  /** Takes a case in; organisation by organisation, worst first. */
  add(item: ShownCase, head: RowHead, facets: CaseFacets): void;
  /** Writes page and data: assets are put there by whoever has them. */
  write(dir: string): Promise<void>;
}

interface Entry {
  readonly row: ListRow;
  readonly headline: Bilingual;
  readonly incident: string;
  /** Cases that are to be settled before it. */
  readonly firsts: readonly string[];
}

const HEADLINE = 4;
const INCIDENT = 5;
/** Texts are numbered by script, and which script a row goes into is known last. */
const UNNUMBERED = { intern: () => 0 };

export function allList(result: AuditResult): AllList {
  const facets = facetTable();
  const entries: Entry[] = [];
  const worst = new Map<string, number>();
  const members = new Set<string>();
  return {
    add(item, head, found) {
      const row = listRow(item, head, 0, withoutProtection(found), facets, UNNUMBERED);
      const { organisation, incident, headline } = item;
      members.add(organisation ?? '-');
      const firsts = (item.relatedCases ?? []).flatMap(({ id, order }) => (order === 'first' ? [id] : []));
      entries.push({ row, headline, incident, firsts });
      const rank = SEVERITIES.indexOf(item.severity ?? 'low');
      worst.set(incident, Math.min(rank, worst.get(incident) ?? rank));
    },
    async write(dir) {
      // Incidents stay whole: they stand where the worst of their cases does.
      const sorted = firstsFirst(entries.toSorted((a, b) => worst.get(a.incident)! - worst.get(b.incident)!));
      const lists = await writeLists(sorted, dir);
      const org: OrgData = {
        ...pageData(result),
        organisation: '*',
        organisationShown: ALL_ORGANISATIONS,
        ...{ folder: ALL_FOLDER, total: sorted.length, lists, shards: [], facets: facets.values },
        members: [...members],
      };
      await putPrivate(dir, 'data/org-0.js', dataScript('org', 0, scriptJson(org)));
      await putPrivate(dir, 'index.html', frame(result));
    },
  };
}

/** The same, but each behind the cases that are to be settled before it: those of the register stand in an organisation of their own. */
function firstsFirst(entries: readonly Entry[]): readonly Entry[] {
  const byId = new Map(entries.map((entry) => [entry.row[0], entry]));
  const placed = new Set<Entry>();
  // Rows before records, whose a record is before which is valid: it never goes round in a circle.
  const put = (entry: Entry) => {
    for (const id of entry.firsts) {
      const first = byId.get(id);
      if (first) put(first);
    }
    placed.add(entry);
  };
  for (const entry of entries) put(entry);
  return [...placed];
}

const SEVERITIES = ['high', 'medium', 'low'];

async function writeLists(sorted: readonly Entry[], dir: string): Promise<number> {
  const firstOf = new Map<string, number>();
  let lists = 0;
  for (let start = 0; start < sorted.length; start += ROWS_PER_LIST) {
    const table = textTable();
    const rows = sorted.slice(start, start + ROWS_PER_LIST).map(({ row, headline, incident }, place) => {
      const first = firstOf.get(incident) ?? start + place;
      firstOf.set(incident, first);
      const numbered: (string | number)[] = [...row];
      numbered[HEADLINE] = table.intern(headline);
      numbered[INCIDENT] = first;
      return numbered as unknown as ListRow;
    });
    const data = scriptJson({ texts: table.texts, rows });
    await putPrivate(dir, `data/list-${lists}.js`, dataScript('list', lists, data));
    lists += 1;
  }
  return lists;
}

function frame({ run: { runId, asOf, language } }: AuditResult): string {
  return drawPage({
    title: { ja: '全機関の事案の一覧', en: 'Cases of all organisations' },
    ...{ language, runId },
    ...{ assets: '', scripts: ['viewer.js'], page: 'review' },
    children: h(ReviewPage, { name: ALL_ORGANISATIONS, runId, asOf, isOfAll: true }),
  });
}
