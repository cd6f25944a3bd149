import type { ComponentChildren } from 'preact';
import { PaperFoot } from '../../report/html/frame.js';
import { LanguageSwitch, Say, T } from '../../report/html/page.js';
import { WORDS } from './words.js';

/** What stands above and below every evaluation. */
export function EvaluationFrame(props: {
  readonly run: string;
  /** There is a report beside it to go back to. */
  readonly hasReport: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <>
      <header class="top">
        <p class="brand">
          <strong>
            <T text={WORDS.title} />
          </strong>
          <span>{props.run}</span>
        </p>
        <p class="tools screen pages">
          {props.hasReport && (
            <a href="index.html">
              <Say ja="全体" en="Overview" />
            </a>
          )}
          <LanguageSwitch />
        </p>
      </header>
      <main id="main">{props.children}</main>
      <PaperFoot runId={props.run} />
    </>
  );
}
