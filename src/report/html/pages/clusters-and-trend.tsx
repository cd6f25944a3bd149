import { organisationName } from '../../../audit/organisation-name.js';
import { GATHERING_TITLES, STATUSES } from '../../../audit/words.js';
import { sourceTitle } from '../../text/names.js';
import { gatheringValue } from '../case/facets.js';
import { shown } from '../case/graphemes.js';
import { count, Head } from '../frame.js';
import { Say, T } from '../page.js';
import { gatheringId, namedGatherings } from './figure-lists.js';
import { allCases } from './figures.js';
import { Nights } from './nights.js';
import { FigureLink, type OverviewProps } from './overview.js';

/** Places on the one-sheet page; the rest is on lists.html. */
const TOP = 5;

export function Clusters(props: OverviewProps) {
  const gatherings = namedGatherings(props.result);
  return (
    <section>
      <h2>
        <Say ja="要確認が集中している箇所" en="Where cases gather" />
      </h2>
      {gatherings.length === 0 ? <NoPlaces {...props} /> : <PlaceTable {...props} />}
      {(props.result.timeline ?? []).length > 0 && (
        <p class="pages screen">
          <a href="lists.html#timeline">
            <Say ja="端末と登録日の表" en="Terminals by day" />
          </a>
        </p>
      )}
      {gatherings.length > TOP && (
        <p class="pages">
          <a href={`lists.html#${gatheringId(0)}`}>
            <Say
              ja={`すべて（${count(gatherings.length)} か所）`}
              en={`All ${count(gatherings.length)} places`}
            />
          </a>
        </p>
      )}
    </section>
  );
}

/** What was looked at where nothing stands out, and why the rates of organisations above are no contradiction. */
function NoPlaces(props: OverviewProps) {
  const shifted = shiftsOf(props);
  return (
    <p class="quiet">
      <Say
        ja="端末・登録担当者・登録日・取得方法ごとに調べ、偶然とは言えないほど要確認が集中している箇所はありませんでした。"
        en="Terminals, operators, days and look-ups were tested: at none more cases gather than chance explains."
      />{' '}
      {shifted === undefined ? (
        <Say
          ja="機関の率はここでは調べません。紐付けの少ない機関では、数件でも高くなります。"
          en="Rates of organisations are not tested here: where there are few links, a few cases make a high one."
        />
      ) : (
        <Say
          ja={`上の表で率の高い機関には、行ずれ（続いた行の番号がまとめてずれたもの）があります: ${shifted.ja}。`}
          en={`High rates of organisations above come with row shifts (rows in a series took each other’s numbers): ${shifted.en}.`}
        />
      )}
    </p>
  );
}

/** Shifted blocks named on the one-sheet page. */
const MOST_SHIFTS = 3;

/** Of which organisations' links in doubt how many are a shifted block's, the largest share first; undefined where none are. */
function shiftsOf({ result }: Pick<OverviewProps, 'result'>) {
  const rows = result.summary.organisations.flatMap(({ organisation, source, C, causes }) => {
    const shifted = causes['row-shift'] ?? 0;
    return shifted > 0 ? [{ organisation, source, C, shifted }] : [];
  });
  if (rows.length === 0) return undefined;
  const told = rows
    .toSorted((left, right) => right.shifted / right.C - left.shifted / left.C || right.C - left.C)
    .slice(0, MOST_SHIFTS)
    .map(({ organisation, C, shifted }) => {
      const name = organisationName(organisation, result.organisationNames);
      return {
        ja: `${shown(name.ja, 30).text} ${count(C)} 件中 ${count(shifted)} 件`,
        en: `${shown(name.en, 30).text} ${count(shifted)} of ${count(C)}`,
      };
    });
  return { ja: told.map(({ ja }) => ja).join('、'), en: told.map(({ en }) => en).join(', ') };
}

function PlaceTable(props: OverviewProps) {
  return (
    <table class="dense gathered">
      <thead>
        <tr>
          <Head ja="どこ" en="Where" />
          <Head ja="事務" en="Source" />
          <Head ja="点検" en="Checked" number />
          <Head ja="要確認" en="To check" number />
          <Head ja="1万件あたり" en="In 10,000" number />
        </tr>
      </thead>
      <tbody>
        {namedGatherings(props.result)
          .slice(0, TOP)
          .map(({ item, source, value, links, C }, index) => (
            <tr key={`${item} ${source} ${value}`}>
              <th scope="row">
                <T text={GATHERING_TITLES[item]} /> <bdi>{gatheringValue(value).ja}</bdi>
              </th>
              <td class="source">
                <T text={sourceTitle(props.result, source)} />
              </td>
              <td class="number">{count(links)}</td>
              <td class="number">
                <FigureLink {...props} id={gatheringId(index)} value={C} />
              </td>
              <td class="number">{count(Math.round((C / links) * 10_000))}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

export function Trend(props: OverviewProps) {
  const { previous_run: previous } = props.result.summary;
  return (
    <section>
      <h2>
        <Say ja="前回からの変化" en="Since the last run" />
      </h2>
      {previous.first === undefined ? <Changes {...props} /> : <FirstRun {...props} />}
      {props.result.trail && <Nights trail={props.result.trail} />}
    </section>
  );
}

function FirstRun(props: OverviewProps) {
  return (
    <p>
      <strong>
        <Say ja="初回です。" en="First run." />
      </strong>{' '}
      <Say
        ja="前回の実行がないため、比べるものはありません。この回の事案は次回からの比較のもとになります: "
        en="There is no earlier run to compare with. The cases of this one are what the next is compared with: "
      />
      <FigureLink {...props} id="first" value={props.result.summary.previous_run.first ?? 0} />
    </p>
  );
}

function Changes(props: OverviewProps) {
  const { first: _, ...previous } = props.result.summary.previous_run;
  return (
    <>
      <dl class="figures four">
        {(['new', 'continuing', 'recurring'] as const).map((status) => (
          <div key={status}>
            <dt>
              <T text={STATUSES[status]} />
            </dt>
            <dd>
              <FigureLink {...props} id={status} value={previous[status]} />
            </dd>
          </div>
        ))}
        <div>
          <dt>
            <Say ja="解消" en="Resolved" />
          </dt>
          <dd>{count(previous.resolved)}</dd>
        </div>
      </dl>
      <p class="quiet">
        <Say
          ja={`新規・継続・再発を合わせると全事案 ${count(allCases(props.result))} 件です。解消した事案は前回の報告書にあります。`}
          en={`New, continuing and recurring together are all ${count(allCases(props.result))} cases. Resolved ones are in the last run’s report.`}
        />
      </p>
    </>
  );
}
