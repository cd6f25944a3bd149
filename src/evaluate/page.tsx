import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { fill } from '../text/bilingual.js';
import { BudgetChart, CalibrationChart } from './charts.js';
import type { Evaluation } from './evaluation.js';
import {
  budgetTable,
  calibrationTable,
  causeTable,
  confusionTable,
  duplicateTable,
  type EvaluationTable,
  linkTable,
  plantedTable,
  soundTable,
  sourceTable,
} from './tables.js';
import { percent, WORDS, type Word } from './words.js';

const CSS = readFileSync(new URL('./assets/evaluation.css', import.meta.url), 'utf8');
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const TEXT_COLUMNS: readonly unknown[] = [
  'source',
  'cause',
  'kind',
  'record',
  'resident',
  'owner',
  'note',
  'grade',
];

/** The evaluation as one HTML page that needs nothing else and asks for nothing. */
export function evaluationPage(evaluation: Evaluation): string {
  const body = renderToString(<Page {...evaluation} />);
  return `<!doctype html>\n${body}\n`;
}

function Page(evaluation: Evaluation) {
  const { calibration, budget, causeAccuracy } = evaluation;
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{both('title')}</title>
        <style dangerouslySetInnerHTML={{ __html: CSS }} />
      </head>
      <body>
        <main>
          <h1>{both('title')}</h1>
          <p>{fill(WORDS.matching, { ...evaluation.matching }).ja}</p>
          <p lang="en">{fill(WORDS.matching, { ...evaluation.matching }).en}</p>
          <Table {...sourceTable(evaluation)} />
          <Table {...causeTable(evaluation)} />
          <Table {...confusionTable(evaluation)} />
          <p>{`${both('causeRight')}: ${percent(causeAccuracy)}`}</p>
          <Table {...soundTable(evaluation)} />
          <Table {...plantedTable(evaluation)} />
          <Table {...duplicateTable(evaluation)} />
          <Table {...budgetTable(evaluation, 20)} />
          <BudgetChart budget={budget} />
          <Table {...calibrationTable(evaluation)} />
          <p>{`${both('error')}: ${calibration.error.toFixed(5)}; ${both('suspectError')}: ${calibration.suspectError.toFixed(4)}`}</p>
          <CalibrationChart {...calibration} />
          <Links list="misses" {...evaluation} />
          <Links list="falseAlarms" {...evaluation} />
        </main>
      </body>
    </html>
  );
}

function both(word: Word): string {
  return `${WORDS[word].ja} / ${WORDS[word].en}`;
}

function Links({ list, ...evaluation }: Evaluation & { list: 'misses' | 'falseAlarms' }) {
  const { total, links } = evaluation[list];
  const rest = fill(WORDS.more, { n: total - links.length });
  return (
    <>
      <Table {...linkTable(list, links)} />
      {total > links.length ? <p>{`${rest.ja} / ${rest.en}`}</p> : null}
    </>
  );
}

function Table({ title, headings, rows }: EvaluationTable) {
  const isText = headings.map((heading) => TEXT_COLUMNS.includes(heading));
  return (
    <section>
      <h2>{both(title)}</h2>
      {rows.length === 0 ? (
        <p>{both('none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {headings.map((heading, at) => (
                <th key={at} scope="col" class={isText[at] ? undefined : 'number'}>
                  {typeof heading === 'string' ? both(heading) : heading.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join('\t')}>
                {row.map((cell, at) => (
                  <td key={at} class={isText[at] ? undefined : 'number'}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
