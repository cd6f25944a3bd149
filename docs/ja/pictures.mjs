// Takes the pictures of the Japanese guides and those of the READMEs from the sample data: npm run build && node docs/ja/pictures.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PICTURES = fileURLToPath(new URL('./pictures/', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'totsugo-pictures-'));
const run = join(dir, 'run');
execFileSync(process.execPath, [
  ...[join(ROOT, 'dist', 'cli.js'), 'run', join(ROOT, 'pipelines', 'emergency-review.yaml')],
  ...['--out', run, '--quiet', '--as-of', '2023-06-22', '--lang', 'ja'],
]);
const findings = readFileSync(join(run, 'findings.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(JSON.parse);
const shift = findings.find(({ cause }) => cause === 'row-shift');
const PAGES = {
  overview: 'index.html',
  list: `${shift.organisation}/index.html`,
  case: `${shift.organisation}/index.html#case=${shift.finding_id}`,
};

mkdirSync(PICTURES, { recursive: true });
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
for (const [name, path] of Object.entries(PAGES)) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${pathToFileURL(run).href}/${path}`);
  if (path !== 'index.html') await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await page.close();
}
// What both READMEs describe: an insurance record of a namesake, who lives at its address.
const namesake = findings.find(({ cause, source }) => cause === 'namesake' && source === 'insurance');
for (const [name, language] of Object.entries({ 'case.ja': 'ja', case: 'en' })) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 1010 } });
  await page.goto(
    `${pathToFileURL(run).href}/${namesake.organisation}/index.html#case=${namesake.finding_id}`,
  );
  await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });
  if (language === 'en') await page.locator('[data-act=language]').click();
  await page.mouse.move(0, 400);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(ROOT, 'docs', `${name}.png`) });
  await page.close();
}
await browser.close();
rmSync(dir, { recursive: true, force: true });
