/** Statements of a night as a page that works offline: a band for each stage, a bar for each statement, as wide as its share. */
export function flame({ residents, cpu_seconds: total, stages, statements }) {
  const bands = stages.map(({ name, cpu_seconds: spent }) => {
    const own = statements.filter(({ stage, cpu_ms: ms }) => stage === name && ms / 1000 > total / 2000);
    const told = own.reduce((sum, { cpu_ms: ms }) => sum + ms / 1000, 0);
    const bars = [
      ...own.map(({ cpu_ms: ms, rows, sql }) =>
        bar(ms / 1000 / total, `${ms} ms · ${rows} rows · ${sql}`, 'sql'),
      ),
      bar(
        Math.max(0, spent - told) / total,
        `${(spent - told).toFixed(2)} s in TypeScript and short statements`,
        'ts',
      ),
    ];
    return `<h2>${name} <small>${spent} s</small></h2><div class="band">${bars.join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Statements of a night</title><style>
body{font:14px system-ui;margin:1rem}h2{font-size:1rem;margin:.8rem 0 .2rem}small{color:#666}.band{display:flex;height:2rem}
.band span{overflow:hidden;white-space:nowrap;font:11px monospace;padding:.5rem 2px;box-sizing:border-box;border-right:1px solid #fff}
.sql{background:#bcd6f0}.ts{background:#f0d9b5}</style>
<h1>${residents.toLocaleString('en')} residents: ${total} s of the processor</h1>
<p>Blue: statements of the engine, the dearest first. Sand: everything else of the stage. Point at a bar to read it.</p>
${bands.join('\n')}</html>\n`;
}

function bar(share, text, kind) {
  const safe = text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  return `<span class="${kind}" style="width:${(100 * share).toFixed(2)}%" title="${safe}">${safe}</span>`;
}
