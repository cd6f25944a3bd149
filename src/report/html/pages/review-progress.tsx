import { organisationName } from '../../../audit/organisation-name.js';
import { REVIEW_STATES } from '../../../audit/words.js';
import { shown } from '../case/graphemes.js';
import { count, Head } from '../frame.js';
import { Say, T } from '../page.js';
import { listHref } from './figure-lists.js';
import type { OverviewProps } from './overview.js';

/** How far each organisation has come, and how many cases each reviewer has a word on; nothing before the first decision. */
export function ReviewProgress({ result, folders }: OverviewProps) {
  const { organisations = [], reviewers = [] } = result.review ?? {};
  if (organisations.length === 0) return null;
  const found = new Map(result.organisations.map(({ organisation, findings }) => [organisation, findings]));
  return (
    <section>
      <h2>
        <Say ja="点検の進み具合" en="Progress of review" />
      </h2>
      <table class="dense">
        <thead>
          <tr>
            <Head ja="機関" en="Organisation" />
            <Head ja="済 / 全事案" en="Done / all cases" number />
            <Head {...REVIEW_STATES['second-needed']} number />
            <Head {...REVIEW_STATES['on-hold']} number />
          </tr>
        </thead>
        <tbody>
          {organisations.map(({ organisation, closed, secondNeeded, onHold }) => {
            const name = organisationName(organisation, result.organisationNames);
            const folder = folders.get(organisation);
            const told = <T text={{ ja: shown(name.ja, 60).text, en: shown(name.en, 60).text }} />;
            return (
              <tr key={organisation}>
                <th scope="row" class="code">
                  {folder === undefined ? (
                    <bdi>{told}</bdi>
                  ) : (
                    <a href={listHref(folder, {})}>
                      <bdi>{told}</bdi>
                    </a>
                  )}
                </th>
                <td class="number">{`${count(closed)} / ${count(found.get(organisation) ?? 0)}`}</td>
                <td class="number">{count(secondNeeded)}</td>
                <td class="number">{count(onHold)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {reviewers.length > 0 && (
        <p>
          <Say ja="点検担当者ごとの事案:" en="Cases by reviewer:" />{' '}
          {reviewers.map(({ reviewer, cases }, index) => (
            <span key={reviewer}>
              {index > 0 && ' ・ '}
              <bdi>{reviewer}</bdi> <Say ja={`${count(cases)} 件`} en={count(cases)} />
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
