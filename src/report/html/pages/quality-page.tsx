import type { QualityIssue } from '../../../audit/quality.js';
import type { AuditResult } from '../../../audit/result.js';
import { ITEMS, wordsFor } from '../../../audit/words.js';
import { fileNames, sourceTitle } from '../../text/names.js';
import { count, Head, PaperFoot, SummaryTop } from '../frame.js';
import { Glossary } from '../glossary.js';
import { Say, T } from '../page.js';
import { ItemProfiles } from './item-profiles.js';
import { AgreementMap, EmptyMap } from './quality-maps.js';

const SIGNS = {
  error: { sign: '■', ja: '誤り', en: 'Error' },
  warning: { sign: '▲', ja: '注意', en: 'Warning' },
  info: { sign: '○', ja: '参考', en: 'Note' },
} as const;

/** What is wrong with the inputs, by count and with advice; never a value. */
export function QualityPage({ result }: { readonly result: AuditResult }) {
  // What is empty stands in one map, but for what makes a source hard to audit.
  const issues = result.quality.filter(
    ({ check, severity }) => check !== 'missing-items' || severity !== 'info' || !result.profile,
  );
  return (
    <>
      <SummaryTop result={result} />
      <main id="main">
        <h1 class="headline">
          <Say ja="データ品質" en="Data quality" />
        </h1>
        <h2>
          <Say ja="読み込んだファイル" en="Files read" />
        </h2>
        <Inputs result={result} />
        <h2>
          <Say ja="見つかったこと" en="What was found" />
        </h2>
        {issues.length === 0 ? (
          <p>
            <Say ja="指摘はありません。" en="Nothing to report." />
          </p>
        ) : (
          <Issues result={result} issues={issues} />
        )}
        <AgreementMap result={result} />
        <EmptyMap result={result} />
        {result.profile && result.profile.length > 0 && (
          <ItemProfiles result={result} profile={result.profile} />
        )}
      </main>
      <Glossary terms={['agreement']} />
      <PaperFoot runId={result.run.runId} />
    </>
  );
}

function Inputs({ result }: { readonly result: AuditResult }) {
  const nameOf = fileNames(result.run.inputs);
  return (
    <table class="dense">
      <thead>
        <tr>
          <Head ja="事務" en="Source" />
          <Head ja="ファイル" en="File" />
          <Head ja="行" en="Rows" number />
          <Head ja="受理" en="Accepted" number />
          <Head ja="読込不可" en="Rejected" number />
        </tr>
      </thead>
      <tbody>
        {result.run.inputs.map((input) => (
          <tr key={`${input.source} ${input.path}`}>
            <th scope="row">
              <T text={sourceTitle(result, input.source)} />
            </th>
            <td>
              <bdi class="file">{nameOf(input.path)}</bdi>
            </td>
            <td class="number">{count(input.rows)}</td>
            <td class="number">{count(input.accepted)}</td>
            <td class="number">{count(input.rejected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Issues(props: { readonly result: AuditResult; readonly issues: readonly QualityIssue[] }) {
  const { result, issues } = props;
  return (
    <table class="dense issues">
      <thead>
        <tr>
          <Head ja="程度" en="Degree" />
          <Head ja="事務" en="Source" />
          <Head ja="項目" en="Item" />
          <Head ja="内容と対応" en="What, and what to do" />
          <Head ja="件数" en="Count" number />
          <Head ja="割合" en="Share" />
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <IssueRow key={`${issue.check} ${issue.source} ${issue.item}`} issue={issue} result={result} />
        ))}
      </tbody>
    </table>
  );
}

function IssueRow({ issue, result }: { readonly issue: QualityIssue; readonly result: AuditResult }) {
  const share = issue.of === 0 ? 0 : issue.count / issue.of;
  const sign = SIGNS[issue.severity];
  return (
    <tr>
      <td class="degree">
        <span aria-hidden="true">{sign.sign}</span> <Say ja={sign.ja} en={sign.en} />
      </td>
      <td>
        <T text={sourceTitle(result, issue.source)} />
      </td>
      <td>{issue.item === null ? '－' : <T text={wordsFor(ITEMS, issue.item)} />}</td>
      <td>
        <strong>
          <T text={issue.title} />
        </strong>
        <span class="quiet line">
          <T text={issue.advice} />
        </span>
      </td>
      <td class="number">
        {count(issue.count)}
        <span class="narrow">
          <Say ja=" 件" en={issue.count === 1 ? ' row' : ' rows'} />
        </span>
      </td>
      <td class="number">
        {share > 0 && share < 0.0001 ? '< 0.01 %' : `${(share * 100).toFixed(2)} %`}
        <svg class="share" aria-hidden="true">
          <rect class="base" width="100%" height="100%" />
          <rect class="wrong" width={`${Math.min(100, share * 100).toFixed(2)}%`} height="100%" />
        </svg>
      </td>
    </tr>
  );
}
