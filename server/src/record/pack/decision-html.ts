import type { Block } from '@cyfran/shared/telling/document.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';

/** One language of the record as it is written. */
export interface Written {
  readonly locale: Locale;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const NAMES: Readonly<Record<Locale, string>> = { cy: 'Cymraeg', en: 'English' };

const STYLE = `
:root{color-scheme:light;--ink:#14202b;--ink2:#45525e;--line:#c8d0d6;--lake:#0b5d7a}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
nav,article{max-width:50rem;margin:0 auto;padding:1rem}
nav a{display:inline-block;padding:.5rem 1rem .5rem 0;color:var(--lake);font-weight:600}
article+article{border-top:8px solid var(--ink)}
h1{font-size:2rem;line-height:1.2;margin:1rem 0}
h2{font-size:1.375rem;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:4px solid var(--ink)}
h3{font-size:1.0625rem;margin:1.5rem 0 .5rem}
p{margin:.5rem 0;white-space:pre-line;overflow-wrap:anywhere}
.lead{font-size:1.25rem;line-height:1.45}
.strong{font-weight:600}
.small{color:var(--ink2);font-size:.9375rem}
ul{margin:.5rem 0;padding-left:1.5rem}
li+li{margin-top:.4rem}
dl{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem 1.5rem;margin:.75rem 0}
dt{overflow-wrap:anywhere}
dd{margin:0;font-weight:600;text-align:right;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:1rem}
caption{text-align:left;position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
.figure{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
@media print{nav{display:none}article+article{break-before:page;border:0}body{font-size:10.5pt}h2,h3{break-after:avoid}tr,li{break-inside:avoid}}
`;

/**
 * The record as one page that needs nothing else: no script, no font, no picture, nothing from the network, which its policy forbids. Both
 * languages stand in it, Welsh first. All that people wrote is text.
 */
export function decisionHtml(written: readonly Written[]): string {
  const title = [...new Set(written.map((one) => one.title))].join(' / ');
  const links = written.map(
    ({ locale }) => `<a href="#${locale}" lang="${locale}" hreflang="${locale}">${NAMES[locale]}</a>`,
  );
  const articles = written.map(
    ({ locale, blocks }) =>
      `<article id="${locale}" lang="${locale}">\n${blocks.map(blockHtml).join('\n')}\n</article>`,
  );
  return `<!doctype html>
<html lang="${written[0]?.locale ?? 'cy'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${safe(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<nav>${links.join('\n')}</nav>
${articles.join('\n')}
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${String(block.level)}>${safe(block.text)}</h${String(block.level)}>`;
    case 'text':
      return `<p${block.weight === undefined ? '' : ` class="${block.weight}"`}>${safe(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${block.facts.map(([name, fact]) => `<dt>${safe(name)}</dt><dd>${safe(fact)}</dd>`).join('')}</dl>`;
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ caption, head, rows, figures }: Extract<Block, { kind: 'table' }>): string {
  const kind = (column: number) => (figures.includes(column) ? ' class="figure"' : '');
  const top = head.map((cell, at) => `<th scope="col"${kind(at)}>${safe(cell)}</th>`).join('');
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell, at) => `<td${kind(at)}>${safe(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="scroll"><table><caption>${safe(caption)}</caption><thead><tr>${top}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}
