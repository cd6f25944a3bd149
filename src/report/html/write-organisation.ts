import { h } from 'preact';
import { organisationName } from '../../audit/organisation-name.js';
import type { AuditResult, OrganisationView } from '../../audit/result.js';
import { putPrivate } from '../private-file.js';
import { fileNames, sourceTitle } from '../text/names.js';
import type { AllList } from './all-list.js';
import { type Shard, shardBuilder } from './case/case-shards.js';
import { facetsOf, organisationValue } from './case/facets.js';
import { shown } from './case/graphemes.js';
import { textTable } from './case/interner.js';
import { facetTable, listRow, ROWS_PER_LIST, rowHead } from './case/list-data.js';
import { ReviewPage } from './case/review-page.js';
import { drawPage } from './page.js';
import { pageData } from './page-data.js';
import { figureLists, figuresOf, namedGatherings } from './pages/figure-lists.js';
import { dataScript, scriptJson } from './script-data.js';
import type { ListRow, OrgData } from './viewer-data.js';

/**
 * Writes the page, the list and the cases of one organisation; one shard of each is in memory at a time. Gives how
 * many of its cases stand behind each number of the executive page.
 */
export async function writeOrganisation(
  result: AuditResult,
  view: OrganisationView,
  folders: ReadonlyMap<string, string>,
  dir: string,
  all: AllList,
): Promise<ReadonlyMap<string, number>> {
  const folder = folders.get(view.organisation)!;
  const { starts, lists, facets, total, counts } = await writeData(
    result,
    view.organisation,
    folders,
    dir,
    all,
  );
  const name = organisationName(view.organisation, result.organisationNames);
  const org: OrgData = {
    ...pageData(result),
    organisation: view.organisation,
    organisationShown: { ja: shown(name.ja, 60).text, en: shown(name.en, 60).text },
    folder,
    total,
    lists,
    shards: starts,
    facets: facets.values,
  };
  await putPrivate(dir, 'data/org-0.js', dataScript('org', 0, scriptJson(org)));
  await putPrivate(dir, 'index.html', frame(result, view.organisation));
  return counts;
}

function frame(result: AuditResult, organisation: string): string {
  const { runId, asOf, language } = result.run;
  const name = organisationName(organisation, result.organisationNames);
  return drawPage({
    title: {
      ja: `紐付け点検 ${shown(name.ja, 60).text}`,
      en: `Link audit ${shown(name.en, 60).text}`,
    },
    ...{ language, runId },
    assets: '',
    scripts: ['viewer.js'],
    page: 'review',
    children: h(ReviewPage, { name, runId, asOf }),
  });
}

async function writeData(
  result: AuditResult,
  organisation: string,
  folders: ReadonlyMap<string, string>,
  dir: string,
  all: AllList,
) {
  const titleOf = (source: string) => sourceTitle(result, source);
  const hides = result.run.disclosure === 'minimum';
  const builder = shardBuilder({
    sourceTitle: titleOf,
    fileName: fileNames(result.run.inputs),
    folderOf: (other) => folders.get(other),
    organisationName: (other) => organisationName(other, result.organisationNames),
    hides,
  });
  const facets = facetTable();
  const facetsIn = facetsOf(
    namedGatherings(result),
    titleOf,
    organisationValue(folders.get(organisation)!, organisation, result.organisationNames),
  );
  const figuresIn = figuresOf(figureLists(result));
  const counts = new Map<string, number>();
  const starts: number[] = [];
  const firstOf = new Map<string, number>();
  let table = textTable();
  let rows: ListRow[] = [];
  let lists = 0;
  let total = 0;
  let written = 0;

  const putShard = async (shard: Shard | null) => {
    if (shard === null) return;
    await putPrivate(dir, `data/cases-${starts.length}.js`, dataScript('cases', starts.length, shard.json));
    starts.push(written);
    written += shard.cases;
  };
  const putList = async () => {
    await putPrivate(
      dir,
      `data/list-${lists}.js`,
      dataScript('list', lists, scriptJson({ texts: table.texts, rows })),
    );
    lists += 1;
    table = textTable();
    rows = [];
  };

  for await (const batch of result.cases(organisation)) {
    for (const item of batch) {
      await putShard(builder.add(item));
      const found = facetsIn(item);
      const first = firstOf.get(item.incident) ?? total;
      firstOf.set(item.incident, first);
      const head = rowHead(item, hides);
      rows.push(listRow(item, head, first, found, facets, table));
      if (!item.blind) all.add(item, head, found);
      for (const id of figuresIn(found)) counts.set(id, (counts.get(id) ?? 0) + 1);
      total += 1;
      if (rows.length === ROWS_PER_LIST) await putList();
    }
  }
  await putShard(builder.finish());
  if (rows.length > 0) await putList();
  return { starts, lists, facets, total, counts };
}
