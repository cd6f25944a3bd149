import { organisationName } from '../../../audit/organisation-name.js';
import type { AuditResult } from '../../../audit/result.js';
import { ALL_FOLDER } from '../case/facet-names.js';
import { shown } from '../case/graphemes.js';
import { count, PaperFoot, SummaryTop } from '../frame.js';
import { Say, T } from '../page.js';
import { type FigureEntry, type FigureList, figureLists, listHref } from './figure-lists.js';
import type { OverviewProps } from './overview.js';
import { Timeline } from './timeline.js';

/** Where a number of the executive page belongs to several organisations: their lists, most cases first. */
export function ListsPage({ result, entries }: OverviewProps) {
  const lists = figureLists(result).filter(({ id }) => entries.has(id));
  return (
    <>
      <SummaryTop result={result} />
      <main id="main">
        <h1 class="headline">
          <Say
            ja="数字の内訳（機関別の一覧を開きます）"
            en="Behind the figures: opens the lists of organisations"
          />
        </h1>
        {lists.length === 0 && (
          <p class="quiet">
            <Say ja="事案はありません。" en="There are no cases." />
          </p>
        )}
        <Timeline result={result} />
        {lists.map((figure) => (
          <FigureSection key={figure.id} figure={figure} entries={entries.get(figure.id)!} result={result} />
        ))}
      </main>
      <PaperFoot runId={result.run.runId} />
    </>
  );
}

function FigureSection({
  figure,
  entries,
  result,
}: {
  readonly figure: FigureList;
  readonly entries: readonly FigureEntry[];
  readonly result: AuditResult;
}) {
  const sum = entries.reduce((all, entry) => all + entry.count, 0);
  const sorted = [...entries].sort((left, right) => right.count - left.count);
  return (
    <section id={figure.id}>
      <h2>
        <T text={figure.title} /> <Say ja={`${count(sum)} 件`} en={count(sum)} />
      </h2>
      <ul class="entries">
        {sorted.length > 1 && (
          <li>
            <a href={listHref(ALL_FOLDER, figure.filter)}>
              <Say ja="全機関をまとめた一覧" en="All organisations in one list" />{' '}
              <span class="number">{count(sum)}</span>
            </a>
          </li>
        )}
        {sorted.map(({ organisation, folder, count: cases }) => (
          <li key={folder}>
            <a href={listHref(folder, figure.filter)}>
              <bdi>
                <Organisation code={organisation} result={result} />
              </bdi>{' '}
              <span class="number">{count(cases)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Organisation({ code, result }: { readonly code: string; readonly result: AuditResult }) {
  const name = organisationName(code, result.organisationNames);
  return <T text={{ ja: shown(name.ja, 60).text, en: shown(name.en, 60).text }} />;
}
