import type { AuditResult, QualityIssue, SourceModelView } from '../result.js';
import { Say, T } from './page.js';
import {
  OrganisationTable,
  PaperFoot,
  type SummaryPageProps,
  SummaryTop,
  worstFirst,
} from './summary-page.js';

const SIGNS = {
  error: { sign: '■', ja: '誤り', en: 'Error' },
  warning: { sign: '▲', ja: '注意', en: 'Warning' },
  info: { sign: '○', ja: '参考', en: 'Note' },
} as const;

const count = (value: number) => value.toLocaleString('ja');

/** All organisations, where the one-sheet page shows the worst few. */
export function OrganisationsPage(props: SummaryPageProps) {
  return (
    <>
      <SummaryTop result={props.result} />
      <main id="main">
        <h1 class="headline">
          <Say ja="機関と推定原因" en="Organisations and suspected causes" />
        </h1>
        <OrganisationTable {...props} rows={worstFirst(props.result.summary.organisations)} />
      </main>
      <PaperFoot runId={props.result.run.runId} />
    </>
  );
}

/** What is wrong with the inputs, by count and with advice; never a value. */
export function QualityPage({ result }: { readonly result: AuditResult }) {
  return (
    <>
      <SummaryTop result={result} />
      <main id="main">
        <h1 class="headline">
          <Say ja="データ品質" en="Data quality" />
        </h1>
        <h2>
          <Say ja="読み込んだファイル" en="Files read" />
        </h2>
        <Inputs result={result} />
        <h2>
          <Say ja="見つかったこと" en="What was found" />
        </h2>
        {result.quality.length === 0 ? (
          <p>
            <Say ja="指摘はありません。" en="Nothing to report." />
          </p>
        ) : (
          <Issues result={result} />
        )}
      </main>
      <PaperFoot runId={result.run.runId} />
    </>
  );
}

