import { splitAtCases } from '../../../audit/case-ids.js';
import type { ShownCase } from '../../../audit/shown.js';
import { STATES } from '../../../audit/words.js';
import { type Bilingual, fill, type Language } from '../../../text/bilingual.js';
import { VIEWER_WORDS as WORDS } from '../../text/viewer-words.js';
import { comparisonRows, type Sides } from '../case/comparison-rows.js';
import { ALL_FOLDER } from '../case/facet-names.js';
import { shown } from '../case/graphemes.js';
import { textTable } from '../case/interner.js';
import { Say, T } from '../page.js';
import type { CellData, RecordCell, RowData, Run } from '../viewer-data.js';

interface Props {
  readonly item: Sides & Pick<ShownCase, 'candidates'>;
  readonly residentId: string | null;
}

/** Record, linked resident and whom else it may fit, item by item: the table of the case page on a page without a viewer. */
export function SideBySide({ item, residentId }: Props) {
  const { intern, texts } = textTable();
  const rows = comparisonRows(item, item.candidates, intern);
  const say = (index: number): Bilingual => ({ ja: texts[index]![0], en: texts[index]![1] });
  return (
    <div class="scroll">
      <table class={`compare of-${1 + item.candidates.length}`}>
        <thead>
          <tr>
            <th scope="col">
              <T text={WORDS.columnItem} />
            </th>
            <Head title={WORDS.columnRecord} resident={null} />
            <Head title={WORDS.columnLinked} resident={residentId} />
            {item.candidates.map((one, index) => (
              <Head
                key={one.residentId}
                title={fill(WORDS.columnCandidate, { label: `C${index + 1}` })}
                resident={one.residentId}
                why={one.why}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.item} row={row} say={say} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  readonly title: Bilingual;
  readonly resident: string | null;
  readonly why?: readonly Bilingual[];
}

function Head({ title, resident, why = [] }: HeadProps) {
  return (
    <th scope="col">
      <T text={title} />
      {resident !== null && (
        <span class="quiet id">
          <T text={fill(WORDS.resident, { id: shown(resident, 60).text })} />
        </span>
      )}
      {why.map((text) => (
        <span key={text.en} class="why">
          <T text={text} />
        </span>
      ))}
    </th>
  );
}

type SayOf = (index: number) => Bilingual;

function Row({ row, say }: { readonly row: RowData; readonly say: SayOf }) {
  return (
    <tr class={row.differs ? 'differs' : row.fact ? 'fact' : undefined}>
      <th scope="row">
        <T text={say(row.label)} />
      </th>
      {row.fact ? <FactTd cell={row.record} label="A" say={say} /> : <RecordTd cell={row.record} />}
      {row.cells.map((cell, index) => {
        const label = index === 0 ? 'B' : `C${index}`;
        const Td = row.fact ? FactTd : OtherTd;
        return <Td key={label} cell={cell} label={label} say={say} />;
      })}
    </tr>
  );
}

interface FactProps {
  readonly cell: RecordCell | CellData;
  readonly label: string;
  readonly say: SayOf;
}

/** What is shown and compared with none; what is not stated is left blank, as on the page of a case. */
function FactTd({ cell, label, say }: FactProps) {
  if (cell.state === 'none') return <Quiet label={label} text={WORDS.nobody} />;
  const isBlank = cell.told === undefined && cell.runs.length === 0;
  return (
    <td data-column={label} class={isBlank ? 'blank' : undefined}>
      {cell.told !== undefined ? <Told text={say(cell.told)} /> : isBlank ? '－' : <Value runs={cell.runs} />}
    </td>
  );
}

/** A text of ours, with links to the cases that it names, which the list over all organisations opens. */
function Told({ text }: { readonly text: Bilingual }) {
  if (splitAtCases(text.ja).length === 1) return <T text={text} />;
  const linked = (language: Language) =>
    splitAtCases(text[language]).map((part, at) =>
      at % 2 === 1 ? (
        <a key={part} href={`${ALL_FOLDER}/index.html#case=${part}`}>
          {part}
        </a>
      ) : (
        part
      ),
    );
  return (
    <>
      <span lang="ja">{linked('ja')}</span>
      <span lang="en">{linked('en')}</span>
    </>
  );
}

function RecordTd({ cell }: { readonly cell: RecordCell }) {
  if (cell.hidden) return <Quiet label="A" text={WORDS.hidden} />;
  return (
    <td data-column="A">
      {cell.missing ? <Missing /> : <Value runs={cell.runs} />}
      <Original text={cell.original} />
    </td>
  );
}

function OtherTd({
  cell,
  label,
  say,
}: {
  readonly cell: CellData;
  readonly label: string;
  readonly say: SayOf;
}) {
  const { state = 'none', says = [] } = cell;
  if (state === 'none') return <Quiet label={label} text={WORDS.nobody} />;
  if (state === 'hidden') {
    const compared = says[0] && say(says[0][1]);
    const { ja, en } = WORDS.hidden;
    const text = compared ? { ja: `${ja}・${compared.ja}`, en: `${en}; ${compared.en}` } : WORDS.hidden;
    return <Quiet label={label} text={text} />;
  }
  const unsaid = state === 'missing' ? fill(WORDS.notCompared, { label: 'A' }) : STATES[state].text;
  const said = says.length > 0 ? says : ([[state, null]] as const);
  return (
    <td data-column={label}>
      {cell.runs.length === 0 ? <Missing /> : <Value runs={cell.runs} />}
      <Original text={cell.original} />
      {cell.runs.length > 0 &&
        said.map(([kind, text]) => (
          <span key={`${kind} ${text}`} class={`tag ${kind}`}>
            <span class="sign" aria-hidden="true">
              {STATES[kind].sign}
            </span>
            <T text={text === null ? unsaid : say(text)} />
          </span>
        ))}
    </td>
  );
}

function Quiet({ label, text }: { readonly label: string; readonly text: Bilingual }) {
  return (
    <td data-column={label} class="none">
      <T text={text} />
    </td>
  );
}

function Missing() {
  return (
    <span class="absent">
      <T text={STATES.missing.text} />
    </span>
  );
}

const CLASSES = { 1: 'v', 2: 'd' } as const;

function Value({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <bdi class="value" lang="ja">
      {runs.map((run, index) =>
        typeof run === 'string' ? (
          run
        ) : (
          <span key={`${index} ${run[0]}`} class={CLASSES[run[1]]}>
            {run[0]}
          </span>
        ),
      )}
    </bdi>
  );
}

function Original({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  const { ja, en } = fill(WORDS.asWritten, { text });
  return (
    <span class="quiet line">
      <Say ja={ja} en={en} />
    </span>
  );
}
