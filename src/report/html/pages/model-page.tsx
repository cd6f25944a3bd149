import type { AuditResult } from '../../../audit/result.js';
import { sourceTitle } from '../../text/names.js';
import { Calibration } from '../charts/model-charts.js';
import { WeightCharts } from '../charts/weight-chart.js';
import { count, PaperFoot, SummaryTop } from '../frame.js';
import { Explain, Glossary } from '../glossary.js';
import { Say, T } from '../page.js';
import { ModelChangeSection } from './model-change.js';
import { SourceModels } from './source-models.js';

/** The learned weights, for the analyst. */
export function ModelPage({ result }: { readonly result: AuditResult }) {
  const sources = Object.keys(result.model.sources).map((id) => ({ id, title: sourceTitle(result, id) }));
  return (
    <>
      <SummaryTop result={result} />
      <main id="main">
        <h1 class="headline">
          <Say ja="学習したモデル" en="The learned model" />
        </h1>
        <p>
          <Say
            ja="重みは log2(m/u)。m は正しい紐付けでその水準になる割合、u は無関係な二人でその水準になる割合。右の実線は本人の可能性を、左の斜線は別人の可能性を高めます。"
            en="Weights are log2(m/u): m is the share of right links at a level, u the share of unrelated pairs. Solid bars to the right speak for the same person, hatched bars to the left against."
          />
        </p>
        <ModelOrigin result={result} />
        <AbsurdWeights result={result} />
        <ModelChangeSection result={result} />
        <Calibration model={result.model} sources={sources} />
        <Renamings result={result} />
        <GivenNames result={result} />
        <h2>
          <Say ja="項目ごとの重み" en="Weights, item by item" /> <Explain term="weight" />
        </h2>
        <WeightCharts model={result.model} sources={sources} />
        <SourceModels result={result} />
      </main>
      <Glossary terms={['calibration', 'weight', 'convergence']} />
      <PaperFoot runId={result.run.runId} />
    </>
  );
}

const ORIGINS = {
  learned: { ja: '紐付け自体', en: 'the links' },
  gazetteer: { ja: '新旧対応表', en: 'the gazetteer' },
  'built-in': { ja: '組込みの合併一覧', en: 'the list of mergers' },
} as const;

/** Places whose records stand at an old name: nobody of them moved. */
function Renamings({ result }: { readonly result: AuditResult }) {
  const { renamings } = result.model;
  if (renamings === undefined) return null;
  return (
    <section>
      <h2>
        <Say ja="名称の変わった町・市区町村" en="Renamed towns and municipalities" />
      </h2>
      <p class="quiet">
        <Say
          ja="同じ番地のまま別の町名・市区町村名の住民に紐付く記録が多い場所と、地名の新旧対応表にある場所です。転居ではなく名称や番地の変更とみなし、同じ住所として比べました。"
          en="Records that stand at one place and lead to residents of another with the same lots, and places that the gazetteer names: taken for a new name or number and not for moves, so that they are the same address."
        />
      </p>
      <table class="dense">
        <thead>
          <tr>
            <th scope="col">
              <Say ja="記録の名称" en="Name in the records" />
            </th>
            <th scope="col">
              <Say ja="住民登録の名称" en="Name in the register" />
            </th>
            <th scope="col" class="number">
              <Say ja="件数" en="Links" />
            </th>
            <th scope="col" class="number">
              <Say ja="番地の数" en="Lots" />
            </th>
            <th scope="col">
              <Say ja="根拠" en="Told by" />
            </th>
          </tr>
        </thead>
        <tbody>
          {renamings.map(({ before, after, links, lots, origin }) => (
            <tr key={`${before} ${after} ${origin}`}>
              <th scope="row">{before}</th>
              <td>{after}</td>
              <td class="number">{count(links)}</td>
              <td class="number">{count(lots)}</td>
              <td>
                <Say {...ORIGINS[origin]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a name alone says of its bearer, where the record says no more. */
function GivenNames({ result }: { readonly result: AuditResult }) {
  const { givenNames } = result.model;
  if (givenNames === undefined) return null;
  return (
    <section>
      <h2>
        <Say ja="名のカナと性別・年代" en="Given names, sex and age" />
      </h2>
      <p class="quiet">
        <Say
          ja="性別か生年月日のない記録では、名のカナがフリガナのない住民の性別・年代にどれほど合うかも重みに入れます。住民登録から数えた、男女それぞれ多い名です。"
          en="Where a record lacks sex or birth date, how well its kana given name fits the sex and age of a resident without furigana is weighed, too. The commonest names of each sex, counted over the register."
        />
      </p>
      <table class="dense">
        <thead>
          <tr>
            <th scope="col">
              <Say ja="カナ" en="Kana" />
            </th>
            <th scope="col" class="number">
              <Say ja="住民" en="Residents" />
            </th>
            <th scope="col" class="number">
              <Say ja="女性の割合" en="Women" />
            </th>
            <th scope="col" class="number">
              <Say ja="半数の生まれた年代" en="Half of them born" />
            </th>
          </tr>
        </thead>
        <tbody>
          {givenNames.map(({ kana, residents, women, from, to }) => (
            <tr key={kana}>
              <th scope="row">{kana}</th>
              <td class="number">{count(residents)}</td>
              <td class="number">{`${(women * 100).toFixed(0)}%`}</td>
              <td class="number">{`${from}–${to + 9}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Weights that cannot be right stand before all others. */
function AbsurdWeights({ result }: { readonly result: AuditResult }) {
  const issues = result.quality.filter(({ check }) => check === 'weight-absurd');
  if (issues.length === 0) return null;
  return (
    <section class="alarms">
      {issues.map(({ source, title, advice }) => (
        <p key={`${source} ${title.en}`}>
          <strong>
            <T text={sourceTitle(result, source)} />: <T text={title} />
          </strong>
          <br />
          <T text={advice} />
        </p>
      ))}
    </section>
  );
}

/** Learned this night, or frozen: two runs compare only where this is known. */
export function ModelOrigin({ result }: { readonly result: AuditResult }) {
  const { frozenModel } = result.run;
  return (
    <p>
      {frozenModel === undefined ? (
        <Say
          ja="この回の紐付けと、これまでに確定した判断から学習したモデルです。"
          en="Learned from the links of this run and what reviewers have settled so far."
        />
      ) : (
        <Say
          ja={`ファイル ${frozenModel} に固定されたモデルです。この回では学習していません。`}
          en={`Frozen in the file ${frozenModel}: nothing was learned in this run.`}
        />
      )}
    </p>
  );
}
