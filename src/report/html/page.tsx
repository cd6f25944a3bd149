import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Bilingual, Language } from '../../text/bilingual.js';

/**
 * Nothing but the report's own files: no request, no inline script or style, no plug-in, no form target. `file:`
 * stands beside 'self' because browsers differ in what 'self' means for a page opened from disk.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types totsugo',
].join('; ');

/** Both languages; the stylesheet shows the one of `<html lang>`. */
export function T({ text }: { readonly text: Bilingual }) {
  if (text.ja === text.en) return <span>{text.ja}</span>;
  return (
    <>
      <span lang="ja">{text.ja}</span>
      <span lang="en">{text.en}</span>
    </>
  );
}

/** A text written on the spot. */
export function Say({ ja, en }: Bilingual) {
  return <T text={{ ja, en }} />;
}

export interface PageProps {
  readonly title: Bilingual;
  readonly language: Language;
  /** A choice of the language is kept for the pages of one run. */
  readonly runId: string;
  /** Path from the page to the report's root, `''` or `../`. */
  readonly assets: string;
  readonly scripts: readonly string[];
  readonly page: string;
  readonly children: ComponentChildren;
}

/** A whole document, as text. */
export function drawPage(props: PageProps): string {
  return `<!doctype html>\n${render(<Page {...props} />)}\n`;
}

function Page({ title, language, runId, assets, scripts, page, children }: PageProps) {
  return (
    <html lang={language} data-run={runId} data-title-ja={title.ja} data-title-en={title.en}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title[language]}</title>
        <link rel="stylesheet" href={`${assets}style.css`} />
      </head>
      <body data-page={page}>
        <a class="skip" href="#main">
          <Say ja="本文へ" en="Skip to content" />
        </a>
        {children}
        <Hatch />
        {scripts.map((script) => (
          <script key={script} src={script} />
        ))}
      </body>
    </html>
  );
}

/** The hatching of bars that speak against, used by every picture of the page. */
function Hatch() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="6" height="6" />
          <rect class="stripe" width="2.5" height="6" />
        </pattern>
      </defs>
    </svg>
  );
}

export function LanguageSwitch() {
  return (
    <button type="button" class="plain" data-act="language">
      <span lang="ja">
        <span lang="en" class="always">
          English
        </span>
      </span>
      <span lang="en">
        <span lang="ja" class="always">
          日本語
        </span>
      </span>
    </button>
  );
}
