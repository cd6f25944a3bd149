import type { AuditResult, OrganisationSummary, SourceSummary } from '../result.js';
import { CAUSES, STATUSES, wordsFor } from '../text/words.js';
import { shown } from './graphemes.js';
import { LanguageSwitch, Say, T } from './page.js';

/** Rows of the table on the one-sheet page; the rest is on organisations.html. */
const TOP = 8;

export interface SummaryPageProps {
  readonly result: AuditResult;
  readonly folders: ReadonlyMap<string, string>;
}

const count = (value: number) => value.toLocaleString('ja');

/** Sums over the sources. */
export interface Totals {
  readonly accepted: number;
  readonly rejected: number;
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly U: number;
}

export function totals(sources: readonly SourceSummary[]): Totals {
  const sum = (pick: (source: SourceSummary) => number) =>
    sources.reduce((all, source) => all + pick(source), 0);
  return {
    accepted: sum((source) => source.accepted),
    rejected: sum((source) => source.rejected),
    A: sum((source) => source.A),
    B: sum((source) => source.B),
    C: sum((source) => source.C),
    U: sum((source) => source.U),
  };
}

/** The page an official reads: one sheet, every number leading to its cases. */
export function SummaryPage({ result, folders }: SummaryPageProps) {
  const all = totals(Object.values(result.summary.sources));
  const per10000 = all.accepted === 0 ? 0 : (all.C / all.accepted) * 10000;
  return (
    <>
      <SummaryTop result={result} />
      <main id="main">
        <h1 class="headline">
          <Say
            ja={`${count(all.accepted)} 件の紐付けを点検し、${count(all.C)} 件に人の確認が必要です(1万件あたり ${per10000.toFixed(2)} 件)`}
            en={`${count(all.accepted)} links checked; ${count(all.C)} need a person's eye (${per10000.toFixed(2)} in 10,000)`}
          />
        </h1>
        <Figures all={all} result={result} per10000={per10000} />
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
                ja={`全 ${count(result.summary.organisations.length)} 行の表`}
                en={`All ${count(result.summary.organisations.length)} rows`}
              />
            </a>
          </p>
        )}
        <div class="halves">
          <Clusters result={result} />
          <Trend result={result} />
        </div>
      </main>
      <PaperFoot runId={result.run.runId} />
    </>
  );
}

export function SummaryTop({ result }: { readonly result: AuditResult }) {
  return (
    <header class="top">
      <p class="brand">
        <strong>
          <Say ja="紐付け点検の結果" en="Results of the link audit" />
        </strong>
        <span>{result.run.pipeline}</span>
        <span class="quiet">
          <Say ja="基準日" en="As of" /> {result.run.asOf}
        </span>
      </p>
      <p class="tools screen pages">
        <a href="index.html">
          <Say ja="全体" en="Overview" />
        </a>
        <a href="quality.html">
          <Say ja="データ品質" en="Data quality" />
        </a>
        <a href="model.html">
          <Say ja="モデル" en="Model" />
        </a>
        <LanguageSwitch />
      </p>
    </header>
  );
}

export function PaperFoot({ runId }: { readonly runId: string }) {
  return (
    <footer class="paper-foot">
      <span>
        <Say ja="この回" en="Run" /> {runId}
      </span>
      <strong>
        <Say ja="取扱注意" en="Handle with care" />
      </strong>
    </footer>
  );
}

function Figures({
  all,
  result,
  per10000,
}: {
  readonly all: Totals;
  readonly result: AuditResult;
  readonly per10000: number;
}) {
  const review = result.review;
  const judged = review ? review.confirmedWrong + review.confirmedRight : 0;
  return (
    <dl class="figures">
      <Figure ja="点検件数" en="Links checked" value={count(all.accepted)}>
        <Say
          ja={`一致 ${count(all.A)}・説明可能 ${count(all.B)}`}
          en={`${count(all.A)} agree, ${count(all.B)} explained`}
        />
      </Figure>
      <Figure ja="点検できなかった件数" en="Could not be checked" value={count(all.rejected + all.U)}>
        <Say
          ja={`読込不可 ${count(all.rejected)}・判定不能 ${count(all.U)}`}
          en={`${count(all.rejected)} unreadable, ${count(all.U)} undecidable`}
        />
      </Figure>
      <Figure ja="要確認" en="To be checked" value={count(all.C)} />
      <Figure ja="誤り確定" en="Confirmed wrong" value={count(review?.confirmedWrong ?? 0)}>
        {judged > 0 && review ? (
          <Say
            ja={`判断済みの ${((review.confirmedWrong / judged) * 100).toFixed(0)} %`}
            en={`${((review.confirmedWrong / judged) * 100).toFixed(0)} % of those decided`}
          />
        ) : null}
      </Figure>
      <Figure ja="未判断" en="Undecided" value={count(review?.pending ?? all.C)}>
        {review ? (
          <Say
            ja={`保留 ${count(review.onHold)}・判断不一致 ${count(review.disagreements)}`}
            en={`${count(review.onHold)} on hold, ${count(review.disagreements)} disagree`}
          />
        ) : null}
      </Figure>
      <Figure ja="1万件あたり" en="In 10,000" value={per10000.toFixed(2)}>
        {review?.sample ? (
          <Say
            ja={`見逃しは多くて ${review.sample.upperPer10000.toFixed(1)} 件(95 %)`}
            en={`at most ${review.sample.upperPer10000.toFixed(1)} missed (95 %)`}
          />
        ) : null}
      </Figure>
    </dl>
  );
}

