// Welsh is a draft: native review needed. Cymraeg drafft: mae angen i siaradwr brodorol ei hadolygu.
import { plural } from './plural.ts';
import type { Print } from './print.en.ts';

/** "1 cerdyn, 2 gerdyn, 3 cherdyn, 6 cherdyn": singular after every number, soft mutation after two, aspirate after three and six. */
const cardiau = (n: number) =>
  plural('cy', n, {
    zero: 'dim cardiau',
    one: '1 cerdyn',
    two: '2 gerdyn',
    few: `${n} cherdyn`,
    many: `${n} cherdyn`,
    other: `${n} cerdyn`,
  });

const tudalennau = (n: number) =>
  plural('cy', n, {
    zero: 'dim tudalennau',
    one: '1 dudalen',
    two: '2 dudalen',
    few: `${n} tudalen`,
    many: `${n} thudalen`,
    other: `${n} tudalen`,
  });

const tocynnau = (n: number) =>
  plural('cy', n, {
    zero: 'dim tocynnau',
    one: '1 tocyn',
    two: '2 docyn',
    few: `${n} thocyn`,
    many: `${n} thocyn`,
    other: `${n} tocyn`,
  });

/** Words of the page that prints, and of what it prints, in Welsh. */
export const printCy = {
  page: {
    step: 'Argraffu',
    title: 'Argraffu ar gyfer y cyfarfod',
    lead: 'Mae popeth yn cael ei argraffu yn Gymraeg a Saesneg, ar A4.',
    wait: 'Un eiliad',
    noSecretTitle: 'Defnyddiwch ddolen yr hwylusydd',
    noSecret: 'Mae’r dudalen hon yn agor o’r consol. Agorwch ddolen yr hwylusydd ar y ddyfais hon yn gyntaf.',
    what: 'Beth i’w argraffu',
    kinds: { cards: 'Cardiau', ballots: 'Papurau pleidleisio', recovery: 'Dalen adfer', poster: 'Poster' },
    console: 'I’r consol',
    print: (pages: number) => `Argraffu ${tudalennau(pages)}`,
    printer: 'Yn ffenestr yr argraffydd: A4, maint gwirioneddol (100 %), ar un ochr i’r papur yn unig.',
    preview: 'Beth fydd yn cael ei argraffu',
    again: 'Rhoi cynnig arall arni',
    problemTitle: 'Mae problem wedi codi',
    ended: 'Mae’r cyfarfod hwn wedi dod i ben. Dim ond i’r ffeiliau y mae’r hyn a argraffwch nawr.',
    untitled: 'Does gan y cyfarfod hwn ddim enw eto. Rhowch un iddo wrth drefnu, yna llwythwch y dudalen hon eto.',
  },
  cards: {
    title: 'Cardiau',
    lead: 'Cerdyn yw lle un person: mae’n ymuno ac yn pleidleisio, ar ffôn, ar dabled neu ar bapur. Rhowch un i bob person.',
    count: 'Faint o gardiau?',
    countHint: 'Mae pedwar ar bob tudalen. Gallwch wneud rhagor unrhyw bryd.',
    test: 'Cardiau prawf, i roi cynnig ar bethau',
    testHint: 'Mae PRAWF arnynt mewn llythrennau mawr, a dim ond yn yr ymarfer y maen nhw’n gweithio.',
    make: 'Gwneud y cardiau',
    making: 'Wrthi’n gwneud y cardiau',
    ready: (n: number) => `Yn barod i’w hargraffu: ${cardiau(n)}`,
    once: 'Dim ond y tro hwn y mae’r codau’n cael eu dangos. Argraffwch cyn gadael y dudalen hon: ni all neb eu darllen o’r gweinydd eto.',
    ask: 'Ydyn nhw i gyd ar bapur?',
    yes: 'Ydyn, maen nhw i gyd wedi’u hargraffu',
    printed: 'Wedi’u hargraffu. Maen nhw’n aros yma nes i chi adael y dudalen hon.',
    leave:
      'Mae cardiau nad ydych wedi’u hargraffu. Os gadewch y dudalen hon, ni all neb ddarllen eu codau eto. Ei gadael?',
    lostTitle: 'Collwyd cerdyn',
    lostHint:
      'Bydd y person yn cael cerdyn newydd ar gyfer yr un lle. Mae papur pleidleisio a anfonwyd yn aros. Bydd yr hen gerdyn yn peidio â gweithio ar unwaith, a ffôn a ddaeth i mewn ag ef hefyd, nes iddo sganio’r cerdyn newydd.',
    lost: 'Gwneud cerdyn newydd',
    voidTitle: 'Tynnu cerdyn o ddefnydd',
    voidHint:
      'Ni all neb ymuno na phleidleisio ag ef mwyach, a bydd ffôn a ddaeth i mewn ag ef yn cael ei droi ymaith. Mae papur pleidleisio a anfonwyd yn aros.',
    voided: (n: number) => `Mae cerdyn ${n} allan o ddefnydd.`,
    void: 'Ei dynnu o ddefnydd',
    number: 'Rhif ar y cerdyn',
    list: 'Holl gardiau’r cyfarfod hwn',
    none: 'Does dim cardiau wedi’u gwneud eto.',
    column: { card: 'Cerdyn', state: 'Beth ddaeth ohono' },
    states: {
      issued: 'Heb ei ddefnyddio eto',
      used: 'Wedi’i ddefnyddio',
      test: 'Cerdyn prawf',
      void: 'Allan o ddefnydd',
    },
    sum: cardiau,
    errors: {
      count: (most: number) => `Rhowch nifer cyfan o gardiau o 1 i ${most}`,
      number: 'Rhowch rif cerdyn o’r rhestr',
    },
  },
  ballots: {
    title: 'Papurau pleidleisio',
    lead: 'I bobl heb ffôn, ac ar gyfer pan fydd y rhwydwaith yn methu. Mae cynorthwyydd yn cofnodi pob un wrth ei rif.',
    from: 'Rhif cyntaf',
    to: 'Rhif olaf',
    rangeHint: (most: number) =>
      `Defnyddiwch bob rhif unwaith: mae rhagor o bapurau’n parhau ar ôl yr olaf. Dim mwy na ${most} ar y tro.`,
    round: 'Ar gyfer pa rownd?',
    outcomes: 'Gyda’r hyn y mae pob cynnig yn ei gyflawni',
    pages: (n: number) => `Hyd pob papur: ${tudalennau(n)}.`,
    bothSides: 'Cewch argraffu’r rhain ar ddwy ochr y papur.',
    first: 'Rydych yn gweld y papur cyntaf. Bydd pob un yn cael ei argraffu.',
    off: 'Nid yw papur yn ffordd o bleidleisio yn y cyfarfod hwn: cafodd ei adael allan wrth drefnu. Ni allai neb gofnodi’r papurau hyn.',
    none: 'Does dim i bleidleisio arno eto. Ychwanegwch gynigion a phleidlais wrth drefnu, yna llwythwch y dudalen hon eto.',
    draft:
      'Gellir newid y cyfarfod o hyd. Argraffwch y rhain pan fydd yn derfynol: rhaid i bapur gyfateb i’r cyfarfod.',
    errors: {
      from: 'Rhowch rif cyfan o 1 i 99,999',
      to: 'Rhowch rif cyfan o’r rhif cyntaf i fyny',
      tooMany: (most: number) => `Argraffwch ${most} o bapurau ar y mwyaf ar y tro`,
    },
  },
  recovery: {
    title: 'Dalen adfer',
    lead: 'Un dudalen i bwy bynnag sy’n rhedeg y cyfarfod, rhag ofn i’r cyfrifiadur fethu. Cadwch hi mewn poced, nid ar y bwrdd.',
    noStage: 'Nid yw’r ddyfais hon yn gwybod dolen y sgrin fawr, felly byddai’r ddalen hebddi.',
    makeStage: 'Gwneud dolen ar gyfer y sgrin fawr',
  },
  poster: {
    title: 'Poster',
    lead: 'Ar gyfer y drws a’r waliau. I’w argraffu’n fwy, dewiswch A3 yn ffenestr yr argraffydd.',
    cards: 'Yn y cyfarfod hwn mae pobl yn dod i mewn â cherdyn. Mae’r poster yn dweud hynny.',
  },
  problems: {
    unreachable: 'Ni allem gyrraedd y gweinydd. Gwiriwch ei fod yn rhedeg, yna rhowch gynnig arall arni.',
    unsure:
      'Ni atebodd y gweinydd, felly ni wyddom a wnaeth hyn. Edrychwch ar restr y cardiau cyn rhoi cynnig arall arni.',
    'unknown-secret': 'Nid yw’r ddolen hon yn agor y cyfarfod hwn. Agorwch ddolen yr hwylusydd eto ar y ddyfais hon.',
    'unknown-card': 'Does gan y cyfarfod hwn ddim cerdyn â’r rhif hwnnw.',
    'session-ended': 'Mae’r cyfarfod hwn wedi dod i ben. Nid yw ei gardiau’n newid mwyach.',
    'too-large': 'Mae hynny’n fwy o gardiau nag y gall un cyfarfod eu cael.',
    'too-fast': 'Roedd hynny’n rhy gyflym. Arhoswch eiliad, yna rhowch gynnig arall arni.',
    busy: 'Mae’r gweinydd yn brysur. Arhoswch eiliad, yna rhowch gynnig arall arni.',
    'storage-full': 'Mae disg y gweinydd yn llawn. Ni wnaed dim.',
    other: 'Aeth rhywbeth o’i le ar ein hochr ni. Rhowch gynnig arall arni.',
  },
  sheet: {
    card: 'Cerdyn',
    test: 'PRAWF',
    testOnly: 'I ymarfer yn unig',
    scan: 'Sganiwch i ymuno',
    goTo: 'Neu ewch i',
    andType: 'a theipiwch',
    cardCode: '8 nod y cerdyn hwn',
    joinQr: 'Cod QR i ymuno â’r cyfarfod',
    noPhone: 'Dim ffôn? Mae’r cerdyn hwn hefyd yn gweithio ar y dabled ac ar bapur.',
    noPhoneTablet: 'Dim ffôn? Mae’r cerdyn hwn hefyd yn gweithio ar y dabled.',
    keep: 'Cadwch y cerdyn hwn: dyma eich lle.',
    ballot: 'Papur pleidleisio',
    number: 'Rhif',
    pageOf: (page: number, pages: number) => `Tudalen ${page} o ${pages}`,
    continued: 'Yn parhau ar y dudalen nesaf',
    tokens: (tokens: number, cap: number) =>
      `Mae gennych ${tocynnau(tokens)}${cap < tokens ? `, dim mwy na ${cap} ar un cynnig` : ''}.`,
    notPounds: 'Nid punnoedd yw tocynnau.',
    notMoney: 'Nid arian yw tocynnau.',
    how: 'Ysgrifennwch rifau yn y blychau. Mae gwag yn golygu dim.',
    column: 'Tocynnau',
    group: 'Pa un sy’n eich disgrifio heddiw? Ticiwch un.',
    groupWhy: 'Mae rheol y bleidlais hon yn ei ddarllen. Ni fydd byth yn cael ei ddangos gydag enw.',
    groups: {
      citizens: 'Rwy’n byw yma neu’n defnyddio’r gwasanaethau hyn',
      professionals: 'Rwy’n gweithio yn y gwasanaethau hyn',
      undeclared: 'Y ddau, neu mae’n well gennyf beidio â dweud',
    },
    cardLine: 'Os oes gennych gerdyn: ei 8 nod',
    handIn: 'Rhowch hwn i gynorthwyydd, a fydd yn ei gofnodi cyn i’r pleidleisio gau. Mae’n cyfrif fel pob pleidlais.',
    questions: 'Cwestiynau?',
    recovery: 'Os bydd rhywbeth yn methu',
    recoveryFor: 'I bwy bynnag sy’n rhedeg y cyfarfod',
    secret: 'Cadwch y ddalen hon yn gyfrinachol: gall pwy bynnag sydd â hi redeg y cyfarfod.',
    run: 'Dolen yr hwylusydd',
    runDo: 'Os bydd y cyfrifiadur hwn yn methu: sganiwch hwn â ffôn ac ewch ymlaen.',
    runMore: 'Mae’r un botymau ar y ffôn: agor, galwad olaf, cau, dangos y canlyniadau.',
    runQr: 'Cod QR dolen yr hwylusydd',
    stage: 'Dolen y sgrin fawr',
    stageDo: 'Agorwch hi ar unrhyw gyfrifiadur â thaflunydd.',
    stageUnknown: 'Mae hi ar y ddyfais lle trefnwyd y cyfarfod.',
    stageQr: 'Cod QR dolen y sgrin fawr',
    join: 'Sut mae pobl yn ymuno',
    steps: 'Os bydd y cyfrifiadur sy’n rhedeg Cyfran yn stopio',
    step: [
      'Dechreuwch ef eto, ar yr un rhwydwaith ag o’r blaen.',
      'Dechreuwch Cyfran eto. Mae popeth yn mynd ymlaen o’r lle’r oedd.',
      'Bydd y ffonau’n dod o hyd iddo ar eu pen eu hunain: gofynnwch i bobl gadw eu tudalen ar agor. Mae’r hyn a dderbyniwyd wedi’i gadw; mae’r hyn sydd heb ei anfon eto’n aros ar y ffôn.',
      'Agorwch ddolen yr hwylusydd a dolen y sgrin fawr eto.',
    ],
    stepPaper: 'Os na fydd yn dechrau: ewch ymlaen â phapurau pleidleisio, a’u cofnodi pan fydd yn rhedeg eto.',
    equal: 'Mae gennych yr un bleidlais â phawb yma.',
    bringCard: 'Mae angen eich cerdyn arnoch',
  },
} satisfies Print;
