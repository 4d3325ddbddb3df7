import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block } from '@cyfran/shared/telling/document.ts';
import type { Locale } from '@cyfran/shared/words/locale.ts';
import type { Written } from './decision-html.ts';

const HEADINGS = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;
const TAGS: Readonly<Record<Locale, string>> = { cy: 'cy-GB', en: 'en-GB' };
/** In twentieths of a point: margins of about 2 cm at the sides, and less above and below. */
const MARGIN = 1134;
const TOP = 680;
/** Between the margins of an A4 page. */
const TEXT_WIDTH = 11_906 - 2 * MARGIN;
const [FIRST_FIGURE, FIGURE] = [680, 1160];

/**
 * A note for a committee's papers, one page a language up to a dozen proposals, to be edited in a word processor. What people wrote
 * goes in as runs of text: no fields, no links, nothing that is fetched.
 */
export async function decisionNote(written: readonly Written[]): Promise<Uint8Array> {
  const document = new Document({
    title: written[0]?.title ?? '',
    creator: 'Cyfran',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 20 }, paragraph: { spacing: { after: 50 } } },
        title: { run: { size: 34, bold: true }, paragraph: { spacing: { after: 60 } } },
        heading1: {
          run: { size: 24, bold: true, color: '14202B' },
          paragraph: { spacing: { before: 140, after: 60 } },
        },
        heading2: {
          run: { size: 21, bold: true, color: '14202B' },
          paragraph: { spacing: { before: 80, after: 40 } },
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
      properties: {
        page: {
          size: { width: 11_906, height: 16_838 },
          margin: { top: TOP, bottom: TOP, left: MARGIN, right: MARGIN },
        },
      },
      children: blocks.flatMap((block) => paragraphs(block, locale)),
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function paragraphs(block: Block, locale: Locale): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], keepNext: true, children: [run(block.text, locale)] })];
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
        afterTable(),
      ];
    case 'table':
      return [table(block.rows, block.figures, locale, block.head), afterTable()];
  }
}

/** Two tables that touch would be one. */
function afterTable(): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 80, lineRule: LineRuleType.EXACT } });
}

function table(
  rows: readonly (readonly string[])[],
  figures: readonly number[],
  locale: Locale,
  head: readonly string[] | null,
): Table {
  const widths = widthsOf(rows[0]?.length ?? head?.length ?? 1, figures);
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 15, bottom: 15, left: 80, right: 80 },
            children: [
              new Paragraph({
                alignment: figures.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                spacing: { after: 0 },
                children: [run(cell, locale, isHead, 18)],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [...(head === null ? [] : [row(head, true)]), ...rows.map((cells) => row(cells, false))],
  });
}

/** Numbers need little room, and the words share the rest. */
function widthsOf(columns: number, figures: readonly number[]): number[] {
  const narrow = Array.from({ length: columns }, (_, at) =>
    figures.includes(at) ? (at === 0 ? FIRST_FIGURE : FIGURE) : 0,
  );
  const left = TEXT_WIDTH - narrow.reduce((sum, width) => sum + width, 0);
  const wide = narrow.filter((width) => width === 0).length;
  return columns === 2
    ? [TEXT_WIDTH - 3 * FIGURE, 3 * FIGURE]
    : narrow.map((width) => (width === 0 ? Math.floor(left / wide) : width));
}

function run(text: string, locale: Locale, isBold = false, size?: number): TextRun {
  const options: IRunOptions = {
    text,
    language: { value: TAGS[locale] },
    // What is not bold says nothing of it: its style may be.
    ...(isBold ? { bold: true } : {}),
    ...(size === undefined ? {} : { size }),
  };
  return new TextRun(options);
}
