import type { ComponentChildren } from 'preact';
import type { Bilingual } from '../../../text/bilingual.js';

/** One axis of a chart: which values it spans, where it is labelled, and how values are spread over it. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly label: (value: number) => string;
  readonly title: Bilingual;
  /** Spreads values; none for an even scale. */
  readonly spread?: (value: number) => number;
}

/** Place of a pair of values, in units of the picture. */
export type Place = (x: number, y: number) => readonly [number, number];

const WIDTH = 420;
const MARGIN = { left: 76, right: 28, top: 12, bottom: 52 } as const;

/** A picture with two labelled axes, drawn when the report is made; `children` draws the marks. */
export function Chart(props: {
  readonly title: Bilingual;
  readonly x: Scale;
  readonly y: Scale;
  readonly height?: number;
  readonly children: (at: Place) => ComponentChildren;
}) {
  const { title, x, y, height = 320, children } = props;
  const right = WIDTH - MARGIN.right;
  const bottom = height - MARGIN.bottom;
  const at: Place = (vx, vy) => [
    round(MARGIN.left + share(x, vx) * (right - MARGIN.left)),
    round(bottom - share(y, vy) * (bottom - MARGIN.top)),
  ];
  return (
    <svg
      class="chart"
      role="img"
      aria-label={`${title.ja} / ${title.en}`}
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
    >
      {x.ticks.map((tick) => {
        const [left] = at(tick, y.from);
        return (
          <g key={tick}>
            <line class="grid" x1={left} x2={left} y1={MARGIN.top} y2={bottom} />
            <text x={left} y={bottom + 18} text-anchor="middle">
              {x.label(tick)}
            </text>
          </g>
        );
      })}
      {y.ticks.map((tick) => {
        const [, top] = at(x.from, tick);
        return (
          <g key={tick}>
            <line class="grid" x1={MARGIN.left} x2={right} y1={top} y2={top} />
            <text x={MARGIN.left - 8} y={top + 5} text-anchor="end">
              {y.label(tick)}
            </text>
          </g>
        );
      })}
      <Words text={x.title} x={(MARGIN.left + right) / 2} y={height - 10} />
      <Words text={y.title} x={16} y={(MARGIN.top + bottom) / 2} turned />
      {children(at)}
    </svg>
  );
}

function Words(props: {
  readonly text: Bilingual;
  readonly x: number;
  readonly y: number;
  readonly turned?: boolean;
}) {
  const { text, x, y, turned } = props;
  const place = { x, y, 'text-anchor': 'middle', transform: turned ? `rotate(-90 ${x} ${y})` : undefined };
  return (
    <>
      <text {...place} lang="ja">
        {text.ja}
      </text>
      <text {...place} lang="en">
        {text.en}
      </text>
    </>
  );
}

function share({ from, to, spread = (value) => value }: Scale, value: number): number {
  const [low, high] = [spread(from), spread(to)];
  const part = (spread(Math.min(Math.max(value, from), to)) - low) / (high - low);
  return Number.isFinite(part) ? part : 0;
}

/** Points of a line, as the attribute of a polyline. */
export function points(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y]) => `${x},${y}`).join(' ');
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
