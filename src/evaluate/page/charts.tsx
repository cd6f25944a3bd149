import { Chart, points, type Scale } from '../../report/html/charts/chart.js';
import type { BudgetPoint } from '../evaluation.js';
import { WORDS } from './words.js';

const SHARE = {
  from: 0,
  to: 1,
  ticks: [0, 0.25, 0.5, 0.75, 1],
  label: (value: number) => `${100 * value} %`,
} as const;

/** Recall and precision against the number of the likeliest links that are read. */
export function BudgetChart({ budget }: { readonly budget: readonly BudgetPoint[] }) {
  const most = budget.at(-1)!.reviewed;
  const x: Scale = {
    from: 0,
    to: most,
    ticks: roundSteps(most),
    label: (value) => value.toLocaleString('en'),
    title: WORDS.reviewed,
  };
  return (
    <Chart title={WORDS.budget} x={x} y={{ ...SHARE, title: { ja: '割合', en: 'share' } }}>
      {(at) => (
        <>
          <polyline
            class="curve"
            points={points(budget.map(({ reviewed, recall }) => at(reviewed, recall)))}
          />
          <polyline
            class="curve second"
            points={points(budget.map(({ reviewed, precision }) => at(reviewed, precision)))}
          />
        </>
      )}
    </Chart>
  );
}

/** Precision against recall as more of the likeliest links are read. */
export function PrecisionRecallChart({ budget }: { readonly budget: readonly BudgetPoint[] }) {
  return (
    <Chart title={WORDS.curve} x={{ ...SHARE, title: WORDS.recall }} y={{ ...SHARE, title: WORDS.precision }}>
      {(at) => (
        <>
          <polyline
            class="curve"
            points={points(budget.map(({ recall, precision }) => at(recall, precision)))}
          />
          {budget.map(({ reviewed, recall, precision }) => {
            const [cx, cy] = at(recall, precision);
            return (
              <circle key={reviewed} class="mark" cx={cx} cy={cy} r={2}>
                <title>{`n = ${reviewed}: ${recall.toFixed(3)}, ${precision.toFixed(3)}`}</title>
              </circle>
            );
          })}
        </>
      )}
    </Chart>
  );
}

/** About five round numbers from 0 on. */
function roundSteps(most: number): number[] {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].find((n) => n * power >= rough)! * power);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}
