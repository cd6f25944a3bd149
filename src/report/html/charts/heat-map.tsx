import type { ComponentChildren } from 'preact';
import type { Bilingual } from '../../../text/bilingual.js';
import { T } from '../page.js';

/** A cell: what it says, and how dark it is, 0 to 1; null where there is nothing to say. */
export type HeatCell = { readonly text: string; readonly shade: number } | null;

export interface HeatRow {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cells: readonly HeatCell[];
}

/** Steps of shade; the number in the cell says the same, where colours are forced or not seen. */
const STEPS = 5;

/** A table whose cells are shaded by what they say. */
export function HeatMap(props: {
  readonly caption: Bilingual;
  readonly corner: Bilingual;
  readonly columns: readonly { readonly key: string; readonly title: Bilingual }[];
  readonly rows: readonly HeatRow[];
  /** What is dark is to be looked at; otherwise it is much of what is good. */
  readonly warns?: boolean;
}) {
  const { caption, corner, columns, rows, warns = false } = props;
  return (
    <div class="scroll">
      <table class={warns ? 'heat warns' : 'heat'}>
        <caption class="unseen">
          <T text={caption} />
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <T text={corner} />
            </th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col" class="number">
                <T text={title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td
                  key={columns[at]!.key}
                  class={cell === null ? 'number none' : `number heat-${stepOf(cell.shade)}`}
                >
                  {cell === null ? '－' : cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Nothing is the only thing that is not shaded. */
function stepOf(shade: number): number {
  return shade <= 0 ? 0 : Math.min(STEPS, Math.max(1, Math.ceil(shade * STEPS)));
}
