import { readFile, writeFile } from 'node:fs/promises';

/** Puts figures between the marks `<!-- name -->` and `<!-- /name -->` of a page of the repository. */
export async function record(path, name, figures) {
  const file = new URL(`../../${path}`, import.meta.url);
  const page = await readFile(file, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, after] = [page.indexOf(start), page.indexOf(end)];
  if (before < 0 || after < 0) throw new Error(`${path} lacks ${start} or ${end}`);
  await writeFile(file, `${page.slice(0, before + start.length)}\n\n${figures}\n\n${page.slice(after)}`);
}
