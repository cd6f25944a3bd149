import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { h } from 'preact';
import { folderNames } from '../folder-names.js';
import { putPrivate } from '../private-file.js';
import type { AuditResult } from '../result.js';
import { ModelPage } from './model-page.js';
import { OrganisationsPage } from './organisation-table.js';
import { drawPage } from './page.js';
import { QualityPage } from './quality-page.js';
import { SummaryPage } from './summary-page.js';
import { writeOrganisation } from './write-organisation.js';

const asset = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');

/** Script and stylesheet are written in small files and handed out as one of each. */
function joined(folder: 'viewer' | 'style'): string {
  const names = readdirSync(new URL(`./assets/${folder}/`, import.meta.url)).sort();
  return names.map((name) => asset(`${folder}/${name}`)).join('\n');
}

/** Writes the style and the script that pages at the root of a report share. */
export async function writePageAssets(outDir: string, style = joined('style')): Promise<void> {
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  await putPrivate(outDir, 'style.css', style);
  await putPrivate(outDir, 'pages.js', asset('pages.js'));
}

/** Writes index.html, its side pages and one self-contained folder for each organisation. */
export async function writeHtml(result: AuditResult, outDir: string): Promise<void> {
  const folders = folderNames(result.organisations.map((view) => view.organisation));
  const style = joined('style');
  await writeOverview(result, folders, outDir, style);
  const viewer = joined('viewer');
  for (const view of result.organisations) {
    const folder = folders.get(view.organisation)!;
    const dir = join(outDir, folder);
    await mkdir(join(dir, 'data'), { recursive: true, mode: 0o700 });
    await putPrivate(dir, 'style.css', style);
    await putPrivate(dir, 'viewer.js', viewer);
    await writeOrganisation(result, view, folder, dir);
  }
}

async function writeOverview(
  result: AuditResult,
  folders: ReadonlyMap<string, string>,
  outDir: string,
  style: string,
): Promise<void> {
  await writePageAssets(outDir, style);
  const pages = [
    {
      name: 'index',
      page: 'executive',
      ja: '紐付け点検の結果',
      en: 'Results of the link audit',
      body: h(SummaryPage, { result, folders }),
    },
    {
      name: 'organisations',
      page: 'organisations',
      ja: '機関別の結果',
      en: 'Results by organisation',
      body: h(OrganisationsPage, { result, folders }),
    },
    {
      name: 'quality',
      page: 'quality',
      ja: 'データ品質',
      en: 'Data quality',
      body: h(QualityPage, { result }),
    },
    {
      name: 'model',
      page: 'model',
      ja: '学習したモデル',
      en: 'The learned model',
      body: h(ModelPage, { result }),
    },
  ];
  for (const { name, page, ja, en, body } of pages) {
    const html = drawPage({
      title: { ja, en },
      language: result.run.language,
      assets: '',
      scripts: ['pages.js'],
      page,
      children: body,
    });
    await putPrivate(outDir, `${name}.html`, html);
  }
}
