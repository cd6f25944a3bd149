import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { h } from 'preact';
import type { AuditResult } from '../../audit/result.js';
import { writeWhole } from '../../files/write-whole.js';
import { folderNames } from '../folder-names.js';
import { putPrivate } from '../private-file.js';
import type { ReportWriter } from '../report-writer.js';
import { allList } from './all-list.js';
import { ALL_FOLDER } from './case/facet-names.js';
import { withEvaluation } from './frame.js';
import { drawPage } from './page.js';
import type { FigureEntries, FigureEntry } from './pages/figure-lists.js';
import { GuidePage } from './pages/guide-page.js';
import { ListsPage } from './pages/lists-page.js';
import { ModelPage } from './pages/model-page.js';
import { OrganisationsPage } from './pages/organisation-table.js';
import type { OverviewProps } from './pages/overview.js';
import { QualityPage } from './pages/quality-page.js';
import { SummaryPage } from './pages/summary-page.js';
import { UncheckedPage } from './pages/unchecked-page.js';
import { writeOrganisation } from './write-organisation.js';

/** Scripts are bundled from `viewer/` by `viewer/bundle.mjs` when the program is built, and before tests. */
const asset = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');

/** The stylesheet is written in small files and handed out as one. */
function stylesheet(): string {
  const names = readdirSync(new URL('./assets/style/', import.meta.url)).sort();
  return names.map((name) => asset(`style/${name}`)).join('\n');
}

/** Writes the style and the script that pages at the root of a report share. */
export async function writePageAssets(outDir: string, style = stylesheet()): Promise<void> {
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  // `evaluate` writes them again into a run that stands.
  await writeWhole(join(outDir, 'style.css'), style);
  await writeWhole(join(outDir, 'pages.js'), asset('pages.js'));
}

/** Names the evaluation in the menus of a report that stands. */
export async function linkEvaluation(outDir: string): Promise<void> {
  for (const { name } of OVERVIEW) {
    const path = join(outDir, `${name}.html`);
    const page = await readFile(path, 'utf8').catch(() => '');
    const linked = withEvaluation(page);
    if (linked !== page) await putPrivate(outDir, `${name}.html`, linked);
  }
}

/** The pages show reviewers all that may be shown of a case. */
export const html: ReportWriter = { shows: 'the whole case', write: writeHtml };

/** Writes one self-contained folder for each organisation, then index.html and its side pages over them. */
async function writeHtml(result: AuditResult, outDir: string): Promise<void> {
  const folders = folderNames(result.organisations.map((view) => view.organisation));
  const style = stylesheet();
  const entries = await writeOrganisations(result, folders, outDir, style);
  await writePageAssets(outDir, style);
  for (const { name, page, title, body } of OVERVIEW) {
    const drawn = drawPage({
      title,
      language: result.run.language,
      runId: result.run.runId,
      assets: '',
      scripts: ['pages.js'],
      page,
      children: body({ result, folders, entries }),
    });
    await putPrivate(outDir, `${name}.html`, drawn);
  }
}

async function writeOrganisations(
  result: AuditResult,
  folders: ReadonlyMap<string, string>,
  outDir: string,
  style: string,
): Promise<FigureEntries> {
  const viewer = asset('viewer.js');
  const pages = asset('pages.js');
  const guide = guidePage(result);
  const entries = new Map<string, FigureEntry[]>();
  const all = allList(result);
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  const folderWith = async (folder: string) => {
    const dir = join(outDir, folder);
    await mkdir(join(dir, 'data'), { recursive: true, mode: 0o700 });
    await putPrivate(dir, 'style.css', style);
    await putPrivate(dir, 'viewer.js', viewer);
    await putPrivate(dir, 'pages.js', pages);
    await putPrivate(dir, 'guide.html', guide);
    return dir;
  };
  for (const view of result.organisations) {
    const { organisation } = view;
    const folder = folders.get(organisation)!;
    for (const [id, count] of await writeOrganisation(result, view, folders, await folderWith(folder), all)) {
      entries.set(id, [...(entries.get(id) ?? []), { organisation, folder, count }]);
    }
  }
  await all.write(await folderWith(ALL_FOLDER));
  return entries;
}

/** 使い方, the same in every folder that is handed over. */
function guidePage({ run }: AuditResult): string {
  return drawPage({
    title: { ja: '使い方', en: 'How to use these pages' },
    language: run.language,
    runId: run.runId,
    assets: '',
    scripts: ['pages.js'],
    page: 'guide',
    children: h(GuidePage, { runId: run.runId }),
  });
}

/** Pages over all organisations, each with the menu on top. */
const OVERVIEW = [
  {
    name: 'index',
    page: 'executive',
    title: { ja: '紐付け点検の結果', en: 'Results of the link audit' },
    body: (props: OverviewProps) => h(SummaryPage, props),
  },
  {
    name: 'organisations',
    page: 'organisations',
    title: { ja: '機関別の結果', en: 'Results by organisation' },
    body: (props: OverviewProps) => h(OrganisationsPage, props),
  },
  {
    name: 'lists',
    page: 'lists',
    title: { ja: '数字の内訳', en: 'Behind the figures' },
    body: (props: OverviewProps) => h(ListsPage, props),
  },
  {
    name: 'unchecked',
    page: 'unchecked',
    title: { ja: '点検できなかったもの', en: 'What could not be checked' },
    body: (props: OverviewProps) => h(UncheckedPage, props),
  },
  {
    name: 'quality',
    page: 'quality',
    title: { ja: 'データ品質', en: 'Data quality' },
    body: ({ result }: OverviewProps) => h(QualityPage, { result }),
  },
  {
    name: 'model',
    page: 'model',
    title: { ja: '学習したモデル', en: 'The learned model' },
    body: ({ result }: OverviewProps) => h(ModelPage, { result }),
  },
] as const;
