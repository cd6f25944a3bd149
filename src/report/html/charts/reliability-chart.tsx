import type { ReliabilityBin } from '../../../audit/model-view.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { Chart, type Scale } from './chart.js';

/** Probabilities on a scale of log odds: one in ten thousand and one in ten are as far apart as they are in kind. */
const ODDS = {
  from: 1e-5,
  to: 1 - 1e-5,
  ticks: [1e-4, 1e-3, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999],
  label: (value: number) => String(Number((100 * value).toFixed(2))),
  spread: (value: number) => Math.log(value / (1 - value)),
} satisfies Partial<Scale>;

const X: Scale = { ...ODDS, title: { ja: '示した確率（%）', en: 'probability given (%)' } };
const Y: Scale = { ...ODDS, title: { ja: '実際に誤りの割合（%）', en: 'share really wrong (%)' } };

/** Does a probability of 0.8 mean wrong in 8 of 10? On the diagonal it does; bars are exact 95 % intervals. */
export function ReliabilityChart({
  bins,
  of = null,
  height = 420,
}: {
  readonly bins: readonly ReliabilityBin[];
  /** The source that it is about; null for all. */
  readonly of?: Bilingual | null;
  readonly height?: number;
}) {
  const title = of
    ? { ja: `確率の較正（${of.ja}）`, en: `Calibration (${of.en})` }
    : { ja: '確率の較正', en: 'Calibration' };
  return (
    <Chart title={title} x={X} y={Y} height={height}>
      {(at) => {
        const [x1, y1] = at(X.from, Y.from);
        const [x2, y2] = at(X.to, Y.to);
        return (
          <>
            <line class="diagonal" x1={x1} y1={y1} x2={x2} y2={y2} />
            {bins.map((bin) => {
              const [x, y] = at(bin.meanProbability, bin.wrongShare);
              const [, top] = at(bin.meanProbability, bin.high);
              const [, bottom] = at(bin.meanProbability, bin.low);
              return (
                <g key={bin.from}>
                  <line class="interval" x1={x} x2={x} y1={top} y2={bottom} />
                  <circle class="mark" cx={x} cy={y} r={4}>
                    <title>{`${percent(bin.meanProbability)} → ${percent(bin.wrongShare)} (n = ${bin.links})`}</title>
                  </circle>
                </g>
              );
            })}
          </>
        );
      }}
    </Chart>
  );
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
