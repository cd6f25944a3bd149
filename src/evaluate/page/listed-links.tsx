import { T } from '../../report/html/page.js';
import { fill } from '../../text/bilingual.js';
import type { KeyList, LinkExplanation, ListedLink } from '../evaluation.js';
import { linkTable } from '../tables.js';
import { Table } from './page-table.js';
import { WORDS } from './words.js';

/** Links of the page; the rest stands in evaluation.json. */
const SHOWN = 200;

/** Misses or false alarms: the keys of all, and why the first were judged as they were. */
export function ListedLinks(props: {
  readonly title: 'misses' | 'falseAlarms';
  readonly run: string;
  readonly list: KeyList;
}) {
  const { title, run, list } = props;
  const shown = list.links.slice(0, SHOWN);
  const explained = shown.filter(({ explanation }) => explanation);
  return (
    <>
      <Table {...linkTable(title, shown)} />
      {list.total > shown.length && (
        <p>
          <T text={fill(WORDS.more, { n: list.total - shown.length })} />
        </p>
      )}
      {explained.length > 0 && (
        <details>
          <summary>
            <T text={WORDS.explained} />
          </summary>
          {explained.map((link, at) => (
            <Explained key={at} run={run} link={link} explanation={link.explanation!} />
          ))}
        </details>
      )}
    </>
  );
}

function Explained(props: {
  readonly run: string;
  readonly link: ListedLink;
  readonly explanation: LinkExplanation;
}) {
  const { run, link, explanation } = props;
  return (
    <section>
      <h3>
        {link.source}:{link.record_id} → {link.resident_id}
      </h3>
      <p class="quiet">
        <code>
          totsugo explain {run} {link.source}:{link.record_id}
        </code>
      </p>
      <table class="dense">
        <tbody>
          {explanation.evidence.map(({ item, title, text, weight }) => (
            <tr key={item}>
              <th scope="row">
                <T text={title} />
              </th>
              <td>
                <T text={text} />
              </td>
              <td class="number">{signed(weight)}</td>
            </tr>
          ))}
          {explanation.total !== null && (
            <tr>
              <th scope="row">
                <T text={WORDS.total} />
              </th>
              <td />
              <td class="number">{signed(explanation.total)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {explanation.candidates.length > 0 && (
        <p>
          <T text={WORDS.candidates} />:
        </p>
      )}
      <ul>
        {explanation.candidates.map(({ resident_id, probability, why, levels }) => (
          <li key={resident_id}>
            {resident_id}{' '}
            {probability === null ? <T text={WORDS.discarded} /> : Number(probability.toPrecision(3))}{' '}
            <T text={joined(why, '・', ', ')} />{' '}
            <span class="quiet">
              <T text={joined(levels, ' / ', ' / ')} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function joined(texts: LinkExplanation['candidates'][number]['why'], ja: string, en: string) {
  return { ja: texts.map((text) => text.ja).join(ja), en: texts.map((text) => text.en).join(en) };
}

function signed(bits: number): string {
  return `${bits > 0 ? '+' : ''}${bits.toFixed(2)}`;
}
