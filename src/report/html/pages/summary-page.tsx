import { alarmsOf } from '../../../audit/quality.js';
import { ITEMS, wordsFor } from '../../../audit/words.js';
import { sourceTitle } from '../../text/names.js';
import { count, PaperFoot, SummaryTop } from '../frame.js';
import { Glossary } from '../glossary.js';
import { Say, T } from '../page.js';
import { Clusters, Trend } from './clusters-and-trend.js';
import { Counts } from './counts.js';
import { Figures, totals } from './figures.js';
import { Incidents } from './incidents.js';
import { ModelChangeNote } from './model-change.js';
import { ModelOrigin } from './model-page.js';
import { OrganisationTable, worstFirst } from './organisation-table.js';
import type { OverviewProps } from './overview.js';
import { PublicSheet } from './public-sheet.js';
import { RegisterFindings } from './register-findings.js';

/** Rows of the table on the one-sheet page; the rest is on organisations.html. */
const TOP = 4;

/** The page an official reads: one sheet, every number leading to its cases. */
export function SummaryPage(props: OverviewProps) {
  const { result, folders } = props;
  const isPublic = result.run.disclosure === 'minimum';
  const all = totals(Object.values(result.summary.sources));
  const per10000 = all.accepted === 0 ? 0 : (all.C / all.accepted) * 10000;
  return (
    <>
      <SummaryTop result={result} />
      {isPublic && <PublicSheet result={result} />}
      <main id="main" class={isPublic ? 'screen' : undefined}>
        <h1 class="headline">
          <Say
            ja={`${count(all.accepted)} 件の紐付けを点検し、${count(all.C)} 件に人の確認が必要です（1万件あたり ${per10000.toFixed(2)} 件）`}
            en={`${count(all.accepted)} links checked; ${count(all.C)} need a person's eye (${per10000.toFixed(2)} in 10,000)`}
          />
        </h1>
        <Alarms result={result} />
        {result.run.frozenModel !== undefined && <ModelOrigin result={result} />}
        <ModelChangeNote result={result} />
        <Figures {...props} all={all} per10000={per10000} />
        <Counts result={result} />
        <h2>
          <Say ja="機関と推定原因" en="Organisations and suspected causes" />
        </h2>
        <OrganisationTable
          rows={worstFirst(result.summary.organisations).slice(0, TOP)}
          result={result}
          folders={folders}
        />
        {result.summary.organisations.length > TOP && (
          <p class="pages">
            <a href="organisations.html">
              <Say
                ja={`すべての機関の表（${count(result.summary.organisations.length)} 行）`}
                en={`All organisations (${count(result.summary.organisations.length)} rows)`}
              />
            </a>
          </p>
        )}
        <RegisterFindings {...props} />
        <Incidents {...props} />
        <div class="halves">
          <Clusters {...props} />
          <Trend {...props} />
        </div>
      </main>
      <Glossary terms={['checked', 'unchecked', 'doubt', 'cases', 'rate', 'missed']} />
      <PaperFoot runId={result.run.runId} />
    </>
  );
}

/** Alarms told on the sheet itself; the page of data quality has them all. */
const MOST_ALARMS = 2;

/** Items that could not be compared as a column: whoever reads the figures must know. */
function Alarms({ result }: Pick<OverviewProps, 'result'>) {
  const alarms = alarmsOf(result.quality);
  if (alarms.length === 0) return null;
  return (
    <section class="alarms" aria-labelledby="alarms">
      <h2 id="alarms">
        <Say ja="照合に使えなかった項目など" en="Items that could not be relied on" />
      </h2>
      <ul>
        {alarms.slice(0, MOST_ALARMS).map(({ check, source, item, title, count: found, of }) => (
          <li key={`${check} ${source} ${item}`}>
            <span aria-hidden="true">■ </span>
            <T text={sourceTitle(result, source)} />
            {item !== null && (
              <>
                {' / '}
                <T text={wordsFor(ITEMS, item)} />
              </>
            )}
            {': '}
            <T text={title} />{' '}
            <Say ja={`（${count(of)} 件中 ${count(found)} 件）`} en={`(${count(found)} of ${count(of)})`} />
          </li>
        ))}
        {alarms.length > MOST_ALARMS && (
          <li>
            <Say
              ja={`ほか ${count(alarms.length - MOST_ALARMS)} 件（データ品質）`}
              en={`${count(alarms.length - MOST_ALARMS)} more (data quality)`}
            />
          </li>
        )}
      </ul>
    </section>
  );
}
