import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { writeReports } from '../../src/report/index.js';
import { sampleResult } from './sample-result.js';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Page tests need Debian's chromium: elsewhere they are skipped with a notice, in CI it must be there. */
export function hasBrowser(): boolean {
  if (existsSync(EXECUTABLE)) return true;
  if (process.env.CI) throw new Error(`page tests are required in CI: no ${EXECUTABLE}`);
  console.warn(`page tests skipped: no ${EXECUTABLE}`);
  return false;
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGS });
}

/** A module of the viewer as a script that leaves what it exports in a variable `viewer`. */
export async function bundledModule(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/report/html/viewer/${file}`, import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'viewer',
    write: false,
  });
  return outputFiles[0]!.text;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'totsugo-report-'));
}

/** Writes the report of the sample result, or of another, before the tests of a block, and takes it and the browser away after them. */
export function openReport(result = sampleResult()): { visit(): Promise<Visit> } {
  let browser: Browser;
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(result, dir, ['html']);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });
  return { visit: () => visit(browser, dir) };
}

/** A fresh profile with one page, and everything that went wrong or left the folder while it was open. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
  open(path: string): Promise<void>;
}

export async function visit(browser: Browser, dir: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  const root = pathToFileURL(dir).href;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!/^(about:|blob:)/.test(request.url()) && !request.url().startsWith(root))
      complaints.push(`left the folder: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') complaints.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  const open = async (path: string) => {
    await page.goto('about:blank');
    await page.goto(`${root}/${path}`);
    if (path.includes('/index.html'))
      await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });
  };
  return { context, page, complaints, open };
}
