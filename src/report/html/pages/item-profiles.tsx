import type { ItemProfileView } from '../../../audit/quality.js';
import type { AuditResult } from '../../../audit/result.js';
import { ITEMS, wordsFor } from '../../../audit/words.js';
import { sourceTitle } from '../../text/names.js';
import { count, Head } from '../frame.js';
import { Say, T } from '../page.js';
import { percent } from './quality-maps.js';

/** Shapes shown of an item: the rest is of interest to nobody but the check for shifts. */
const SHAPES = 3;

/** Per source and item: filled, distinct, valid, and the commonest shapes in place of examples. */
export function ItemProfiles({
  result,
  profile,
}: {
  readonly result: AuditResult;
  readonly profile: readonly ItemProfileView[];
}) {
  const sources = [...new Set(profile.map(({ source }) => source))];
  return (
    <section>
      <h2>
        <Say ja="項目ごとの状況" en="Item by item" />
      </h2>
      <p class="quiet">
        <Say
          ja="形は値を伏せて書き方だけを示します: 9 数字、A 英字、ア・ｱ カナ、あ ひらがな、漢 漢字、他 その他の文字、9{12} は数字12桁。"
          en="Shapes show how values are written and hide them: 9 a digit, A a letter, ア ｱ あ kana, 漢 a kanji, 他 another letter; 9{12} is twelve digits."
        />
      </p>
      {sources.map((source) => (
        <SourceProfile
          key={source}
          result={result}
          source={source}
          items={profile.filter((each) => each.source === source)}
        />
      ))}
    </section>
  );
}

function SourceProfile({
  result,
  source,
  items,
}: {
  readonly result: AuditResult;
  readonly source: string;
  readonly items: readonly ItemProfileView[];
}) {
  return (
    <section>
      <h3>
        <T text={sourceTitle(result, source)} />{' '}
        <Say ja={`（${rows(items)} 行）`} en={`(${rows(items)} rows)`} />
      </h3>
      <div class="scroll">
        <table class="dense profile">
          <thead>
            <tr>
              <Head ja="項目" en="Item" />
              <Head ja="入力あり" en="Filled" number />
              <Head ja="値の種類" en="Distinct" number />
              <Head ja="正しい値" en="Valid" number />
              <Head ja="主な形" en="Commonest shapes" />
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <ProfileRow key={each.item} profile={each} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const rows = (items: readonly ItemProfileView[]) => count(items[0]?.rows ?? 0);

function ProfileRow({ profile }: { readonly profile: ItemProfileView }) {
  const { item, filled, distinct, estimated, valid, sampled, shapes } = profile;
  const isSample = sampled < filled;
  return (
    <tr>
      <th scope="row">
        <T text={wordsFor(ITEMS, item)} />
      </th>
      <td class="number">
        {count(filled)} <span class="quiet">{percent(profile.rows === 0 ? 0 : filled / profile.rows)}</span>
      </td>
      <td class="number">
        {estimated && <Say ja="約 " en="about " />}
        {count(distinct)}
      </td>
      <td class="number">
        {valid === null ? '－' : percent(valid)}
        {valid !== null && isSample && (
          <span class="quiet line">
            <Say ja={`${count(sampled)} 件の標本`} en={`of ${count(sampled)} sampled`} />
          </span>
        )}
      </td>
      <td class="shapes">
        {shapes.slice(0, SHAPES).map(({ shape, share }) => (
          <span key={shape}>
            <code>{shape}</code> <span class="quiet">{percent(share)}</span>
          </span>
        ))}
      </td>
    </tr>
  );
}
