import { wordsFor } from '../../../audit/words.js';
import { KINDS } from '../../../findings/titles.js';
import { count } from '../frame.js';
import { Say, T } from '../page.js';
import { listHref } from './figure-lists.js';
import type { OverviewProps } from './overview.js';

/** What was found in the register itself: it belongs to no organisation, so it leads to a list of its own. */
export function RegisterFindings({ result, folders }: OverviewProps) {
  const found = Object.entries(result.summary.register.findings).filter(([, value]) => value > 0);
  const folder = folders.get('-');
  if (found.length === 0 || folder === undefined) return null;
  return (
    <section>
      <h2>
        <Say ja="住民登録について" en="About the resident register" />
      </h2>
      <ul class="plain">
        {found.map(([kind, value]) => (
          <li key={kind}>
            <a href={listHref(folder, { kind: [kind], source: ['register'] })}>
              <T text={wordsFor(KINDS, kind)} />
              <Say ja={`: ${count(value)} 件`} en={`:\u00a0${count(value)}`} />
              <Groups groups={result.incidents?.register[kind]} of={value} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each row of a person who stands there twice has a case, so that there are fewer persons than cases. */
function Groups({ groups, of }: { readonly groups: number | undefined; readonly of: number }) {
  if (groups === undefined || groups === of) return null;
  return <Say ja={`（${count(groups)} 組の住民）`} en={` (${count(groups)} groups of rows)`} />;
}
