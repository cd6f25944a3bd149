import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
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
  // Pages of one profile share a process: a page of its own process takes a second of the processor to come up.
  '--process-per-site',
];

/** Page tests need Debian's chromium: elsewhere they are skipped with a notice, in CI it must be there. */
export function hasBrowser(): boolean {
  if (existsSync(EXECUTABLE)) return true;
  if (process.env.CI) throw new Error(`page tests are required in CI: no ${EXECUTABLE}`);
  console.warn(`page tests skipped: no ${EXECUTABLE}`);
  return false;
}

/** A browser for all files of a worker, with which it ends. */
let browser: ReturnType<typeof chromium.launch> | undefined;

function newContext(): Promise<BrowserContext> {
  browser ??= chromium.launch({ executablePath: EXECUTABLE, args: ARGS });
  return browser.then((it) =>
    it.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true }),
  );
}

/** A profile that one visit after the other is given, emptied; a page of its own keeps its process. */
interface Profile {
  readonly context: BrowserContext;
  readonly keeper: Page;
}
let profile: Promise<Profile> | undefined;
let lent = false;

async function newProfile(): Promise<Profile> {
  const context = await newContext();
  const keeper = await context.newPage();
  const path = join(temporaryFolder(), 'empty.html');
  writeFileSync(path, '<!doctype html><title>empty</title>');
  await keeper.goto(pathToFileURL(path).href);
  return { context, keeper };
}

/** The profile that stays, as if nobody had used it; another while a visit has it. */
async function freshProfile(): Promise<Visit['context']> {
  if (lent) return newContext();
  lent = true;
  profile ??= newProfile();
  const { context, keeper } = await profile;
  await keeper.evaluate(() => localStorage.clear());
  return {
    newPage: () => context.newPage(),
    grantPermissions: (permissions) => context.grantPermissions(permissions),
    close: async () => {
      await Promise.all(context.pages().map((page) => page !== keeper && page.close()));
      await context.clearPermissions();
      lent = false;
    },
  };
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

/** Writes the report of the sample result, or of another, before the tests of a block, and takes it away after them. */
export function openReport(result = sampleResult()): { visit(): Promise<Visit> } {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(result, dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return { visit: () => visit(dir) };
}

/** A fresh profile with one page, and everything that went wrong or left the folder while it was open. */
export interface Visit {
  readonly context: Pick<BrowserContext, 'newPage' | 'close'> & {
    grantPermissions(permissions: string[]): Promise<void>;
  };
  readonly page: Page;
  readonly complaints: string[];
  open(path: string): Promise<void>;
}

export async function visit(dir: string): Promise<Visit> {
  const context = await freshProfile();
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
    const to = `${root}/${path}`;
    // Where only the part after # differs, nothing would be loaded.
    if (page.url().split('#')[0] === to.split('#')[0]) await page.goto('about:blank');
    await page.goto(to);
    if (path.includes('/index.html'))
      await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });
  };
  return { context, page, complaints, open };
}