function Figure(props: {
  readonly ja: string;
  readonly en: string;
  readonly value: string;
  readonly children?: preact.ComponentChildren;
}) {
  return (
    <div>
      <dt>
        <Say ja={props.ja} en={props.en} />
      </dt>
      <dd>
        {props.value}
        <small>{props.children}</small>
      </dd>
    </div>
  );
}

export function worstFirst(rows: readonly OrganisationSummary[]): readonly OrganisationSummary[] {
  return [...rows].sort(
    (left, right) =>
      right.C - left.C || right.findings - left.findings || (left.organisation < right.organisation ? -1 : 1),
  );
}

/** Organisation by cause; every number opens its filtered list. */
export function OrganisationTable({
  rows,
  result,
  folders,
}: SummaryPageProps & { readonly rows: readonly OrganisationSummary[] }) {
  const causes = Object.keys(CAUSES).filter((cause) =>
    result.summary.organisations.some((row) => (row.causes[cause] ?? 0) > 0),
  );
  return (
    <div class="scroll">
      <table class="dense">
        <thead>
          <tr>
            <Head ja="機関" en="Organisation" />
            <Head ja="資料" en="Source" />
            <Head ja="点検" en="Checked" number />
            <Head ja="要確認" en="To check" number />
            <Head ja="1万件あたり" en="In 10,000" number />
            {causes.map((cause) => (
              <Head key={cause} {...wordsFor(CAUSES, cause)} number />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OrganisationRow
              key={`${row.organisation} ${row.source}`}
              row={row}
              causes={causes}
              result={result}
              folders={folders}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OrganisationRow({
  row,
  causes,
  result,
  folders,
}: SummaryPageProps & { readonly row: OrganisationSummary; readonly causes: readonly string[] }) {
  const folder = folders.get(row.organisation);
  const source = result.summary.sources[row.source];
  const base = `source=${encodeURIComponent(row.source)}&from=all`;
  return (
    <tr>
      <th scope="row">
        {folder === undefined ? (
          <bdi>{shown(row.organisation, 60).text}</bdi>
        ) : (
          <a href={`${folder}/index.html#from=all`}>
            <bdi>{shown(row.organisation, 60).text}</bdi>
          </a>
        )}
      </th>
      <td>{source ? <T text={source.title} /> : row.source}</td>
      <td class="number">{count(row.accepted)}</td>
      <td class="number">
        <Linked value={row.C} href={folder && `${folder}/index.html#${base}`} />
      </td>
      <td class="number">{row.accepted === 0 ? '–' : ((row.C / row.accepted) * 10000).toFixed(2)}</td>
      {causes.map((cause) => (
        <td key={cause} class="number">
          <Linked
            value={row.causes[cause] ?? 0}
            href={folder && `${folder}/index.html#cause=${encodeURIComponent(cause)}&${base}`}
          />
        </td>
      ))}
    </tr>
  );
}

function Linked({ value, href }: { readonly value: number; readonly href: string | undefined }) {
  if (value === 0) return <span class="zero">0</span>;
  return href === undefined ? count(value) : <a href={href}>{count(value)}</a>;
}

function Head({ ja, en, number }: { readonly ja: string; readonly en: string; readonly number?: boolean }) {
  return (
    <th scope="col" class={number ? 'number' : undefined}>
      <Say ja={ja} en={en} />
    </th>
  );
}

const PLACES = {
  terminal: { ja: '端末', en: 'Terminal' },
  operator: { ja: '担当者', en: 'Operator' },
  day: { ja: '日', en: 'Day' },
  lookup: { ja: '取得方法', en: 'Look-up' },
} as const;

function Clusters({ result }: { readonly result: AuditResult }) {
  const clusters = (result.clusters ?? []).slice(0, 5);
  return (
    <section>
      <h2>
        <Say ja="要確認が集まっているところ" en="Where cases gather" />
      </h2>
      {clusters.length === 0 ? (
        <p class="quiet">
          <Say ja="目立つ集まりはありません。" en="No place stands out." />
        </p>
      ) : (
        <table class="dense">
          <thead>
            <tr>
              <Head ja="どこ" en="Where" />
              <Head ja="資料" en="Source" />
              <Head ja="点検" en="Checked" number />
              <Head ja="要確認" en="To check" number />
            </tr>
          </thead>
          <tbody>
            {clusters.map((cluster) => (
              <tr key={`${cluster.item} ${cluster.source} ${cluster.value}`}>
                <th scope="row">
                  <T text={PLACES[cluster.item]} /> <bdi>{shown(cluster.value, 60).text}</bdi>
                </th>
                <td>
                  {result.summary.sources[cluster.source] ? (
                    <T text={result.summary.sources[cluster.source]!.title} />
                  ) : (
                    cluster.source
                  )}
                </td>
                <td class="number">{count(cluster.links)}</td>
                <td class="number">{count(cluster.C)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Trend({ result }: { readonly result: AuditResult }) {
  const { previous_run: previous } = result.summary;
  const resolved = { ja: '解消', en: 'Resolved' };
  const rows = [
    [STATUSES.new, previous.new],
    [STATUSES.continuing, previous.continuing],
    [resolved, previous.resolved],
    [STATUSES.recurring, previous.recurring],
  ] as const;
  return (
    <section>
      <h2>
        <Say ja="前回からの変化" en="Since the last run" />
      </h2>
      <table class="dense">
        <tbody>
          {rows.map(([title, value]) => (
            <tr key={title.en}>
              <th scope="row">
                <T text={title} />
              </th>
              <td class="number">{count(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
