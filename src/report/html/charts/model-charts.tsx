import type { ModelView, SourceModelView } from '../../../audit/model-view.js';
import { count } from '../frame.js';
import { Explain } from '../glossary.js';
import { Say, T } from '../page.js';
import { Chart, points, type Scale } from './chart.js';
import { HeatMap } from './heat-map.js';
import { ReliabilityChart } from './reliability-chart.js';
import type { TitledSource } from './weight-chart.js';

/** Estimated wrong rate after each round of learning. */
export function ConvergenceChart({ model }: { readonly model: SourceModelView }) {
  const rates = (model.convergence ?? []).map((rate) => 10_000 * rate);
  if (rates.length < 2) return null;
  const most = 1.1 * Math.max(...rates);
  const x: Scale = {
    from: 1,
    to: rates.length,
    ticks: [1, 10, 20, 30].filter((round) => round <= rates.length),
    label: String,
    title: { ja: '学習の回', en: 'round of learning' },
  };
  const y: Scale = {
    from: 0,
    to: most,
    ticks: [0, most / 4, most / 2, (3 * most) / 4],
    label: (value) => (value === 0 ? '0' : value.toPrecision(2)),
    title: { ja: '誤り（1万件あたり）', en: 'wrong in 10,000' },
  };
  return (
    <figure>
      <Chart title={{ ja: '学習の収束', en: 'How learning converged' }} x={x} y={y} height={220}>
        {(at) => <polyline class="curve" points={points(rates.map((rate, i) => at(i + 1, rate)))} />}
      </Chart>
      <figcaption>
        <Say
          ja="線が平らになれば、繰り返しても推定はもう変わりません。この後、候補を比べてさらに推定し直します。"
          en="Where the line is level, further rounds change nothing. Weighing rivals refines the estimate afterwards."
        />
      </figcaption>
    </figure>
  );
}

/** Probability against truth where people have settled links, and how the probabilities spread over all. */
export function Calibration(props: { readonly model: ModelView; readonly sources: readonly TitledSource[] }) {
  const { model, sources } = props;
  const { reliability = [], distribution = [] } = model;
  const settled = reliability.reduce((sum, { links }) => sum + links, 0);
  return (
    <section>
      <h2>
        <Say ja="確率の較正" en="Calibration" /> <Explain term="calibration" />
      </h2>
      <p>
        {settled > 0 ? (
          <Say
            ja={`点検担当者が確定した ${count(settled)} 件で、示した確率と実際の誤りの割合を比べます（縦線は95 %の正確な区間）。無作為に選ばれたものではありません。`}
            en={`Over ${count(settled)} links that reviewers have settled: the probability given and the share really wrong, with exact 95 % intervals. They were not drawn by chance.`}
          />
        ) : (
          <Say
            ja="確率が当たっているかは、正解か点検担当者の判断がなければ分かりません。まだ判断がないため、確率の分布だけを示します。"
            en="Whether the probabilities are right takes known truth or reviewers' decisions. There are none yet, so only their spread is shown."
          />
        )}
      </p>
      <div class="charts">
        {settled > 0 && (
          <figure>
            <ReliabilityChart bins={reliability} />
          </figure>
        )}
        {distribution.length > 0 && <Spread distribution={distribution} />}
      </div>
      <ReliabilityBySource model={model} sources={sources} />
      {distribution.length > 0 && model.distributions && <SpreadBySource model={model} sources={sources} />}
    </section>
  );
}

/** One source may be sure of itself where another is not: what averages out over all is seen here. */
function ReliabilityBySource({
  model: { reliabilities = {} },
  sources,
}: {
  readonly model: ModelView;
  readonly sources: readonly TitledSource[];
}) {
  const settled = sources.filter(({ id }) => reliabilities[id]);
  if (settled.length < 2) return null;
  return (
    <>
      <h3>
        <Say ja="事務ごとの較正" en="Calibration by source" />
      </h3>
      <div class="charts">
        {settled.map(({ id, title }) => {
          const links = count(reliabilities[id]!.reduce((sum, bin) => sum + bin.links, 0));
          return (
            <figure key={id}>
              <ReliabilityChart bins={reliabilities[id]!} of={title} height={300} />
              <figcaption>
                <T text={title} /> <Say ja={`（確定 ${links} 件）`} en={`(${links} settled)`} />
              </figcaption>
            </figure>
          );
        })}
      </div>
    </>
  );
}

/** How the probabilities of each source spread: shades by powers of ten, as the columns of the chart. */
function SpreadBySource({
  model,
  sources,
}: {
  readonly model: ModelView;
  readonly sources: readonly TitledSource[];
}) {
  const { distribution = [], distributions = {} } = model;
  const most = Math.max(1, ...Object.values(distributions).flat());
  const title = (place: number) => {
    const from = `${Number((100 * distribution[place]!.from).toFixed(3))}〜`;
    return { ja: from, en: from };
  };
  return (
    <>
      <h3>
        <Say
          ja="事務ごとの件数（列は誤りの確率 %、区間の下端から）"
          en="Links by source (columns: probability of a wrong link in %, from)"
        />
      </h3>
      <HeatMap
        caption={{ ja: '事務ごとの、誤りの確率の分布', en: 'Probability of a wrong link by source' }}
        corner={{ ja: '事務', en: 'Source' }}
        columns={distribution.map(({ from }, place) => ({ key: String(from), title: title(place) }))}
        rows={sources
          .filter(({ id }) => distributions[id])
          .map(({ id, title }) => ({
            key: id,
            head: <T text={title} />,
            cells: distributions[id]!.map((links) =>
              links === 0
                ? null
                : { text: count(links), shade: Math.log10(1 + links) / Math.log10(1 + most) },
            ),
          }))}
      />
    </>
  );
}

function Spread({ distribution }: { readonly distribution: NonNullable<ModelView['distribution']> }) {
  const most = Math.max(...distribution.map(({ links }) => links));
  const powers = Array.from({ length: Math.ceil(Math.log10(most + 1)) + 1 }, (_, power) => 10 ** power);
  const x: Scale = {
    from: 0,
    to: distribution.length,
    ticks: distribution.flatMap((_, place) => (place % 3 === 0 ? [place] : [])),
    label: (place) => String(Number((100 * (distribution[place]?.from ?? 1)).toFixed(2))),
    title: { ja: '誤りの確率（%、区間の下端から）', en: 'probability of a wrong link (%, from)' },
  };
  const y: Scale = {
    from: 0,
    to: powers.at(-1)!,
    ticks: [0, ...powers],
    label: (value) => count(value),
    title: { ja: '紐付けの件数', en: 'links' },
    spread: (value) => Math.log10(1 + 9 * value),
  };
  return (
    <figure>
      <Chart title={{ ja: '確率の分布', en: 'Spread of probabilities' }} x={x} y={y}>
        {(at) =>
          distribution.map(({ from, links }, place) => {
            const [left, top] = at(place + 0.1, links);
            const [right, bottom] = at(place + 0.9, 0);
            return (
              <rect
                key={from}
                class="column"
                x={left}
                y={top}
                width={(right - left).toFixed(1)}
                height={(bottom - top).toFixed(1)}
              >
                <title>{`${Number((100 * from).toFixed(2))} %: ${count(links)}`}</title>
              </rect>
            );
          })
        }
      </Chart>
    </figure>
  );
}
