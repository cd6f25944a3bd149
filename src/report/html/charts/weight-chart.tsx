import type { ModelView, SourceModelView } from '../../../audit/model-view.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { Head } from '../frame.js';
import { Say, T } from '../page.js';

type Comparison = SourceModelView['comparisons'][number];
type Level = Comparison['levels'][number];

/** A source beside the others of the page. */
export interface TitledSource {
  readonly id: string;
  readonly title: Bilingual;
}

/** One axis for all charts, so that bars of any two compare; zero stands where the longest need it. */
interface Axis {
  readonly low: number;
  readonly high: number;
}

/** A chart for each item: a row a level, a column a source. Levels that no link has are folded away. */
export function WeightCharts({
  model,
  sources,
}: {
  readonly model: ModelView;
  readonly sources: readonly TitledSource[];
}) {
  const all = sources.flatMap(({ id }) => model.sources[id]?.comparisons ?? []);
  const items = [...new Map(all.map(({ comparison, title }) => [comparison, title]))];
  const weights = all
    .flatMap(({ levels }) => levels.filter(isThere).map(({ weight }) => weight))
    .filter(Number.isFinite);
  const axis = { low: Math.min(-1, ...weights), high: Math.max(1, ...weights) };
  return (
    <>
      {items.map(([item, title]) => (
        <WeightChart
          key={item}
          title={title}
          sources={sources}
          axis={axis}
          of={(source) => find(model, source, item)}
        />
      ))}
    </>
  );
}

function find(model: ModelView, source: string, item: string): Comparison | undefined {
  return model.sources[source]?.comparisons.find(({ comparison }) => comparison === item);
}

const isThere = ({ count }: Level) => count > 0;

function WeightChart(props: {
  readonly title: Bilingual;
  readonly sources: readonly TitledSource[];
  readonly axis: Axis;
  readonly of: (source: string) => Comparison | undefined;
}) {
  const { title, axis, of } = props;
  const sources = props.sources.filter(({ id }) => of(id));
  const levels = [
    ...new Map(sources.flatMap(({ id }) => of(id)!.levels.map((one) => [one.level, one.title]))),
  ];
  const at = (level: string, source: string) => of(source)?.levels.find((one) => one.level === level);
  const isSeen = ([level]: readonly [string, Bilingual]) =>
    sources.some(({ id }) => (at(level, id)?.count ?? 0) > 0);
  const empty = levels.filter((level) => !isSeen(level));
  return (
    <section class="weight-chart">
      <h3>
        <T text={title} />
      </h3>
      <div class="scroll">
        <table class="dense">
          <thead>
            <tr>
              <Head ja="水準" en="Level" />
              {sources.map(({ id, title }) => (
                <Head key={id} {...title} />
              ))}
            </tr>
          </thead>
          <tbody>
            {levels.filter(isSeen).map(([level, said]) => (
              <tr key={level}>
                <th scope="row">
                  <T text={said} />
                </th>
                {sources.map(({ id }) => (
                  <WeightCell key={id} level={at(level, id)} axis={axis} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {empty.length > 0 && (
        <details class="folded">
          <summary>
            <Say
              ja={`該当する紐付けのない水準 ${empty.length}`}
              en={`${empty.length} levels that no link has`}
            />
          </summary>
          <ul>
            {empty.map(([level, said]) => (
              <li key={level}>
                <T text={said} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function WeightCell({ level, axis }: { readonly level: Level | undefined; readonly axis: Axis }) {
  if (level === undefined || !isThere(level)) return <td class="none">－</td>;
  return (
    <td>
      <span class="weight">
        <WeightBar weight={level.weight} axis={axis} />
        <span class="number">{signed(level.weight)}</span>
      </span>
    </td>
  );
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '＋'}${Math.abs(weight).toFixed(1)}`;
}

function WeightBar({ weight, axis }: { readonly weight: number; readonly axis: Axis }) {
  const percent = (value: number) => `${((100 * value) / (axis.high - axis.low)).toFixed(2)}%`;
  const held = Math.max(axis.low, Math.min(axis.high, weight));
  return (
    <svg class="bar" aria-hidden="true">
      <rect
        class={weight < 0 ? 'against' : 'for'}
        x={percent(Math.min(0, held) - axis.low)}
        width={percent(Math.abs(held))}
        y="20%"
        height="60%"
      />
      <line class="zero" x1={percent(-axis.low)} x2={percent(-axis.low)} y1="0" y2="100%" />
    </svg>
  );
}
