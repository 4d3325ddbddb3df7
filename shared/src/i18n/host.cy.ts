import { claimsCy } from './claims.cy.ts';
import { duration } from './duration.ts';
import { partsCy } from './parts.cy.ts';
import { plural } from './plural.ts';
import type { HostWords } from './host.en.ts';

/** "With so many proposals", in the form that goes with the number. */
function withProposals(n: number): string {
  return plural('cy', n, {
    zero: 'Heb gynigion',
    one: 'Gydag 1 cynnig',
    two: 'Gyda 2 gynnig',
    few: `Gyda ${n} chynnig`,
    many: `Gyda ${n} chynnig`,
    other: `Gyda ${n} cynnig`,
  });
}

/** Words for the host's pages, on which meetings are set up, in Welsh. Every line is a draft that wants a native reader. */
/** How Welsh says so many days. */
const daysIn = (n: number) => ({
  zero: '0 diwrnod',
  one: '1 diwrnod',
  two: '2 ddiwrnod',
  few: '3 diwrnod',
  many: '6 diwrnod',
  other: `${String(n)} diwrnod`,
});

export const hostCy: HostWords = {
  common: {
    wait: 'Un eiliad',
    errorTitle: 'Mae problem wedi codi',
    errorPrefix: 'Gwall',
    welsh: 'Yn Gymraeg',
    english: 'Yn Saesneg',
    languages: { cy: 'Cymraeg', en: 'Saesneg' },
    save: 'Cadw a pharhau',
    saving: 'Wrthi’n cadw',
    back: 'Yn ôl i’r rhestr dasgau',
    backToRules: 'Yn ôl i sut byddwn ni’n penderfynu',
    backToProposals: 'Yn ôl i’r cynigion',
    backToMeetings: 'Yn ôl i’ch cyfarfodydd',
    change: 'Newid',
    again: 'Rhoi cynnig arall arni',
    untitled: 'Cyfarfod heb enw',
    none: 'Dim byd eto',
    months: [
      'Ionawr',
      'Chwefror',
      'Mawrth',
      'Ebrill',
      'Mai',
      'Mehefin',
      'Gorffennaf',
      'Awst',
      'Medi',
      'Hydref',
      'Tachwedd',
      'Rhagfyr',
    ],
  },
  door: {
    noKeyTitle: 'Defnyddiwch y ddolen a argraffwyd gan y derfynell',
    noKey:
      'Pwy bynnag sy’n rhedeg y gweinydd hwn sy’n trefnu cyfarfodydd. Pan fydd y gweinydd yn dechrau, mae ei derfynell yn argraffu dolen sy’n gorffen ag allwedd hir. Agorwch y ddolen honno ar y ddyfais hon.',
    wrongKey:
      'Nid yw’r allwedd yn eich dolen yn perthyn i’r gweinydd hwn. Copïwch y ddolen gyfan o’r derfynell a’i hagor eto.',
    noSecretTitle: 'Defnyddiwch eich dolen i’r cyfarfod hwn',
    noSecret:
      'Mae angen y ddolen a gawsoch ar gyfer trefnu’r cyfarfod hwn. Agorwch y ddolen honno ar y ddyfais hon. Os yw ar goll, gofynnwch am un newydd gan bwy bynnag a’i hanfonodd.',
    failedTitle: 'Ni allem agor y cyfarfod hwn',
  },
  list: {
    step: 'Eich cyfarfodydd',
    title: 'Eich cyfarfodydd',
    lead: 'Pob cyfarfod sydd wedi’i drefnu ar y gweinydd hwn.',
    none: 'Dim cyfarfodydd eto. Gallwch roi’r gorau i drefnu un ar unrhyw adeg a mynd ymlaen yn nes ymlaen.',
    create: 'Trefnu cyfarfod',
    example: 'Gweld cyfarfod enghreifftiol',
    exampleHint:
      'Pentref dychmygol gyda deuddeg cynnig, yn barod i ddechrau. Edrychwch o gwmpas, agorwch ef, newidiwch ef, dilëwch ef.',
    states: { draft: 'Wrthi’n ei drefnu', open: 'Ar waith', closed: 'Wedi dod i ben' },
    code: (code: string) => `Cod ${code}`,
    created: (day: string) => `Trefnwyd ar ${day}`,
    goOn: 'Parhau i drefnu',
    see: 'Gweld yr hyn a drefnwyd',
    console: 'Agor y consol',
    record: 'Agor y cofnod',
    copy: 'Gwneud copi',
    unreachable: 'Ni allem gyrraedd y gweinydd. Dyma’r cyfarfodydd y mae’r ddyfais hon yn gwybod amdanynt.',
    copying: 'Wrthi’n gwneud copi',
    copyOf: (title: string) => `Copi o “${title}”`,
    rehearsal: 'Ymarfer cyfarfod',
    remove: 'Dileu',
    removeTitle: (title: string) => `Dileu “${title}”?`,
    removeHint:
      'Does neb wedi ymuno. Bydd popeth a drefnwyd yn diflannu, a bydd ei ddolenni, ei gardiau a’i bapurau’n peidio â gweithio. Ni ellir dadwneud hyn.',
    removeRehearsal:
      'Aiff y robotiaid adref, a diflanna popeth y rhoddwyd cynnig arno. Mae’r cyfarfod a gafodd ei ymarfer yn aros fel y mae.',
    removeGo: 'Ei ddileu',
    removing: 'Wrthi’n ei ddileu',
    removeNot: 'Ei gadw',
    removed: (title: string) => `Mae “${title}” wedi’i ddileu.`,
    removeBegun:
      'Mae’r ymuno wedi’i agor ers hynny: ni ellir dileu’r cyfarfod hwn mwyach. Dewch ag ef i ben yn y consol.',
  },
  create: {
    step: 'Trefnu cyfarfod',
    title: 'Trefnu cyfarfod',
    lead: 'Dechreuwch â chynllun. Gallwch newid pob rhan ohono wedyn.',
    legend: 'Pa fath o gyfarfod yw e?',
    templates: {
      'decision-day': {
        label: 'Diwrnod penderfynu',
        hint: 'Ymarfer, cytuno sut byddwch yn penderfynu, siarad wrth y byrddau, gweld mewn rownd gyntaf ble mae pobl yn sefyll, cael egwyl, siarad eto, yna penderfynu.',
      },
      deliberate: {
        label: 'Trafod a dyrannu',
        hint: 'Ymarfer, cytuno sut byddwch yn penderfynu, siarad, gweld mewn rownd gyntaf ble mae pobl yn sefyll, siarad am hynny, yna penderfynu.',
      },
      hybrid: {
        label: 'Cyfarfod cyhoeddus hybrid',
        hint: 'Ar gyfer neuadd a phobl gartref gyda’i gilydd. Mae croesawydd yn gadael pobl i mewn, mae papurau pleidleisio’n cael eu derbyn, ac mae mwy o amser i ymarfer.',
      },
      'quick-poll': { label: 'Pleidlais gyflym', hint: 'Ymarfer, yna penderfynu. Dim byd arall.' },
    },
    copyLabel: 'Copi o gyfarfod cynharach',
    copyHint:
      'Daw popeth a drefnwyd gydag ef: testunau, arian, cynigion, trefn y cyfarfod. Ni ddaw’r diwrnod, yr amserau na’r pleidleisiau.',
    copyOf: 'Pa gyfarfod',
    pick: 'Dewiswch pa fath o gyfarfod yw e',
    pickCopy: 'Dewiswch pa gyfarfod i’w gopïo',
    length: (length: string) => `Hyd y cynllun: ${length}`,
    submit: 'Trefnu’r cyfarfod hwn',
    sending: 'Wrthi’n trefnu',
  },
  tasks: {
    caption: 'Trefnu cyfarfod',
    left: (n: number) =>
      plural('cy', n, {
        zero: 'Does dim yn eisiau cyn y gall pobl ymuno.',
        one: 'Mae 1 peth yn eisiau o hyd cyn y gall pobl ymuno.',
        two: 'Mae 2 beth yn eisiau o hyd cyn y gall pobl ymuno.',
        few: `Mae ${n} pheth yn eisiau o hyd cyn y gall pobl ymuno.`,
        many: `Mae ${n} pheth yn eisiau o hyd cyn y gall pobl ymuno.`,
        other: `Mae ${n} peth yn eisiau o hyd cyn y gall pobl ymuno.`,
      }),
    nothingLeft: 'Does dim yn eisiau. Gall pobl ymuno pan fyddwch yn agor y cyfarfod.',
    look: (n: number) =>
      plural('cy', n, {
        zero: 'Does dim arall y mae’n werth ei weld eto.',
        one: 'Mae’n werth edrych eto ar 1 peth arall; nid yw’n rhwystro neb.',
        two: 'Mae’n werth edrych eto ar 2 beth arall; nid ydynt yn rhwystro neb.',
        few: `Mae’n werth edrych eto ar ${n} pheth arall; nid ydynt yn rhwystro neb.`,
        many: `Mae’n werth edrych eto ar ${n} pheth arall; nid ydynt yn rhwystro neb.`,
        other: `Mae’n werth edrych eto ar ${n} peth arall; nid ydynt yn rhwystro neb.`,
      }),
    keptHere: 'Rydych wedi teipio rhywbeth yma sydd heb ei gadw eto',
    groups: { about: 'Y cyfarfod', decision: 'Y penderfyniad', meeting: 'Ar y diwrnod' },
    states: {
      done: 'Wedi’i wneud',
      plain: 'Yn barod',
      todo: 'I’w wneud',
      look: 'Gwerth ei weld',
      open: 'Pan fydd ei angen',
      later: 'Ddim eto',
    },
    names: {
      basics: 'Am beth mae’r cyfarfod',
      voters: 'Pwy sy’n cael pleidleisio, a sut mae pobl yn dod i mewn',
      together: 'Pwy drefnodd hwn gyda’i gilydd',
      money: 'Yr arian rydym yn ei rannu',
      proposals: 'Cynigion',
      rules: 'Sut byddwn ni’n penderfynu',
      record: 'Beth mae’r cofnod yn ei ddweud, a beth sy’n cael ei gadw',
      show: 'Trefn y cyfarfod',
      languages: 'Cymraeg a Saesneg',
      links: 'Pobl a dolenni',
      rehearse: 'Ymarfer, argraffu a dechrau',
    },
    proposals: (n: number) =>
      plural('cy', n, {
        zero: 'Dim cynigion',
        one: '1 cynnig',
        two: '2 gynnig',
        few: `${n} chynnig`,
        many: `${n} chynnig`,
        other: `${n} cynnig`,
      }),
    together: (proposals: string, money: string) => `${proposals}, ${money} gyda’i gilydd`,
    planned: (length: string, booked: string) => `Cynllun: ${length}, wedi’i logi: ${booked}`,
    plannedOnly: (length: string) => `Cynllun: ${length}`,
    bothLanguages: 'Mae popeth a ysgrifennwyd yn y ddwy iaith',
    notices: {
      saved: 'Wedi’i gadw.',
      merged: 'Wedi’i gadw. Cadwodd cyd-drefnydd rywbeth arall yn y cyfamser: mae’r ddau wedi’u cadw.',
      removed: 'Mae’r cynnig wedi’i ddileu.',
      imported: 'Mae’r cynigion wedi’u mewnforio a’u cadw. Tynnwyd eu trefn trwy goelbren.',
      copied:
        'Dyma’r copi. Dewiswch ei ddiwrnod a’i amserau, ac edrychwch ar y testunau: rhai’r cyfarfod cynharach ydynt o hyd.',
    },
    mendable:
      'Mae’r ymuno ar agor. Gellir cywiro testunau, arian a chynigion o hyd nes i bleidlais ddechrau, a rhwng pleidleisiau. Bydd pawb yn gweld newid ar unwaith, a bydd yn sefyll yn y cofnod. Mae’r ffordd y daw pobl i mewn yn aros fel y mae; newidir trefn y cyfarfod yn y consol.',
    contactOnly:
      'Dim ond pwy i’w holi am y cofnod, a than pryd, y gellir ei newid o hyd: ar y dudalen “Pwy drefnodd hyn gyda’i gilydd”.',
    locked: 'Mae’r ymuno wedi’i agor, felly ni ellir newid hyn yma mwyach. Gellir newid trefn y cyfarfod yn y consol.',
    ended:
      'Mae’r cyfarfod hwn wedi dod i ben. Gellir darllen yma yr hyn a drefnwyd, a’i gopïo o’ch rhestr o gyfarfodydd.',
    console: 'Agor y consol',
  },
  claims: claimsCy,
  blockers: {
    title: 'Rhowch enw’r cyfarfod.',
    voters: 'Rhowch pwy sy’n cael pleidleisio.',
    money: 'Rhowch faint o arian sydd i’w rannu.',
    proposals: 'Ychwanegwch o leiaf un cynnig.',
    'proposal-names': 'Mae cynnig heb enw.',
    'proposal-costs': 'Mae cynnig heb gost.',
    'agenda-empty': 'Does dim byd yn nhrefn y cyfarfod.',
    'cap-above-tokens': 'Mae pobl yn cael rhoi mwy o docynnau ar un cynnig nag sydd ganddynt.',
    'groups-need-admission':
      'Mae’r cyfrif yn edrych ar grwpiau, felly rhaid i bobl ddod i mewn â cherdyn neu gael eu gadael i mewn gan groesawydd.',
    'left-of-nothing': 'Mae angen rownd benderfynu cyn “Rhannu’r hyn sydd ar ôl”.',
  },
  warnings: {
    purpose: 'Nid yw’n dweud beth yw pwrpas y cyfarfod.',
    promise: 'Nid yw’n dweud beth fydd yn digwydd gyda’r penderfyniad.',
    together: 'Nid yw’n dweud pwy drefnodd hwn gyda’i gilydd.',
    contact: 'Nid yw’n dweud pwy i’w holi am y cofnod, a than pryd.',
    controller: 'Nid yw’n dweud pwy sy’n atebol am yr hyn a gedwir am bobl.',
    'live-tells':
      'Dim ond cyfansymiau a gyhoeddir, ond mewn rownd benderfynu maent yn symud tra bo pobl yn pleidleisio: efallai y bydd rhywun sy’n gwylio’n ofalus yn gweld beth wnaeth un bleidlais. Cuddiwch nhw nes eu dangos.',
    'one-language': 'Yno bydd pobl yn gweld yr iaith arall, wedi’i marcio.',
    'cost-above-pot': 'Mae cynnig yn costio mwy na’r holl arian sydd. Ni ellir byth ei ariannu.',
    'all-affordable': 'Mae’r arian yn ddigon i bopeth. Does dim i’w ddewis.',
    'one-proposal': 'Dim ond un cynnig sydd. Does dim i’w ddewis.',
    'no-practice': 'Does dim rownd ymarfer. Bydd pobl yn rhoi cynnig ar y botymau am y tro cyntaf pan fydd yn cyfrif.',
    'no-deciding-round': 'Does dim rownd benderfynu. Ni fydd dim yn cael ei benderfynu.',
    'open-admission':
      'Gall unrhyw un sydd â’r cod ddod i mewn, a gall rhywun â dau ffôn bleidleisio ddwywaith. Ar gyfer penderfyniad go iawn defnyddiwch gardiau neu groesawydd.',
    'over-time': 'Mae’r rhannau’n cymryd mwy o amser nag sydd wedi’i logi.',
    'many-proposals':
      'Nid oes lle i fwy na 14 cynnig ar y sgrin fawr fel y gall neuadd eu darllen. Mae’n dangos y rhai cyntaf; mae’r ffonau’n dangos pob un.',
    'long-names':
      'Caiff enw o fwy na 18 llythyren ei dorri ar y sgrin fawr. Rhowch enw byr i gynnig o’r fath ym mhob iaith.',
  },
  basics: {
    title: 'Am beth mae’r cyfarfod',
    lead: 'Mae angen un iaith ar gyfer pob testun; mae dwy’n well.',
    titleLegend: 'Beth yw enw’r cyfarfod?',
    titleHint: 'Bydd pobl yn ei weld ar eu ffonau ac ar y sgrin fawr.',
    purposeLegend: 'Beth yw ei bwrpas?',
    purposeHint: 'Un neu ddwy frawddeg am yr hyn y byddwch yn ei benderfynu gyda’ch gilydd.',
    promiseLegend: 'Beth fydd yn digwydd gyda’r penderfyniad?',
    promiseHint:
      'Dywedwch beth fydd yn cael ei wneud, gan bwy, ac a all rhywun ei newid o hyd. Bydd pobl yn gweld hyn cyn ymuno.',
    dayLegend: 'Diwrnod y cyfarfod',
    bookedLegend: 'Am faint mae’r ystafell wedi’i llogi?',
    bookedHint: 'Mae trefn y cyfarfod yn cael ei chymharu â hyn. Does dim yn dod i ben ar ei ben ei hun.',
    hours: 'Oriau',
    minutes: 'Munudau',
  },
  voters: {
    title: 'Pwy sy’n cael pleidleisio, a sut mae pobl yn dod i mewn',
    votersLegend: 'Pwy sy’n cael pleidleisio?',
    votersHint:
      'Yn cael ei ddangos cyn i bobl ymuno ac ar y cofnod, er enghraifft: Pawb sy’n byw neu’n gweithio yn Llanfair.',
    admissionLegend: 'Sut mae pobl yn dod i mewn?',
    admissions: {
      open: {
        label: 'Unrhyw un sydd â’r cod',
        hint: 'Y ffordd gyflymaf i mewn. Gall rhywun â dau ffôn bleidleisio ddwywaith, felly mae’r cofnod yn dweud mai arwydd yn unig yw’r niferoedd. Da ar gyfer pleidlais gyflym.',
      },
      'let-in': {
        label: 'Mae croesawydd yn gadael pobl i mewn',
        hint: 'Mae pob ffôn yn dangos rhif. Mae croesawydd wrth y drws yn gweld y rhifau ac yn gadael pobl i mewn, fesul un neu bawb ar unwaith.',
      },
      cards: {
        label: 'Gyda cherdyn',
        hint: 'Rydych yn argraffu cerdyn i bob person. Un cerdyn yw un lle ac un bleidlais, ar unrhyw ffôn, ar y dabled ac ar bapur. Gorau pan fo arian go iawn yn cael ei benderfynu.',
      },
    },
    paperLegend: 'A yw papurau pleidleisio’n cael eu derbyn hefyd?',
    papers: {
      yes: {
        label: 'Ydynt, papur hefyd',
        hint: 'Rydych yn argraffu papurau pleidleisio. Pan fydd y ffonau wedi cau, mae cynorthwyydd yn teipio’r papurau; yna mae’r rownd yn cau.',
      },
      no: {
        label: 'Nac ydynt, ffonau a thabledi yn unig',
        hint: 'Mae tabled a rennir yn helpu pwy bynnag sydd heb ffôn.',
      },
    },
    paperLine: 'Papur hefyd',
    groups:
      'Mae eich rheolau’n edrych ar grwpiau (dinasyddion a gweithwyr proffesiynol). Ar gyfer hynny mae angen cerdyn neu groesawydd ar bobl.',
  },
  record: {
    title: 'Beth mae’r cofnod yn ei ddweud, a beth sy’n cael ei gadw',
    lead: 'Bydd pawb sy’n ymuno yn gweld hyn cyn anfon dim. Mae’n aros fel y mae unwaith y bydd yr ymuno ar agor.',
    modeLegend: 'Beth mae’r cofnod yn ei ddangos o’r pleidleisiau?',
    controllerLegend: 'Pwy sy’n atebol am yr hyn a gedwir am bobl?',
    controllerHint:
      'Y cyngor, y bwrdd neu’r elusen sy’n galw’r cyfarfod, gyda chyfeiriad ar gyfer cwestiynau am breifatrwydd. Mae’n sefyll yn yr hysbysiad preifatrwydd.',
    linkDaysLabel: 'Am sawl diwrnod y cedwir pa ffôn a pha gerdyn a anfonodd pa bleidlais?',
    linkDaysHint:
      'Wedi’i gyfrif o ddiwedd y cyfarfod; 28 sy’n arferol. Yna dinistrir yr allwedd, ac ni all neb gysylltu person â phleidlais mwyach.',
    linkDaysError: 'Teipiwch nifer cyfan o ddiwrnodau, o 1 i 365.',
    keptTitle: 'Beth sy’n cael ei gadw, ac am ba hyd',
    kept: {
      link: (days: number) =>
        `Yr hyn sy’n cysylltu ffonau a chardiau â phleidleisiau: ${plural('cy', days, daysIn(days))} ar ôl y diwedd, yna fe’i dinistrir.`,
      practice: 'Yr hyn a anfonwyd wrth ymarfer: hyd nes i’r cyfarfod ddod i ben.',
      texts: 'Yr hyn a ysgrifennwyd: am byth, oni bai bod rhywun yn gofyn iddo gael ei ddileu.',
      record:
        'Y cofnod heb enwau: chwe blynedd, fel cofnodion cyngor yng Nghymru; yna bydd pwy bynnag sy’n rhedeg y gweinydd yn ei dynnu.',
    },
    noticeTitle: 'Hysbysiad preifatrwydd',
    notice:
      'Gwneir hysbysiad preifatrwydd yn y ddwy iaith o’r atebion hyn. Mae’r cofnod a’r dudalen y mae pobl yn ymuno arni yn arwain ato.',
    line: (days: number) => `dinistrir y cyswllt ar ôl ${plural('cy', days, daysIn(days))}`,
  },
  together: {
    title: 'Pwy drefnodd hwn gyda’i gilydd',
    lead: 'Mae cyfarfod rhwng pobl gyfartal yn cael ei baratoi gan y ddwy ochr.',
    togetherLegend: 'Pwy drefnodd y cyfarfod hwn gyda’i gilydd?',
    togetherHint: 'Enwch y bobl neu’r grwpiau o’r ddwy ochr. Mae’n cael ei ddangos cyn i bobl ymuno ac ar y cofnod.',
    contactLegend: 'Pwy all pobl ei holi am y cofnod?',
    contactHint: 'Enw, a rhif ffôn neu gyfeiriad e-bost y caiff unrhyw un ei weld.',
    untilLegend: 'Tan pryd mae cwestiynau’n cael eu hateb?',
    untilHint: 'Pythefnos ar ôl y cyfarfod sy’n arferol.',
    cohost: 'Cyd-drefnydd',
    cohostTitle: 'Ysgrifennwch ef gyda dinesydd',
    cohostLead:
      'Anfonwch y ddolen hon at ddinesydd sy’n paratoi’r cyfarfod gyda chi. Mae’n gweld ac yn newid popeth yma, fel chi, a gall redeg y consol hefyd.',
  },
  money: {
    title: 'Yr arian rydym yn ei rannu',
    amount: 'Swm',
    amountHint: 'Er enghraifft 12,500 neu 12,500.50',
    currency: 'Arian cyfred',
    against: (count: string, money: string) => `Cynigion hyd yma: ${count}. Maent yn costio ${money} gyda’i gilydd.`,
  },
  proposals: {
    title: 'Cynigion',
    lead: 'Beth all yr arian dalu amdano.',
    lot: 'Tynnwyd y drefn trwy goelbren ar y gweinydd wrth i bob cynnig gyrraedd. Mae’r un fath, â’r un rhifau, ar y sgrin fawr, ar ffonau ac ar bapur, felly does neb yn sefyll yn gyntaf o ddewis.',
    lotLater: 'Gall y rhifau newid o hyd wrth i chi ychwanegu cynigion.',
    none: 'Dim cynigion eto.',
    add: 'Ychwanegu cynnig',
    import: 'Mewnforio rhestr',
    cost: (money: string) => `Yn costio ${money}`,
    noCost: 'Dim cost eto',
    noName: 'Dim enw eto',
    short: (short: string) => `Ar y sgrin fawr: ${short}`,
    abovePot: 'Yn costio mwy na’r arian sydd',
    total: (money: string, pot: string) => `Maent yn costio ${money} gyda’i gilydd. Mae ${pot} i’w rannu.`,
    totalOnly: (money: string) => `Maent yn costio ${money} gyda’i gilydd. Nid yw’n dweud eto faint sydd i’w rannu.`,
    welshTitle: (n: number) =>
      plural('cy', n, {
        zero: 'Does dim cynnig heb Gymraeg',
        one: 'Mae 1 cynnig heb Gymraeg',
        two: 'Mae 2 gynnig heb Gymraeg',
        few: `Mae ${n} chynnig heb Gymraeg`,
        many: `Mae ${n} chynnig heb Gymraeg`,
        other: `Mae ${n} cynnig heb Gymraeg`,
      }),
    done: 'Parhau',
  },
  proposal: {
    addTitle: 'Ychwanegu cynnig',
    changeTitle: 'Newid cynnig',
    gone: 'Mae cyd-drefnydd wedi dileu’r cynnig hwn yn y cyfamser. Bydd cadw yn ei ychwanegu eto.',
    legends: {
      name: 'Beth yw ei enw?',
      short: 'Enw byr ar gyfer y sgrin fawr',
      outcome: 'Beth fydd yn gwella?',
      about: 'Mwy amdano',
      by: 'Pwy sy’n ei gynnig?',
    },
    hints: {
      name: 'Fel y mae pobl yn ei adnabod.',
      short:
        '18 nod ar y mwyaf, fel y gellir ei ddarllen o’r rhes gefn. Os yw’n wag, mae’r enw llawn yn cael ei dorri’n fyrrach.',
      outcome: 'Un llinell. Mae’n sefyll cyn y gost, er enghraifft: Gall plant chwarae yn y cysgod.',
      about: 'Yr hyn y gall pobl ei ddarllen os hoffent wybod mwy.',
      by: 'Grŵp neu berson sy’n cytuno i gael ei enwi.',
    },
    cost: 'Cost',
    costHint: 'Er enghraifft 2,400 neu 2,400.50',
    abovePot: (pot: string) =>
      `Mae hynny’n fwy na’r ${pot} sydd i’w rannu. Ni ellid byth ei ariannu. Cewch ei gadw er hynny.`,
    left: (n: number) => `Nodau ar ôl: ${n}`,
    over: (n: number) => `Nodau’n ormod: ${n}`,
    saveAndAdd: 'Cadw ac ychwanegu un arall',
    remove: 'Dileu’r cynnig hwn',
    removeSure: (name: string) => `Dileu’r cynnig hwn i bawb: ${name}?`,
    removeYes: 'Ie, ei ddileu',
    removeNo: 'Ei gadw',
  },
  rules: {
    title: 'Sut byddwn ni’n penderfynu',
    lead: 'Mae’r rhain yn cael eu darllen yn uchel cyn y bleidlais gyntaf, ac ni ellir eu newid unwaith y bydd rownd wedi dechrau.',
    tokensTitle: 'Tocynnau',
    tokensLine: (tokens: string, cap: string) => `Tocynnau i bob person: ${tokens}; ar y mwyaf ar un cynnig: ${cap}`,
    tokensBack: (proposals: number, least: number) =>
      `${withProposals(proposals)}, mae pawb sy’n defnyddio eu tocynnau i gyd yn cefnogi o leiaf ${least}.`,
    tokensFew: (proposals: number, most: number) =>
      `${withProposals(proposals)}, ni all neb ddefnyddio mwy na ${most} ohonynt.`,
    notPounds: 'Mae tocynnau’n dangos faint rydych chi eisiau cynnig. Nid punnoedd ydynt.',
    tokens: 'Tocynnau i bob person',
    cap: 'Ar y mwyaf ar un cynnig',
    capHint: 'Mae terfyn yn gwneud i bobl edrych ar fwy nag un cynnig.',
    tokensSame: 'Mae’r un fath ym mhob rownd, wrth ymarfer hefyd, fel bod pobl yn ei ddysgu unwaith.',
    firstTitle: 'Rownd gyntaf: does dim byd wedi’i benderfynu eto',
    firstNone: 'Does dim rownd gyntaf yn nhrefn y cyfarfod.',
    decidingTitle: partsCy.deciding,
    decidingNone: 'Does dim rownd benderfynu yn nhrefn y cyfarfod.',
    revealLegend: 'Pryd mae cyfansymiau’n cael eu gweld?',
    reveals: {
      live: {
        label: 'Mae pawb yn gweld y cyfansymiau’n symud wrth bleidleisio',
        hint: 'O’r pumed papur pleidleisio ymlaen. Mae’r rhestr o ddewisiadau’n cael ei chyhoeddi heb enwau, gan y gall cyfansymiau sy’n symud ddatgelu dewisiadau unigol.',
      },
      'on-show': {
        label: 'Dim ond pan fydd yr hwylusydd yn eu dangos y gwelir y cyfansymiau',
        hint: 'Tan hynny does neb yn gweld cyfanswm, ddim hyd yn oed chi. Dim ond cyfansymiau sy’n cael eu cyhoeddi.',
      },
    },
    sendingLegend: 'Sut mae dewisiadau’n gadael y ffôn?',
    sendings: {
      checked: {
        label: 'Mae pobl yn gwirio eu dewisiadau, yna’n eu hanfon',
        hint: 'Gorau pan fo’n cyfrif. Nes i’r pleidleisio gau gallant eu newid.',
      },
      'each-change': {
        label: 'Mae pob newid yn ei anfon ei hun',
        hint: 'Mae’r cyfansymiau’n symud gyda phob tap.',
      },
    },
    voiceTitle: 'Faint mae dewisiadau pwy yn cyfrif',
    voiceLegend: 'A yw pleidlais pawb yn cyfrif yr un faint?',
    voices: {
      'one-person-one-ballot': {
        label: 'Mae pleidlais pawb yn cyfrif yr un faint',
        hint: 'Does neb yn cael ei holi i ba grŵp y mae’n perthyn.',
      },
      'citizen-floor': {
        label: 'Mae dinasyddion yn pwyso o leiaf hanner',
        hint: 'Os daw mwy o weithwyr proffesiynol nag o ddinasyddion, mae pob grŵp yn pwyso hanner. Fel arall mae pleidlais pawb yn cyfrif yr un faint.',
      },
      'equal-groups': {
        label: 'Mae’r ddau grŵp yn pwyso hanner',
        hint: 'Faint bynnag a ddaw o bob grŵp, mae’r dinasyddion gyda’i gilydd yn pwyso hanner a’r gweithwyr proffesiynol gyda’i gilydd yn pwyso hanner.',
      },
    },
    voiceNote:
      'Mae gan bawb yr un tocynnau beth bynnag. Mae’r pwysau’n cael ei roi wrth gyfrif ac yn cael ei ddangos gyda’r canlyniadau. Mae pwy bynnag sy’n perthyn i’r ddau grŵp, neu sy’n well ganddo beidio â dweud, yn cyfrif unwaith. Yn y rownd gyntaf mae pawb yn cyfrif yr un faint.',
    decisionLegend: 'A oes rhaid i’r ddwy ochr gefnogi’r hyn sy’n cael ei ariannu?',
    decisions: {
      overall: {
        label: 'Nac oes, y cyfrif sy’n penderfynu',
        hint: 'Mae’r hyn y mae’r cyfrif yn ei ariannu’n cael ei ariannu.',
      },
      'both-groups': {
        label: 'Oes, rhaid i’r ddwy ochr ei gefnogi',
        hint: 'Mae o leiaf 20% o bob grŵp yn rhoi tocynnau arno. Nid yw’r hyn nad yw un ochr yn ei gefnogi’n cael ei ariannu: mae’n mynd i “Dal i’w drafod”, ac mae ei arian yn aros.',
      },
    },
    bothLine: 'Rhaid i’r ddwy ochr ei gefnogi',
    groupsLine: (names: string) => `Y ddau grŵp: ${names}`,
    exampleTitle: 'Beth mae hynny’n ei olygu gyda’r niferoedd hyn',
    exampleHint: 'Newidiwch y niferoedd i roi cynnig arni. Nid ydynt yn cael eu cadw.',
    people: 'Pobl',
    each: 'Mae pob un yn cyfrif',
    share: 'Gyda’i gilydd',
    needed: 'Angen i gefnogi',
    times: (number: string) => `${number} gwaith`,
    percent: (number: string) => `${number}%`,
    oneAsMany: (strong: string, weak: string, number: string) =>
      `Yna mae un person o’r grŵp “${strong}” yn cyfrif cymaint â ${number} o’r grŵp “${weak}”.`,
    same: 'Gyda’r niferoedd hyn mae pleidlais pawb yn cyfrif yr un faint.',
    tooFew:
      'Gyda llai na 5 person mewn grŵp, mae pleidlais pawb yn cyfrif yr un faint ac nid yw’r ddwy ochr yn cael eu cymharu: byddai’n dangos beth ddewisodd pobl unigol.',
    notNumber: 'Teipiwch niferoedd cyfan o bobl i weld beth mae’n ei olygu.',
    namesTitle: 'Beth yw enwau’r ddau grŵp?',
    namesHint: 'Os ydynt yn wag, dinasyddion a gweithwyr proffesiynol yw eu henwau.',
    citizensLegend: 'Dinasyddion',
    citizensHint: 'Pobl sy’n byw yma neu’n defnyddio’r gwasanaethau, er enghraifft: Trigolion.',
    professionalsLegend: 'Gweithwyr proffesiynol',
    professionalsHint: 'Pobl sy’n gweithio yn y gwasanaethau, er enghraifft: Staff y cyngor a’r bwrdd iechyd.',
    citizens: 'Dinasyddion',
    professionals: 'Gweithwyr proffesiynol',
    needsAdmission:
      'Mae angen cardiau neu groesawydd wrth y drws ar gyfer hyn. Nawr gall unrhyw un sydd â’r cod ddod i mewn.',
    needsAdmissionLink: 'Newid sut mae pobl yn dod i mewn',
    countTitle: 'Sut mae’r arian yn cael ei roi',
    countLegend: 'Sut ddylai’r arian gael ei roi?',
    counts: {
      greedy: {
        label: 'Y nifer mwyaf o docynnau’n gyntaf, tra bo’r arian yn para',
        hint: 'Mae cynnig nad oes digon o arian ar ei gyfer mwyach yn cael ei hepgor, ac mae’r nesaf yn cael ei ystyried. Nid yw’r hyn na chefnogodd neb yn cael ei ariannu.',
      },
      'equal-shares': {
        label: 'Cyfrannau cyfartal',
        hint: 'Mae gan bawb sy’n pleidleisio gyfran gyfartal o’r arian. Mae cynnig yn cael ei ariannu pan all y bobl a roddodd docynnau arno dalu amdano gyda’i gilydd, y rhataf am bob tocyn yn gyntaf; mae’r hyn sydd ar ôl yn mynd i’r mwyaf o docynnau. Mae mwy o bobl yn cael rhywbeth y gofynnon nhw amdano, a gall y cynnig â’r mwyaf o docynnau golli: dywedwch hynny wrth yr ystafell cyn pleidleisio.',
      },
    },
    tieTitle: 'Pan fo dau yn gyfartal',
    tieLine: 'Coelbren sy’n penderfynu',
    tieText: 'Mae’n cael ei dynnu o’r cofnod dan sêl ar eiliad y cau, fel na all neb ei lywio.',
    workedTitle: 'Enghraifft gyda’ch cynigion',
    workedNote: 'Tocynnau dychmygol yw’r rhain. Dim ond dangos sut mae’r arian yn mynd y maent.',
    workedCounting: 'Mae’r enghraifft yn cael ei chyfrifo…',
    workedFailed: 'Ni ellid cyfrifo’r enghraifft yn y porwr hwn. Nid yw hynny’n effeithio ar y rheol ei hun.',
    workedNone: 'Unwaith y bydd arian a dau gynnig â chost, bydd enghraifft yn sefyll yma.',
    workedPot: (pot: string) => `I’w rannu: ${pot}.`,
    workedFacts: (tokens: string, cost: string) => `Tocynnau: ${tokens}. Yn costio ${cost}`,
    workedFunded: (left: string) => `Wedi’i ariannu. Ar ôl: ${left}`,
    workedPassed: (left: string) => `Heb ei ariannu: dim ond ${left} sydd ar ôl`,
    sharesNote: (people: number) => `Pobl ddychmygol: ${people}. Dim ond dangos sut mae’r arian yn mynd y mae hyn.`,
    sharesPot: (pot: string, each: string) => `I’w rannu: ${pot}, felly cyfran pob un: ${each}.`,
    sharesRaised: (each: string) =>
      `Â hynny’n unig byddai arian ar ôl na allai neb ei ddefnyddio, felly mae pob cyfran yn tyfu, yma i ${each}, cyn belled â bod arian ar gyfer yr hyn a brynir.`,
    sharesFacts: (tokens: string, people: string, cost: string) =>
      `Tocynnau: ${tokens}. Cefnogwyr: ${people}. Yn costio ${cost}`,
    sharesBought: (round: string, price: string) => `Rownd ${round}: wedi’i ariannu, ${price} am bob tocyn`,
    sharesShort: (short: string) =>
      `Heb ei ariannu: ni all cyfrannau ei gefnogwyr dalu amdano, ac mae’r hyn sydd ar ôl ${short} yn rhy fach`,
    sharesAdded: 'Wedi’i ariannu o’r hyn sydd ar ôl',
    done: 'Parhau',
  },
  show: {
    title: 'Trefn y cyfarfod',
    lead: 'Rhannau’r cyfarfod, yn eu trefn. Gallwch symud, hepgor ac ychwanegu rhannau o hyd tra bo’r cyfarfod ar waith.',
    kinds: {
      practice: {
        label: partsCy.practice,
        hint: 'Mae pawb yn rhoi cynnig arni gyda the, coffi a dŵr. Does dim byd yn cyfrif.',
      },
      how: {
        label: partsCy.how,
        hint: 'Mae’r rheolau ar bob sgrin, a gall pobl godi cwestiwn.',
      },
      talk: { label: partsCy.talk, hint: 'Cwestiwn i siarad amdano, gyda chloc.' },
      first: { label: partsCy.first, hint: 'Yn dangos ble mae pobl yn sefyll. Does dim yn cael ei benderfynu.' },
      break: { label: partsCy.break, hint: 'Saib, gyda chloc.' },
      deciding: { label: partsCy.deciding, hint: 'Hon sy’n penderfynu.' },
      left: {
        label: partsCy.left,
        hint: 'Un rownd benderfynu arall, ar gyfer yr arian a adawodd yr un o’i blaen.',
      },
    },
    part: (n: number, kind: string) => `${n}. ${kind}`,
    minutes: 'Munudau',
    words: 'Eich geiriau eich hun ar gyfer y rhan hon',
    wordsTalk: 'Y cwestiwn i siarad amdano',
    wordsHint: 'Os yw’n wag, mae’r sgriniau’n dweud yr hyn sydd yn y rhagolwg.',
    wordsSummary: 'Geiriau a rhagolwg',
    up: 'Symud i fyny',
    down: 'Symud i lawr',
    skip: 'Hepgor',
    unskip: 'Peidio â hepgor',
    remove: 'Dileu',
    skipped: 'Wedi’i hepgor',
    button: (action: string, n: number, kind: string) => `${action}: ${n}. ${kind}`,
    moved: (kind: string, n: number, of: number) => `${kind}: rhan ${n} o ${of} nawr`,
    removed: (kind: string) => `Wedi’i ddileu: ${kind}`,
    added: (kind: string) => `Wedi’i ychwanegu ar y diwedd: ${kind}`,
    addLabel: 'Pa fath o ran',
    add: 'Ei hychwanegu ar y diwedd',
    length: (minutes: number) => duration('cy', minutes),
    total: (length: string) => `Y rhannau i gyd gyda’i gilydd: ${length}.`,
    room: (length: string) => `Mae hynny’n gadael ${length} o’r amser sydd wedi’i logi.`,
    exact: 'Dyna’n union yr amser sydd wedi’i logi.',
    over: (length: string) => `Mae hynny ${length} yn fwy na’r amser sydd wedi’i logi.`,
    notBooked: 'Nid yw’n dweud eto am faint mae’r ystafell wedi’i llogi.',
    previewPhone: 'Ar ffonau',
    previewStage: 'Ar y sgrin fawr',
    told: (kind: string, minutes: string) => `${kind}, ${minutes} mun`,
    toldSkipped: (kind: string) => `${kind}, wedi’i hepgor`,
  },
  languages: {
    title: 'Cymraeg a Saesneg',
    lead: 'Mae pobl yn darllen pob testun yn eu hiaith. Os yw’n eisiau, maent yn gweld y llall, wedi’i marcio. Nid yw’n rhwystro neb.',
    all: 'Mae popeth a ysgrifennwyd yn y ddwy iaith.',
    missingTitle: (n: number) =>
      plural('cy', n, {
        zero: 'Does dim testun mewn un iaith yn unig',
        one: 'Mae 1 testun mewn un iaith yn unig',
        two: 'Mae 2 destun mewn un iaith yn unig',
        few: `Mae ${n} thestun mewn un iaith yn unig`,
        many: `Mae ${n} thestun mewn un iaith yn unig`,
        other: `Mae ${n} testun mewn un iaith yn unig`,
      }),
    lacks: { cy: 'Cymraeg yn eisiau', en: 'Saesneg yn eisiau' },
    texts: {
      title: 'Enw’r cyfarfod',
      purpose: 'Ei bwrpas',
      promise: 'Beth fydd yn digwydd gyda’r penderfyniad',
      voters: 'Pwy sy’n cael pleidleisio',
      together: 'Pwy drefnodd hwn gyda’i gilydd',
      contact: 'Pwy i’w holi am y cofnod',
      controller: 'Pwy sy’n atebol am yr hyn a gedwir am bobl',
    },
    proposalTexts: {
      name: 'enw',
      short: 'enw byr',
      outcome: 'beth fydd yn gwella',
      about: 'mwy amdano',
      by: 'pwy sy’n ei gynnig',
    },
    part: (n: number) => `Trefn y cyfarfod, rhan ${n}`,
    reasonLegend: 'A yw un iaith yn ddigon y tro hwn? Dywedwch pam',
    reasonHint:
      'Gyda rheswm ysgrifenedig mae’r rhybudd yn diflannu. Mae’r rheswm yn cael ei gadw yn y cofnod, er enghraifft: Mae pawb sydd wedi’u gwahodd yn darllen Cymraeg.',
  },
  links: {
    title: 'Pobl a dolenni',
    lead: 'Gall pwy bynnag sydd â dolen wneud yr hyn y mae hi ar ei gyfer. Dim ond nawr, pan fyddwch yn ei gwneud, y mae dolen yn cael ei dangos; gwnewch gynifer ag sydd eu hangen.',
    joinTitle: 'Sut mae pobl yn ymuno',
    code: 'Cod y cyfarfod',
    joinLink: 'Dolen i ymuno',
    joinQr: 'Cod QR i ymuno â’r cyfarfod hwn',
    roles: {
      facilitator: {
        title: 'Cyd-hwylusydd',
        about: 'Yn rhedeg y consol wrth eich ochr: agor, cau, dangos y canlyniadau. O ffôn hefyd.',
      },
      helper: {
        title: 'Cynorthwyydd',
        about: 'Yn croesawu pobl wrth y drws ac yn teipio papurau pleidleisio. Ni all agor na chau dim.',
      },
      stage: {
        title: 'Sgrin fawr',
        about: 'Ar gyfer y cyfrifiadur wrth y taflunydd. Mae’n dangos, ac nid yw’n newid dim.',
      },
      tablet: {
        title: 'Tabled a rennir',
        about: 'Ar gyfer pobl heb ffôn. Mae pwy bynnag sy’n gofalu amdani’n ei phasio o berson i berson.',
      },
    },
    make: (who: string) => `Gwneud dolen: ${who}`,
    another: (who: string) => `Gwneud dolen arall: ${who}`,
    making: 'Wrthi’n gwneud dolen',
    onlyNow: 'Copïwch hi nawr: ni fydd yn cael ei dangos eto. Mae dolenni a wnaed o’r blaen yn dal i weithio.',
    link: (who: string) => `Dolen: ${who}`,
    qr: (who: string) => `Cod QR y ddolen hon: ${who}`,
    copy: 'Copïo',
    copied: 'Wedi’i chopïo',
    notCopied: 'Ni ellid ei chopïo. Dewiswch y ddolen a’i chopïo â llaw',
    openStage: 'Agor y sgrin fawr ar y cyfrifiadur hwn',
  },
  rehearse: {
    title: 'Ymarfer, argraffu a dechrau',
    lead: 'Y diwrnod cynt, ewch trwy hyn unwaith. Mae’n cymryd chwarter awr.',
    robotsTitle: 'Ymarfer gyda robotiaid',
    robotsAbout:
      'Mae robotiaid yn ymuno, yn ymarfer ac yn pleidleisio fel y byddai pobl: rhai gyda cherdyn, rhai’n hwyr, rhai’n colli eu signal ac yn dod yn ôl. Chi sy’n rhedeg y cyfarfod o’r consol, a gallwch ymuno â’ch ffôn eich hun. Cyfarfod ar wahân ydyw. Mae’r un hwn yn aros fel y mae.',
    robots: 'Faint o robotiaid',
    robotsHint: 'O 5 i 500. Caiff ymarfer cynharach o’r cyfarfod hwn ei glirio.',
    robotsWrong: 'Rhowch rif cyfan o 5 i 500',
    pace: 'Pa mor gyflym',
    paces: {
      people: { label: 'Fel pobl', hint: 'Mae darllen, pwyso a mesur ac anfon yn cymryd hyd at funud iddynt.' },
      hurry: { label: 'Ddeg gwaith yn gyflymach', hint: 'I fynd trwy bopeth mewn ychydig funudau.' },
    },
    robotsGo: (n: number) => `Ymarfer gyda ${n} o robotiaid`,
    robotsComing: 'Wrthi’n galw’r robotiaid',
    robotsNot: 'Ymarfer gyda robotiaid',
    checks: [
      'Rhowch y sgrin fawr ar y taflunydd, a’i darllen o’r rhes gefn.',
      'Ymunwch â dau ffôn, un ohonynt ar rwydwaith symudol, a rhedwch y rownd ymarfer.',
      'Rhowch gynnig ar yr alwad olaf, y cau, a dangos y canlyniadau fesul un.',
      'Cytunwch pwy sy’n croesawu, pwy sy’n teipio’r papurau, a phwy sy’n dweud yn uchel beth sydd ar y sgriniau.',
      'Gwefrwch y dabled, a dewch â chebl hir.',
    ],
    checksTitle: 'Beth i roi cynnig arno',
    printTitle: 'Argraffu',
    printAbout: {
      cards: 'Cardiau i bob person, poster gyda’r cod, a thaflen adfer yr hwylusydd.',
      paper: 'Papurau pleidleisio hefyd.',
    },
    print: 'Agor yr hyn y gellir ei argraffu',
    beginTitle: 'Dechrau',
    ready:
      'Does dim yn eisiau. Agorwch y consol ar ddechrau’r cyfarfod: yno rydych yn agor yr ymuno. O hynny ymlaen mae’r trefniadau’n aros fel y maent.',
    blocked: (n: number) =>
      plural('cy', n, {
        zero: 'Does dim yn eisiau:',
        one: 'Mae 1 peth yn eisiau o hyd:',
        two: 'Mae 2 beth yn eisiau o hyd:',
        few: `Mae ${n} pheth yn eisiau o hyd:`,
        many: `Mae ${n} pheth yn eisiau o hyd:`,
        other: `Mae ${n} peth yn eisiau o hyd:`,
      }),
    console: 'Agor y consol',
  },
  kept: {
    restored: 'Dyma’r hyn a deipioch yma o’r blaen. Nid yw wedi’i gadw eto.',
    discard: 'Ei daflu a dangos yr hyn sydd wedi’i gadw',
    clashTitle: 'Mae cyd-drefnydd wedi cadw’r dudalen hon ers i chi ei hagor',
    clash:
      'Mae’r ffurflen yn dangos yr hyn a gadwodd y cyd-drefnydd. Mae’r hyn a deipioch chi wedi’i gadw yma. Cymharwch, yna dewiswch.',
    yours: 'Teipioch chi',
    theirs: 'Cadwodd y cyd-drefnydd',
    useMine: 'Defnyddio’r hyn a deipiais',
    useTheirs: 'Cadw’r hyn a gadwodd y cyd-drefnydd',
  },
  errors: {
    tooLong: (what: string, language: string, max: number) =>
      `${what} – ${language}: defnyddiwch ${max} nod ar y mwyaf`,
    moneyUnclear: 'Ysgrifennwch y swm fel 12,500 neu 12,500.50',
    moneyTooSmall: 'Rhaid i’r swm fod yn fwy na dim. Gadewch ef yn wag os nad ydych yn ei wybod eto',
    moneyTooLarge: 'Mae’r swm hwnnw’n rhy fawr i’r cyfarfod hwn',
    day: 'Rhowch ddyddiad cyfan, neu gadewch ef yn wag',
    booked: 'Rhowch oriau a munudau fel rhifau cyfan, 24 awr ar y mwyaf',
    blank: 'Rhowch rywbeth am y cynnig: enw, er enghraifft',
    tooMany: (most: number) => `Gall cyfarfod ddal ${most} o gynigion ar y mwyaf`,
    tokens: 'Rhowch rif cyfan o docynnau o 1 i 100',
    cap: (tokens: number) => `Rhowch rif cyfan o 1 i ${tokens}, sef nifer tocynnau pob person`,
    minutes: (n: number) => `Rhowch funudau rhan ${n} fel rhif cyfan o 0 i 600`,
  },
  troubles: {
    unreachable:
      'Ni allem gyrraedd y gweinydd. Mae’r hyn a deipioch wedi’i gadw ar y ddyfais hon. Rhowch gynnig arall arni',
    'unknown-secret':
      'Nid yw’r gweinydd yn adnabod eich dolen i’r cyfarfod hwn. Agorwch y ddolen eto, neu gofynnwch am un newydd. Mae’r hyn a deipioch wedi’i gadw ar y ddyfais hon',
    'unknown-session': 'Does dim cyfarfod o’r fath ar y gweinydd hwn. Gwiriwch eich bod wedi agor y ddolen gywir',
    'moved-on':
      'Mae cyd-drefnydd wedi cadw ers i chi agor y dudalen hon. Mae’r hyn a deipioch wedi’i gadw. Edrychwch ar yr hyn a gadwodd y cyd-drefnydd, yna cadwch eto',
    'already-begun':
      'Ni ellir newid hyn mwyach: mae’r ymuno wedi’i agor, neu mae pleidlais wedi dechrau, ers i chi agor y dudalen hon',
    'session-ended': 'Mae’r cyfarfod hwn wedi dod i ben. Mae’r trefniadau’n aros fel y maent',
    'not-ready':
      'Mae’r cyfarfod ar waith: ni all wneud heb enw, pwy sy’n cael pleidleisio, arian, ac o leiaf un cynnig ag enw a chost',
    'bad-text': 'Ni allai’r gweinydd ddarllen un o’r testunau. Chwiliwch am nodau anarferol a rhowch gynnig arall arni',
    'duplicate-proposal': 'Mae gan ddau gynnig yr un rhif. Llwythwch y dudalen eto a rhowch gynnig arall arni',
    'too-large':
      'Mae hynny’n fwy o destun nag y gall cyfarfod ei ddal. Byrhewch y testunau hiraf a rhowch gynnig arall arni',
    'storage-full':
      'Mae disg y gweinydd yn llawn. Ni chafodd dim ei gadw. Mae’r hyn a deipioch wedi’i gadw ar y ddyfais hon',
    'too-fast': 'Roedd hynny’n rhy gyflym. Arhoswch eiliad a rhowch gynnig arall arni',
    other:
      'Aeth rhywbeth o’i le ar ein hochr ni. Mae’r hyn a deipioch wedi’i gadw ar y ddyfais hon. Rhowch gynnig arall arni',
  },
};
