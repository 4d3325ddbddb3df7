import { describe, expect, test } from 'vitest';
import { readHeading } from './header.ts';

/** `name.cy` where the heading names the language, `name (cy)` where it only is in it. */
function said(heading: string): string | null {
  const read = readHeading(heading);
  if (read === null) return null;
  if (read.language !== null) return `${read.kind}.${read.language}`;
  if (read.kind === 'id' || read.kind === 'cost') return read.kind;
  return read.own === null ? read.kind : `${read.kind} (${read.own})`;
}

describe('a heading of a column', () => {
  test.for([
    ['Title', 'name (en)'],
    ['Teitl', 'name (cy)'],
    ['Enw (Cymraeg)', 'name.cy'],
    ['Enw yn Saesneg', 'name.en'],
    ['Teitl Cymraeg', 'name.cy'],
    ['Project name EN', 'name.en'],
    ['Project name - Welsh', 'name.cy'],
    ['name_cy', 'name.cy'],
    ['Enw’r prosiect', 'name (cy)'],
    ['Enw / Name', 'name'],
    ['Prosiect', 'name (cy)'],
    ['Project', 'name (en)'],
    ['English', 'name.en'],
    ['Cymraeg', 'name.cy'],
    ['Cost (£)', 'cost'],
    ['Cost', 'cost'],
    ['Cyfanswm', 'cost'],
    ['Cyfanswm y gost', 'cost'],
    ['Total (GBP)', 'cost'],
    ['Amount requested', 'cost'],
    ['Swm', 'cost'],
    ['£', 'cost'],
    ['Beth sydd ei angen (£)', 'cost'],
    ['Budget', 'cost'],
    ['Project cost', 'cost'],
    ['ID', 'id'],
    ['#', 'id'],
    ['No.', 'id'],
    ['Project number', 'id'],
    ['Rhif y cynnig', 'id'],
    ['project_id', 'id'],
    ['Short name', 'short (en)'],
    ['Enw byr (Cymraeg)', 'short.cy'],
    ['Enw ar y sgrin fawr', 'short (cy)'],
    ['Name on the big screen', 'short (en)'],
    ['Short description', 'about (en)'],
    ['Disgrifiad byr', 'about (cy)'],
    ['Description (Welsh)', 'about.cy'],
    ['Manylion', 'about (cy)'],
    ['What gets better', 'outcome (en)'],
    ['Beth sy’n gwella?', 'outcome (cy)'],
    ['Canlyniad - Cymraeg', 'outcome.cy'],
    ['Who brings it', 'by (en)'],
    ['Proposed by', 'by (en)'],
    ['Name of organisation', 'by (en)'],
    ['Enw’r sefydliad', 'by (cy)'],
    ['Pwy sy’n ei gynnig', 'by (cy)'],
    ['Group', 'by (en)'],
    ['Group name', 'by (en)'],
  ] as const)('“%s” says %s', ([heading, expected]) => {
    expect(said(heading)).toBe(expected);
  });

  test.for([
    '',
    'Category',
    'Project category',
    'Contact name',
    'Email',
    'E-mail',
    'Ffôn',
    'Postcode',
    'Total votes',
    'Age group',
    'Number of people',
    'Start date',
    'Community garden',
    '12,500',
    'Gardd gymunedol',
    'Ward name',
  ])('“%s” says nothing that we would guess from', (heading) => {
    expect(said(heading)).toBeNull();
  });
});
