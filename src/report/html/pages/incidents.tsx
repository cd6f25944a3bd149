import { organisationName } from '../../../audit/organisation-name.js';
import type { IncidentView } from '../../../audit/result.js';
import { wordsFor } from '../../../audit/words.js';
import { CAUSES, KINDS } from '../../../findings/titles.js';
import { shown } from '../case/graphemes.js';
import { count } from '../frame.js';
import { Say, T } from '../page.js';
import { allCases } from './figures.js';
import type { OverviewProps } from './overview.js';

/** Incidents named on the one-sheet page; the lists have all. */
const TOP = 3;

/** How many incidents the cases are, and the largest, each leading to its worst case, where they are decided in one act. */
export function Incidents({ result, folders }: OverviewProps) {
  const { incidents } = result;
  const cases = allCases(result);
  if (incidents === undefined || incidents.count === cases) return null;
  return (
    <p class="pages incidents">
      <Say
        ja={`${count(cases)} 件の事案は ${count(incidents.count)} のまとまりです。大きいもの:`}
        en={`The ${count(cases)} cases are ${count(incidents.count)} incidents. The largest:`}
      />
      {incidents.largest.slice(0, TOP).map((one) => {
        const folder = folders.get(one.organisation);
        const name = organisationName(one.organisation, result.organisationNames);
        const told = (
          // One child: the blanks between several go where a link is laid out as a box.
          <span>
            <T text={titleOf(one)} />{' '}
            <bdi>
              <T text={{ ja: shown(name.ja, 30).text, en: shown(name.en, 30).text }} />
            </bdi>
            <Size {...one} />
          </span>
        );
        return (
          <span key={one.incident}>
            {' '}
            {folder === undefined ? (
              told
            ) : (
              <a href={`${folder}/index.html#case=${one.incident}&from=all`}>{told}</a>
            )}
          </span>
        );
      })}
    </p>
  );
}

/** How it came about where that is known, else what was found. */
function titleOf({ kind, cause }: IncidentView) {
  return cause === null || cause === 'unknown' ? wordsFor(KINDS, kind) : wordsFor(CAUSES, cause);
}

/** An incident is counted in cases, the columns of causes in links: of one that is both, both are told. */
function Size({ findings, links }: IncidentView) {
  if (links === 0 || links === findings)
    return <Say ja={`（${count(findings)} 件）`} en={` (${count(findings)} cases)`} />;
  const others = count(findings - links);
  return (
    <Say
      ja={`（${count(findings)} 件: 要確認の紐付け ${count(links)}・その他 ${others}）`}
      en={` (${count(findings)} cases: ${count(links)} links in doubt, ${others} others)`}
    />
  );
}
