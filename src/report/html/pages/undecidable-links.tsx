import type { AuditResult } from '../../../audit/result.js';
import {
  UNDECIDABLE,
  UNDECIDABLE_NEXT,
  type UndecidableLinks,
  type UndecidablePlace,
} from '../../../audit/unchecked.js';
import { fileNames, sourceTitle } from '../../text/names.js';
import { VIEWER_WORDS } from '../../text/viewer-words.js';
import { ALL_FOLDER } from '../case/facet-names.js';
import { shown } from '../case/graphemes.js';
import { count, Head } from '../frame.js';
import { Say, T } from '../page.js';
import { listHref } from './figure-lists.js';
import type { OverviewProps } from './overview.js';
import { SideBySide } from './side-by-side.js';

export interface GroupProps<G> {
  readonly group: G;
  readonly result: AuditResult;
}

export const linksIn = (n: number) => (n === 1 ? '1 link' : `${count(n)} links`);

/** Which of the places are told, where not all are. */
export function Told({
  told,
  of,
  unit = '件',
}: {
  readonly told: number;
  readonly of: number;
  readonly unit?: '件' | '行';
}) {
  if (told >= of) return null;
  return (
    <p class="quiet">
      <Say ja={`はじめの ${count(told)} ${unit}を示します。`} en={`The first ${count(told)} are shown.`} />
    </p>
  );
}

/** Undecidable links of one source and reason: what to do, and each of them with its values or its case. */
export function Undecidable({
  group,
  result,
  folders,
}: GroupProps<UndecidableLinks> & Pick<OverviewProps, 'folders'>) {
  const { places } = group;
  // What a finding says of a link stands on its own page, and is decided there.
  const found = places.filter(({ finding }) => finding !== null);
  const others = places.filter(({ finding }) => finding === null);
  return (
    <section>
      <h3>
        <T text={sourceTitle(result, group.source)} />: <T text={UNDECIDABLE[group.reason]} />{' '}
        <Say ja={`${count(group.count)} 件`} en={linksIn(group.count)} />
      </h3>
      <p>
        <strong>
          <Say ja="次にすること" en="What to do next" />
        </strong>{' '}
        <T text={UNDECIDABLE_NEXT[group.reason]} />
      </p>
      <Told told={others.length} of={group.count - group.cases} />
      {others.map((place) => (
        <Link key={`${place.file} ${place.row}`} place={place} result={result} />
      ))}
      {found.length > 0 && <Found places={found} group={group} result={result} folders={folders} />}
    </section>
  );
}

interface PlaceProps {
  readonly place: UndecidablePlace;
  readonly result: AuditResult;
}

/** A link of its own, whose record and resident are folded away until somebody looks. */
function Link({ place, result }: PlaceProps) {
  const { recordId, residentId, file, row, view } = place;
  const nameOf = fileNames(result.run.inputs);
  return (
    <details class="undecided">
      <summary>
        <Say ja="記録" en="Record" /> <bdi>{shown(recordId, 80).text}</bdi>
        <span class="quiet">
          <Say ja="紐付け先" en="Linked resident" /> <bdi>{residentId ?? '－'}</bdi>
        </span>
        <bdi class="quiet">{`${nameOf(file)}:${row}`}</bdi>
      </summary>
      <Beside view={view} residentId={residentId} isHidden={result.run.disclosure === 'minimum'} />
    </details>
  );
}

interface BesideProps extends Pick<UndecidablePlace, 'view' | 'residentId'> {
  readonly isHidden: boolean;
}

/** With minimum disclosure nobody is shown: what is looked at on this page cannot be recorded. */
function Beside({ view, residentId, isHidden }: BesideProps) {
  if (view === null || isHidden) {
    return (
      <p class="quiet">
        <Say
          ja="最小開示のため値は示しません。分析する人が totsugo explain <結果のフォルダー> <事務>:<記録番号> で見られます。"
          en="Values are not shown (minimum disclosure). The analyst sees them with totsugo explain RUN SOURCE:RECORD_ID."
        />
      </p>
    );
  }
  return (
    <>
      {view.said.length > 0 && (
        <p>
          <Say
            ja={view.said.map(({ ja }) => `${ja}。`).join('')}
            en={view.said.map(({ en }) => `${en}.`).join(' ')}
          />
        </p>
      )}
      {view.next !== null && (
        <p>
          <strong>
            <T text={VIEWER_WORDS.next} />
          </strong>{' '}
          <Say ja={`${view.next.ja}。`} en={`${view.next.en}.`} />
        </p>
      )}
      <SideBySide item={view} residentId={residentId} />
    </>
  );
}

interface FoundProps {
  readonly places: readonly UndecidablePlace[];
  readonly group: UndecidableLinks;
  readonly result: AuditResult;
  readonly folders: ReadonlyMap<string, string>;
}

/** A line for each link that has a case, which a narrow screen shows first; cases that have none here are found in the list of all organisations. */
function Found({ places, group, result, folders }: FoundProps) {
  const nameOf = fileNames(result.run.inputs);
  const { source, kinds, cases } = group;
  const left = cases - places.length;
  return (
    <table class="dense">
      <thead>
        <tr>
          <Head ja="事案（値と判断）" en="Case (values, decision)" />
          <Head ja="記録の番号" en="Record" />
          <Head ja="紐付け先の宛名番号" en="Linked resident" />
          <Head ja="ファイルと行" en="File and row" />
        </tr>
      </thead>
      <tbody>
        {places.map(({ recordId, residentId, file, row, finding }) => (
          <tr key={`${file} ${row}`}>
            <th scope="row">
              <a
                href={`${encodeURIComponent(folders.get(finding!.organisation)!)}/index.html#case=${finding!.id}`}
              >
                {finding!.id}
              </a>
            </th>
            <td>
              <bdi>{shown(recordId, 80).text}</bdi>
            </td>
            <td>
              <bdi>{residentId ?? '－'}</bdi>
            </td>
            <td>
              <bdi>{`${nameOf(file)}:${row}`}</bdi>
            </td>
          </tr>
        ))}
        {left > 0 && (
          <tr>
            <td colSpan={4}>
              <a href={listHref(ALL_FOLDER, { kind: kinds, source: [source] })}>
                <Say
                  ja={`ほか ${count(left)} 件の事案（全機関の一覧）`}
                  en={`${count(left)} more cases (list of all organisations)`}
                />
              </a>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
