import type { JSX } from 'preact';
import type { BudgetPoint, Calibration } from './evaluation.js';

const SIZE = 320;
const MARGIN = 44;
const INNER = SIZE - 2 * MARGIN;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const x = (share: number) => MARGIN + share * INNER;
const y = (share: number) => SIZE - MARGIN - share * INNER;

/** Axes from 0 to 1 with labels; the chart's own marks are its children. */
function Axes(props: {
  label: string;
  horizontal: string;
  vertical: string;
  children: JSX.Element | JSX.Element[];
}) {
  return (
    <svg role="img" aria-label={props.label} viewBox={`0 0 ${SIZE} ${SIZE}`} width={SIZE} height={SIZE}>
      {TICKS.map((tick) => (
        <g key={tick} class="tick">
          <line x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} />
          <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text x={x(tick)} y={y(0) + 16} text-anchor="middle">
            {tick}
          </text>
          <text x={x(0) - 6} y={y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text x={x(0.5)} y={SIZE - 6} text-anchor="middle">
        {props.horizontal}
      </text>
      <text x={12} y={y(0.5)} text-anchor="middle" transform={`rotate(-90 12 ${y(0.5)})`}>
        {props.vertical}
      </text>
      {props.children}
    </svg>
  );
}

/** Share of wrong links against the mean probability of each bin; on the diagonal a probability means itself. */
export function CalibrationChart({ bins }: Calibration) {
  const most = Math.max(1, ...bins.map(({ links }) => Math.log10(links + 1)));
  return (
    <Axes
      label="較正 / calibration"
      horizontal="平均確率 / mean probability"
      vertical="誤りの割合 / share wrong"
    >
      <line class="diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <g>
        {bins.map(({ from, links, meanProbability, wrongShare }) => (
          <circle
            key={from}
            class="mark"
            cx={x(meanProbability)}
            cy={y(wrongShare)}
            r={2 + (5 * Math.log10(links + 1)) / most}
          >
            <title>{`${meanProbability.toFixed(4)} → ${wrongShare.toFixed(4)} (${links})`}</title>
          </circle>
        ))}
      </g>
    </Axes>
  );
}

/** Precision against recall as more of the likeliest links are reviewed. */
export function BudgetChart({ budget }: { budget: readonly BudgetPoint[] }) {
  const points = budget.map(({ recall, precision }) => `${x(recall)},${y(precision)}`).join(' ');
  return (
    <Axes
      label="適合率と再現率 / precision and recall"
      horizontal="再現率 / recall"
      vertical="適合率 / precision"
    >
      <polyline class="curve" points={points} />
      <g>
        {budget.map(({ reviewed, recall, precision }) => (
          <circle key={reviewed} class="mark" cx={x(recall)} cy={y(precision)} r={2}>
            <title>{`${reviewed}: ${recall.toFixed(3)}, ${precision.toFixed(3)}`}</title>
          </circle>
        ))}
      </g>
    </Axes>
  );
}
