import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block } from '@cyfran/shared/telling/document.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';
import type { Written } from './decision-html.ts';

const HEADINGS = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;
const TAGS: Readonly<Record<Locale, string>> = { cy: 'cy-GB', en: 'en-GB' };
/** In twentieths of a point: margins of about 2 cm. */
const MARGIN = 1134;
const FULL = { size: 100, type: WidthType.PERCENTAGE } as const;

/**
 * A note for a committee's papers, one page a language where the meeting was short, to be edited in a word processor. What people wrote
 * goes in as runs of text: no fields, no links, nothing that is fetched.
 */
export async function decisionNote(written: readonly Written[]): Promise<Uint8Array> {
  const document = new Document({
    title: written[0]?.title ?? '',
    creator: 'Cyfran',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21 }, paragraph: { spacing: { after: 80 } } },
        title: { run: { size: 34, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { size: 25, bold: true, color: '14202B' },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
        heading2: {
          run: { size: 21, bold: true, color: '14202B' },
          paragraph: { spacing: { before: 120, after: 60 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: written.map(({ locale, blocks }) => ({
      properties: { page: { margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      children: blocks.flatMap((block) => paragraphs(block, locale)),
    })),
  });
  // As bytes: what a word processor opens must not depend on the clock of whoever makes it.
  return new Uint8Array(await Packer.toBuffer(document));
}

function paragraphs(block: Block, locale: Locale): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: [run(block.text, locale)] })];
    case 'text':
      return block.text.split('\n').map(
        (line) =>
          new Paragraph({
            children: [run(line, locale, block.weight === 'strong', block.weight === 'lead' ? 24 : undefined)],
          }),
      );
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: 'points', level: 0 }, children: [run(item, locale)] }),
      );
    case 'facts':
      return [
        table(
          block.facts.map(([name, fact]) => [name, fact]),
          [1],
          locale,
          null,
        ),
        new Paragraph({}),
      ];
    case 'table':
      return [table(block.rows, block.figures, locale, block.head), new Paragraph({})];
  }
}

function table(
  rows: readonly (readonly string[])[],
  figures: readonly number[],
  locale: Locale,
  head: readonly string[] | null,
): Table {
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            margins: { top: 30, bottom: 30, left: 80, right: 80 },
            children: [
              new Paragraph({
                alignment: figures.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                spacing: { after: 0 },
                children: [run(cell, locale, isHead, 19)],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: FULL,
    rows: [...(head === null ? [] : [row(head, true)]), ...rows.map((cells) => row(cells, false))],
  });
}

function run(text: string, locale: Locale, bold = false, size?: number): TextRun {
  return new TextRun({ text, bold, language: { value: TAGS[locale] }, ...(size === undefined ? {} : { size }) });
}