function Inputs({ result }: { readonly result: AuditResult }) {
  return (
    <table class="dense">
      <thead>
        <tr>
          <th scope="col">
            <Say ja="資料" en="Source" />
          </th>
          <th scope="col">
            <Say ja="ファイル" en="File" />
          </th>
          <th scope="col" class="number">
            <Say ja="行" en="Rows" />
          </th>
          <th scope="col" class="number">
            <Say ja="読めた行" en="Accepted" />
          </th>
          <th scope="col" class="number">
            <Say ja="読めない行" en="Rejected" />
          </th>
        </tr>
      </thead>
      <tbody>
        {result.run.inputs.map((input) => (
          <tr key={`${input.source} ${input.path}`}>
            <th scope="row">
              <SourceTitle source={input.source} result={result} />
            </th>
            <td>
              <bdi>{input.path}</bdi>
            </td>
            <td class="number">{count(input.rows)}</td>
            <td class="number">{count(input.accepted)}</td>
            <td class="number">{count(input.rejected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SourceTitle({ source, result }: { readonly source: string; readonly result: AuditResult }) {
  if (source === 'register') return <Say ja="住民登録" en="Resident register" />;
  const summary = result.summary.sources[source];
  return summary ? <T text={summary.title} /> : source;
}

function Issues({ result }: { readonly result: AuditResult }) {
  return (
    <table class="dense issues">
      <thead>
        <tr>
          <th scope="col">
            <Say ja="程度" en="Degree" />
          </th>
          <th scope="col">
            <Say ja="資料" en="Source" />
          </th>
          <th scope="col">
            <Say ja="内容と対応" en="What, and what to do" />
          </th>
          <th scope="col" class="number">
            <Say ja="件数" en="Count" />
          </th>
          <th scope="col">
            <Say ja="割合" en="Share" />
          </th>
        </tr>
      </thead>
      <tbody>
        {result.quality.map((issue) => (
          <IssueRow key={`${issue.check} ${issue.source} ${issue.item}`} issue={issue} result={result} />
        ))}
      </tbody>
    </table>
  );
}

function IssueRow({ issue, result }: { readonly issue: QualityIssue; readonly result: AuditResult }) {
  const share = issue.of === 0 ? 0 : issue.count / issue.of;
  const sign = SIGNS[issue.severity];
  return (
    <tr>
      <td>
        <span aria-hidden="true">{sign.sign}</span> <Say ja={sign.ja} en={sign.en} />
      </td>
      <td>
        <SourceTitle source={issue.source} result={result} />
      </td>
      <td>
        <strong>
          <T text={issue.title} />
        </strong>
        <span class="quiet line">
          <T text={issue.advice} />
        </span>
      </td>
      <td class="number">{count(issue.count)}</td>
      <td class="number">
        {share > 0 && share < 0.0001 ? '< 0.01 %' : `${(share * 100).toFixed(2)} %`}
        <svg class="share" aria-hidden="true">
          <rect class="base" width="100%" height="100%" />
          <rect class="wrong" width={`${Math.min(100, share * 100)}%`} height="100%" />
        </svg>
      </td>
    </tr>
  );
}

/** The learned weights, for the analyst. */
export function ModelPage({ result }: { readonly result: AuditResult }) {
  return (
    <>
      <SummaryTop result={result} />
      <main id="main">
        <h1 class="headline">
          <Say ja="学習したモデル" en="The learned model" />
        </h1>
        <p>
          <Say
            ja="重みは log2(m/u)。m は正しい紐付けでその水準になる割合、u は無関係な二人でその水準になる割合。右の実線は同じ人を、左の斜線は別の人を示します。"
            en="Weights are log2(m/u): m is the share of right links at a level, u the share of unrelated pairs. Solid bars to the right speak for the same person, hatched bars to the left against."
          />
        </p>
        {Object.entries(result.model.sources).map(([source, model]) => (
          <SourceModel key={source} source={source} model={model} result={result} />
        ))}
      </main>
      <PaperFoot runId={result.run.runId} />
    </>
  );
}

function SourceModel(props: {
  readonly source: string;
  readonly model: SourceModelView;
  readonly result: AuditResult;
}) {
  const { model, source, result } = props;
  const weights = model.comparisons.flatMap((comparison) =>
    comparison.levels.map((level) => Math.abs(level.weight)),
  );
  const widest = Math.max(1, ...weights.filter(Number.isFinite));
  return (
    <section>
      <h2>
        <SourceTitle source={source} result={result} />
      </h2>
      <p class="quiet">
        <Say
          ja={`${count(model.links)} 件から学習。誤りの推定割合 1万件あたり ${(model.wrongRate * 10000).toFixed(2)} 件`}
          en={`Learned from ${count(model.links)} links; estimated ${(model.wrongRate * 10000).toFixed(2)} wrong in 10,000`}
        />
      </p>
      {model.comparisons.map((comparison) => (
        <table key={comparison.comparison} class="dense model">
          <thead>
            <tr>
              <th scope="col">
                <T text={comparison.title} />
              </th>
              <th scope="col">
                <Say ja="重み" en="Weight" />
              </th>
              <th scope="col" class="number">
                <Say ja="値" en="Value" />
              </th>
              <th scope="col" class="number">
                m
              </th>
              <th scope="col" class="number">
                u
              </th>
              <th scope="col" class="number">
                <Say ja="件数" en="Links" />
              </th>
            </tr>
          </thead>
          <tbody>
            {comparison.levels.map((level) => (
              <tr key={level.level}>
                <th scope="row">
                  <T text={level.title} />
                </th>
                <td>
                  <WeightBar weight={level.weight} widest={widest} />
                </td>
                <td class="number">{level.weight.toFixed(2)}</td>
                <td class="number">{small(level.m)}</td>
                <td class="number">{small(level.u)}</td>
                <td class="number">{count(level.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function small(share: number): string {
  return share === 0 ? '0' : share < 0.0001 ? share.toExponential(1) : share.toFixed(4);
}

function WeightBar({ weight, widest }: { readonly weight: number; readonly widest: number }) {
  const width = (Math.min(widest, Math.abs(weight)) / widest) * 50;
  const x = weight < 0 ? 50 - width : 50;
  return (
    <svg class="bar" aria-hidden="true">
      <rect class={weight < 0 ? 'against' : 'for'} x={`${x}%`} width={`${width}%`} y="20%" height="60%" />
      <line class="zero" x1="50%" x2="50%" y1="0" y2="100%" />
    </svg>
  );
}
