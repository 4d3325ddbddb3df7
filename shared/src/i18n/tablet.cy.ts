// Welsh is a draft: native review needed. Cymraeg drafft: mae angen i siaradwr brodorol ei hadolygu.
import { plural } from './plural.ts';
import type { TabletWords } from './tablet.en.ts';

/** Words of a shared tablet, in Welsh. */
export const tabletCy = {
  step: 'Tabled',
  welcome: 'Croeso',
  begin: 'Dewiswch eich iaith i ddechrau',
  arriveStep: 'Pwy sydd nesaf?',
  arriveTitle: 'Oes gennych chi gerdyn?',
  noCard: 'Does gen i ddim cerdyn',
  noCardHint: 'Cewch eich lle eich hun yma, yr un fath â phawb.',
  joining: 'Un eiliad',
  about: 'Beth yw pwrpas y cyfarfod hwn',
  yours: 'Chi biau’r tabled hwn nes i chi ei basio ymlaen.',
  sent: 'Wedi gorffen, diolch. Rydym wedi derbyn eich dewisiadau.',
  onItsWay: 'Mae eich dewisiadau ar eu ffordd. Un eiliad.',
  notSent: 'Nid yw eich dewisiadau wedi’u hanfon eto.',
  next: 'Person nesaf',
  leaveTitle: 'Nid yw eich dewisiadau wedi’u hanfon',
  leaveLead: 'Os pasiwch y tabled ymlaen nawr, byddant wedi mynd. Ni all neb arall eu gweld.',
  stay: 'Yn ôl at fy newisiadau',
  leave: 'Gadael heb anfon',
  stillTitle: 'Ydych chi yno o hyd?',
  stillLead: (seconds: number) =>
    plural('cy', seconds, {
      zero: 'Mae’r tabled hwn yn dechrau o’r newydd nawr ar gyfer y person nesaf.',
      one: 'Ymhen 1 eiliad bydd y tabled hwn yn dechrau o’r newydd ar gyfer y person nesaf.',
      two: 'Ymhen 2 eiliad bydd y tabled hwn yn dechrau o’r newydd ar gyfer y person nesaf.',
      few: 'Ymhen 3 eiliad bydd y tabled hwn yn dechrau o’r newydd ar gyfer y person nesaf.',
      many: 'Ymhen 6 eiliad bydd y tabled hwn yn dechrau o’r newydd ar gyfer y person nesaf.',
      other: `Ymhen ${seconds} eiliad bydd y tabled hwn yn dechrau o’r newydd ar gyfer y person nesaf.`,
    }),
  stillUnsent: 'Bydd dewisiadau nad ydych wedi’u hanfon wedi mynd wedyn.',
  more: 'Mae angen mwy o amser arnaf',
  cleared: 'Mae’r tabled hwn yn barod ar gyfer y person nesaf.',
  notYetTitle: 'Nid yw’r cyfarfod wedi dechrau eto',
  notYet: 'Bydd y tabled hwn yn newid ar ei ben ei hun pan fydd modd ymuno.',
  endedTitle: 'Mae’r cyfarfod wedi dod i ben',
  ended: 'Diolch am gymryd rhan.',
  noLinkTitle: 'Defnyddiwch ddolen y tabled',
  noLink: 'Agorwch y ddolen ar gyfer tabledi a rennir ar y ddyfais hon. Mae hi gan yr hwylusydd.',
  deadLinkTitle: 'Nid yw dolen y tabled hwn yn gweithio',
  deadLink: 'Gofynnwch i’r hwylusydd am ddolen newydd ar gyfer tabledi a rennir.',
} satisfies TabletWords;
