import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { T } from '../../report/html/page.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { Cell, EvaluationTable } from '../tables.js';
import { WORDS } from './words.js';

/** Titles of the sources, as the pipeline file gives them. */
export const SourceTitles = createContext<Readonly<Record<string, Bilingual>>>({});

const TEXT_COLUMNS: ReadonlySet<Cell> = new Set<Bilingual>([
  WORDS.source,
  WORDS.cause,
  WORDS.foundCause,
  WORDS.kind,
  WORDS.rule,
  WORDS.record,
  WORDS.resident,
  WORDS.owner,
  WORDS.note,
  WORDS.grade,
  WORDS.why,
]);

export function Table({ title, headings, rows }: EvaluationTable) {
  const kind = headings.map((heading) => (TEXT_COLUMNS.has(heading) ? undefined : 'number'));
  return (
    <section>
      <h2>
        <T text={WORDS[title]} />
      </h2>
      {rows.length === 0 ? (
        <p>
          <T text={WORDS.none} />
        </p>
      ) : (
        <div class="scroll">
          <table class="dense">
            <thead>
              <tr>
                {headings.map((heading, at) => (
                  <th key={at} scope="col" class={kind[at]}>
                    <Words cell={heading} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, line) => (
                <tr key={line}>
                  {row.map((cell, at) => (
                    <td key={at} class={kind[at]}>
                      <Words cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Words({ cell }: { readonly cell: Cell }) {
  const titles = useContext(SourceTitles);
  if (typeof cell === 'string') return <span>{cell}</span>;
  return <T text={'source' in cell ? (titles[cell.source] ?? cell) : cell} />;
}
