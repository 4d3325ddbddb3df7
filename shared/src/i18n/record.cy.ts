// Welsh is a draft: native review needed. Cymraeg drafft: mae angen i siaradwr brodorol ei hadolygu.
import { plural } from './plural.ts';
import type { RecordWords } from './record.en.ts';

/** "1 tocyn, 2 docyn, 3 thocyn": singular after every number, soft mutation after two, aspirate after three and six. */
const tocynnau = (n: number) =>
  plural('cy', n, {
    zero: 'dim tocynnau',
    one: '1 tocyn',
    two: '2 docyn',
    few: `${n} thocyn`,
    many: `${n} thocyn`,
    other: `${n} tocyn`,
  });

const anfonodd = (n: number) =>
  plural('cy', n, {
    zero: 'Anfonodd neb ddewisiadau.',
    one: 'Anfonodd 1 person ddewisiadau.',
    two: 'Anfonodd 2 berson ddewisiadau.',
    few: 'Anfonodd 3 pherson ddewisiadau.',
    many: 'Anfonodd 6 o bobl ddewisiadau.',
    other: `Anfonodd ${n} o bobl ddewisiadau.`,
  });

/** Words of a meeting's public record, in Welsh. */
export const recordCy: RecordWords = {
  step: 'Cofnod',
  missing: {
    title: 'Does dim cofnod yn y cyfeiriad hwn',
    text: 'Gwiriwch y ddolen, neu gofynnwch amdani i’r bobl a drefnodd y cyfarfod.',
  },
  notYet: {
    draftTitle: 'Nid yw’r cyfarfod hwn wedi dechrau eto',
    draft: 'Bydd ei gofnod i’w weld yn y cyfeiriad hwn: beth gafodd ei benderfynu, a pham.',
    openTitle: 'Mae’r cyfarfod hwn ar y gweill',
    open: 'Does dim byd wedi’i ddangos eto. Pan fydd y canlyniadau’n cael eu dangos yn y cyfarfod, byddant yma hefyd. Llwythwch y dudalen hon eto bryd hynny.',
    closedTitle: 'Mae’r cyfarfod hwn wedi dod i ben',
    closed: 'Ni ddangoswyd canlyniadau ynddo, ac nid oes penderfyniad wedi’i ysgrifennu.',
    download: 'Does dim i’w lawrlwytho eto: does dim canlyniadau wedi’u dangos.',
  },
  banner: {
    rehearsal: 'Ymarfer',
    notMeant: 'Rhoddwyd cynnig ar hyn gyda robotiaid. Ni phenderfynwyd dim, a chaiff ei ddileu.',
    provisional: 'Dros dro',
    noDecision: 'Dyma’r canlyniadau fel y cawsant eu dangos. Nid yw’r penderfyniad wedi’i ysgrifennu eto.',
    soFar: 'Does dim byd wedi’i benderfynu eto. Dyma’r hyn sydd wedi’i ddangos hyd yma.',
    correcting:
      'Mae camgymeriad ar bapurau pleidleisio’n cael ei gywiro. Dangoswyd yr hyn sydd yma o’r blaen; bydd fersiwn newydd yn dilyn.',
    corrected: (version: number) => `Wedi’i gywiro: dyma fersiwn ${version} o’r canlyniad.`,
  },
  heldOn: (date: string) => `Cyfarfod ${date}`,
  decision: {
    title: 'Beth benderfynon ni',
    written: (date: string) => `Ysgrifennwyd ar ${date}`,
    actions: 'Beth sy’n digwydd nesaf',
    what: 'Beth',
    who: 'Pwy',
    until: 'Erbyn',
  },
  money: {
    title: 'Yr arian roeddem yn ei rannu',
    pot: 'I’w rannu',
    spent: 'Ar gyfer yr hyn sydd wedi’i ariannu',
    left: 'Arian ar ôl',
    kept: 'O hynny, o’r neilltu ar gyfer yr hyn sydd i’w drafod eto',
  },
  results: {
    funded: 'Wedi’i ariannu',
    none: 'Ni chafodd dim ei ariannu.',
    notFunded: 'Heb ei ariannu y tro hwn',
    stillToTalk: 'Dal i’w drafod',
    stillToTalkWhy:
      'Roedd gan y rhain ddigon o docynnau i gael eu hariannu, ond nid yw un ochr yn eu cefnogi eto. Rhoddodd y cyfrif yr arian ar eu cyfer o’r neilltu.',
    fromLeft: 'O’r arian a oedd ar ôl',
    number: 'Rhif',
    proposal: 'Cynnig',
    cost: 'Cost',
    tokens: 'Tocynnau',
    backers: 'Pobl',
    weighed: 'Ar ôl pwyso',
    withTokens: tocynnau,
    backedBy: (n: number) => `cefnogwyr: ${n}`,
    why: 'Beth oedd yn brin',
    by: (who: string) => `Cyflwynwyd gan: ${who}`,
  },
  lacked: {
    tokens: 'Ni roddodd neb docyn iddo.',
    lot: 'Roedd yn gyfartal ag un sydd wedi’i ariannu, ac nid oedd arian i’r ddau. Coelbren a benderfynodd.',
    money: (short: string) => `Roedd ${short} yn brin pan ddaeth ei dro: nid oedd digon o arian ar ôl.`,
    shares: (short: string) =>
      `Ni allai cyfrannau ei gefnogwyr dalu amdano, ac roedd yr hyn oedd ar ôl yn y diwedd ${short} yn rhy fach.`,
    side: (group: string) => `Heb gefnogaeth o leiaf un o bob pump o’r grŵp hwn eto: ${group}.`,
    both: 'Heb gefnogaeth o leiaf un o bob pump o’r naill grŵp na’r llall eto.',
  },
  groups: { citizens: 'dinasyddion', professionals: 'gweithwyr proffesiynol' },
  why: {
    title: 'Pam y canlyniad hwn?',
    rule: (ballots: number, money: string) =>
      `Nifer y bobl a rannodd eu tocynnau: ${ballots}. Ariannwyd y cynnig â’r mwyaf o docynnau yn gyntaf, yna’r nesaf, tra oedd arian ar ôl (${money}); aed heibio i un nad oedd digon ar ei gyfer mwyach.`,
    shares: (ballots: number, money: string) =>
      `Nifer y bobl a rannodd eu tocynnau: ${ballots}; roedd gan bob un gyfran gyfartal o’r arian (${money}). Fesul rownd, ariannwyd y cynnig y gallai ei gefnogwyr dalu amdano gyda’i gilydd am y pris isaf am bob tocyn. Felly mae mwy o bobl yn cael rhywbeth y gofynnon nhw amdano, a gall yr un â’r mwyaf o docynnau golli.`,
    noTie: 'Doedd dim dau gynnig mor gyfartal nes bod rhaid i goelbren benderfynu.',
    tie: (names: string) =>
      `Roedd y rhain yn gyfartal, ac nid oedd arian i bob un: ${names}. Coelbren a benderfynodd rhyngddynt, wedi’i dynnu o’r cofnod ei hun ar yr eiliad y caeodd y pleidleisio, fel na allai neb ei wybod na’i ddewis.`,
    equal: 'Roedd pleidlais pawb yn cyfrif yr un faint.',
    tooSmall:
      'Roedd y cyfarfod wedi dewis rheol sy’n edrych ar ddau grŵp. Roedd llai na phump o bobl yn un ohonynt, felly ni ddefnyddiwyd y rheol, ac roedd pleidlais pawb yn cyfrif yr un faint.',
    floorNotNeeded: (citizens: string) =>
      `Roedd y grŵp “${citizens}” o leiaf mor fawr â’r llall, felly roedd pleidlais pawb yn cyfrif yr un faint.`,
    weighed: (citizens: string, citizensWeight: string, professionals: string, professionalsWeight: string) =>
      `Roedd gan bawb yr un tocynnau. Wrth gyfrif, pwysau tocyn o’r grŵp “${citizens}” oedd ${citizensWeight}, a phwysau tocyn o’r grŵp “${professionals}” oedd ${professionalsWeight}, fel bod y ddau grŵp gyda’i gilydd yn pwyso’r un faint.`,
    hidden:
      'Wrth gyfrif roedd tocynnau’n pwyso yn ôl grŵp, fel y cytunwyd. Ni ddywedir faint: dywedodd cyn lleied nad oeddent yn y naill grŵp na’r llall fel y byddai’n pwyntio atynt.',
    weighedSame: 'Heb y pwysau hyn, yr un cynigion fyddai’n cael eu hariannu.',
    weighedIn: (names: string) => `Wedi’u hariannu dim ond oherwydd y pwysau hyn: ${names}.`,
    weighedOut: (names: string) => `Heb eu hariannu oherwydd y pwysau hyn: ${names}.`,
    both: (citizens: string, professionals: string) =>
      `Mae’r hyn sydd wedi’i ariannu hefyd wedi’i gefnogi gan o leiaf un o bob pump o’r naill grŵp a’r llall: ${citizens}; ${professionals}.`,
    share: (money: string) =>
      `Cafodd yr hyn a oedd ar ôl (${money}) ei rannu mewn pleidlais arall, drwy’r un rheol, rhwng y cynigion y gallai dalu amdanynt.`,
  },
  people: {
    title: 'Pwy gymerodd ran',
    joined: 'Nifer y bobl a ymunodd',
    sent: 'Nifer y bobl y cyfrifwyd eu dewisiadau',
    sentIn: (round: string) => `Nifer y bobl y cyfrifwyd eu dewisiadau – ${round}`,
    paperToo: 'Mae’r rhai a bleidleisiodd ar bapur yn unig yn cyfrif hefyd, ond nid ydynt ymhlith y rhai a ymunodd.',
    byDoor: 'Sut daeth y dewisiadau i mewn',
    door: { phone: 'Ar ffôn', tablet: 'Ar dabled a rennir', paper: 'Ar bapur' },
    groups: 'Sut roedd pobl yn eu disgrifio eu hunain',
    undeclared: 'y ddau, neu beidio â dweud',
    tooFew: 'Rhy ychydig i’w dangos',
    tooFewWhy:
      'Gallai nifer dan bump, neu’r gwahaniaeth rhwng dau nifer, ddangos beth wnaeth un person. Yna nid yw’n cael ei ddangos.',
    admission: {
      open: 'Gallai pawb â chod y cyfarfod ymuno. Gallai rhywun â dau ffôn ymuno ddwywaith, felly bras yw’r niferoedd.',
      'let-in': 'Cafodd pobl eu gadael i mewn gan rywun wrth y drws.',
      cards: 'Ymunodd pob person â cherdyn a roddwyd yn ei law.',
    },
    cards: {
      issued: 'Cardiau a wnaed',
      replaced: 'Cardiau a gyfnewidiwyd',
      voided: 'Cardiau a dynnwyd o ddefnydd',
      test: 'Cardiau prawf',
    },
    papers: {
      title: 'Papurau pleidleisio',
      issued: 'Wedi’u rhoi allan neu eu hargraffu',
      entered: 'Wedi’u cofnodi',
      spoiled: 'Wedi’u rhoi o’r neilltu',
      unused: 'Wedi dod yn ôl heb eu defnyddio',
      missing: 'Heb gyfrif amdanynt',
      over: 'Mwy nag a roddwyd allan',
      notCounted: 'Heb eu cyfrif gan y cynorthwywyr',
    },
    spoiledWhy: {
      'too-many-tokens': 'gormod o docynnau',
      unreadable: 'methu ei ddarllen',
      blank: 'gwag',
      other: 'rheswm arall',
    },
  },
  rounds: {
    title: 'Y pleidleisiau eraill',
    only: 'Y pleidleisiau hyd yma',
    first: (round: string) => `${round}: ni phenderfynwyd dim ynddi`,
    earlier: (round: string) => `${round}: mae un ddiweddarach yn sefyll yn ei lle`,
    voidedTitle: (round: string) => `${round}: dechreuwyd eto, felly nid yw hon yn cyfrif o gwbl`,
    reason: 'Rheswm',
    notShown: 'Ni ddangoswyd ei chyfansymiau.',
    ballots: anfonodd,
  },
  versions: {
    title: 'Beth gafodd ei newid wedyn',
    result: (version: number) => `Canlyniad, fersiwn ${version}`,
    decision: (edition: number) => `Penderfyniad, argraffiad ${edition}`,
    reason: 'Newidiwyd oherwydd',
    was: 'Dyma a ddywedai',
    funded: (names: string) => `Wedi’u hariannu ynddo: ${names}`,
    fundedNone: 'Ni chafodd dim ei ariannu ynddo.',
  },
  mendings: {
    title: 'Beth gafodd ei gywiro ar ôl agor yr ymuno',
    money: (from: string, to: string) => `Yr arian i’w rannu: o ${from} i ${to}.`,
    cost: (name: string, from: string, to: string) => `Cost “${name}”: o ${from} i ${to}.`,
    added: (names: string) => `Ychwanegwyd: ${names}.`,
    removed: (names: string) => `Tynnwyd allan: ${names}.`,
    reworded: (names: string) => `Testunau: ${names}.`,
    fields: (names: string) => `Newidiwyd: ${names}.`,
    names: {
      title: 'enw’r cyfarfod',
      purpose: 'ei ddiben',
      promise: 'beth sy’n digwydd gyda’r penderfyniad',
      voters: 'pwy oedd yn cael pleidleisio',
      together: 'pwy a’i trefnodd gyda’i gilydd',
      controller: 'pwy sy’n atebol am yr hyn a gedwir am bobl',
      contact: 'pwy i’w holi',
      questionsUntil: 'tan pryd y gellir holi',
      day: 'y diwrnod',
      bookedMinutes: 'yr amser a archebwyd',
      oneLanguage: 'pam mae un iaith yn ddigon',
      groupNames: 'enwau’r grwpiau',
    },
  },
  about: {
    title: 'Am y cyfarfod hwn',
    purpose: 'Beth oedd ei ddiben',
    promise: 'Beth sy’n digwydd gyda’r penderfyniad',
    voters: 'Pwy oedd yn cael pleidleisio',
    together: 'Pwy a’i trefnodd gyda’i gilydd',
    contact: 'Cwestiynau am y cofnod hwn',
    until: (date: string) => `Bydd cwestiynau’n cael eu hateb tan ${date}.`,
    none: 'Ni ysgrifennwyd dim.',
  },
  proved: {
    title: 'Beth mae’r cofnod hwn yn ei brofi, a beth nad yw’n ei brofi',
    banner: 'Ar gyfer penderfyniadau cynghorol a chyllidebu cyfranogol. Nid pleidlais gudd statudol mohoni.',
    yesTitle: 'Beth gall unrhyw un ei wirio',
    sum: 'Swm y papurau pleidleisio yw’r cyfansymiau: mae pob un a gyfrifwyd yn y ffeiliau isod, heb enwau ac mewn trefn nad yw’n dweud dim.',
    sumListed:
      'Swm y pleidleisiau yw’r cyfansymiau: mae pob pleidlais a gyfrifodd yn y ffeiliau isod yn ôl cod ei derbynneb, felly gall pawb ddod o hyd i’w un ei hun ac adio’r cyfan.',
    sumFew:
      'Anfonodd llai na deg o bobl ddewisiadau. Nid yw eu papurau’n cael eu cyhoeddi, oherwydd gallent ddangos pwy ddewisodd beth; rhaid credu’r cyfansymiau.',
    sumCorrecting: 'Bydd y papurau pleidleisio’n cael eu cyhoeddi eto pan fydd y camgymeriad ar bapur wedi’i gywiro.',
    rule: 'Mae’r canlyniad yn dilyn o’r cyfansymiau drwy’r rheol uchod: gellir ei gyfrif eto â llaw neu â rhaglenni eraill.',
    ruleShares:
      'Mae’r canlyniad yn dilyn o’r papurau pleidleisio drwy’r rheol uchod: gellir ei gyfrif eto â rhaglenni eraill.',
    ruleWeighed:
      'Gellir adio’r tocynnau eto. Ni ellir cyfrif eto o’r ffeiliau beth wnaeth y grwpiau i’r canlyniad, oherwydd nid ydynt yn dweud o ba grŵp y daw papur; rhaid ei gredu.',
    lot: 'Ni ddewisodd neb y coelbren rhwng rhai cyfartal: mae’n dilyn o’r cofnodiad a gaeodd y bleidlais.',
    seal: 'Ni newidiwyd dim ers hynny: mae pob cofnod yn nyddlyfr y cyfarfod yn dibynnu ar yr un o’i flaen, ac mae derbynneb neu lun o sêl y cyfarfod yn dangos ar unwaith os newidiwyd un.',
    own: 'Cymharodd pob ffôn yr hyn a anfonodd â’r hyn a gofnodwyd, a dangosodd dderbynneb.',
    noTitle: 'Beth nad yw’n ei brofi',
    list: 'Mai’r rhestr o bapurau yw’r hyn a anfonodd pobl: dim ond y person ei hun sy’n gwybod beth oedd ei ddewisiadau. Rhaid ymddiried yn y cyswllt hwnnw.',
    operator:
      'Na newidiodd pwy bynnag sy’n rhedeg y gweinydd ddim, os na chadwodd neb dderbynneb na sêl y cyfarfod: gallai rhywun sy’n dal y gweinydd wedyn ysgrifennu’r cyfan o’r newydd.',
    human: 'Mai un person oedd y tu ôl i bob lle yn y cyfarfod.',
    phone: 'Nad ymyrrwyd â ffôn neb.',
    secret:
      'Na allai neb byth weld sut y dewisodd rhywun. Ni allai’r bobl eraill na’r hwyluswyr; gallai pwy bynnag sy’n rhedeg y gweinydd, nes dinistrio’r allwedd sy’n cysylltu lleoedd â phapurau.',
    secretListed:
      'Na all neb weld sut y dewisodd rhywun. Cyhoeddir y rhestr yn ôl cod: bydd pwy bynnag sy’n gwybod cod rhywun yn gweld ei ddewisiadau, ac mewn neuadd fach efallai y bydd pobl yn dyfalu.',
    secretLive:
      'Na allai neb weld sut y dewisodd rhywun. Roedd y cyfansymiau’n symud wrth i bobl bleidleisio, ac mewn neuadd fach gall cyfanswm sy’n symud ddangos hynny.',
    pressedListed:
      'Na phwyswyd ar neb: mae cod yn dangos sut y dewisodd ei berson. Y cymorth yn ei erbyn: gellid anfon dewisiadau eto hyd y cau, a’r olaf oedd yn cyfrif.',
    pressed:
      'Na roddwyd pwysau ar neb. Y cymorth rhag hynny: gellid anfon dewisiadau eto nes i’r bleidlais gau, a’r rhai olaf oedd yn cyfrif.',
  },
  kept: {
    title: 'Beth sy’n cael ei gadw, ac am ba hyd',
    link: (day: string) =>
      `Dinistrir yr hyn sy’n cysylltu ffonau a chardiau â phleidleisiau ar ${day}. O hynny ymlaen ni all neb gysylltu person â phleidlais.`,
    linkLater: (days: number) =>
      `Dinistrir yr hyn sy’n cysylltu ffonau a chardiau â phleidleisiau ar ôl diwedd y cyfarfod; nifer y diwrnodau: ${days}.`,
    texts:
      'Cedwir yr hyn a ysgrifennwyd am byth, oni bai bod rhywun yn gofyn iddo gael ei ddileu. Dilëir yr hyn a anfonwyd wrth ymarfer pan ddaw’r cyfarfod i ben.',
    record: (day: string) => `Cedwir y cofnod hwn, nad oes ynddo enwau pobl a bleidleisiodd, o leiaf tan ${day}.`,
    recordLater: 'Cedwir y cofnod hwn, nad oes ynddo enwau pobl a bleidleisiodd, am o leiaf chwe blynedd.',
    notice: 'Hysbysiad preifatrwydd',
  },
  checking: {
    title: 'Sut i wirio’r cofnod hwn',
    seal: 'Sêl y cyfarfod',
    entries: 'Cofnodion',
    meeting: 'Cyfarfod',
    how: 'Roedd y sêl ar y sgrin fawr ac ar bob ffôn. Mae’r pecyn o ffeiliau’n cynnwys y cofnod ei hun a rhaglen fach (verify.mjs) y gall unrhyw un ei darllen a’i rhedeg: mae’n cyfrif y pleidleisiau eto ac yn dweud a newidiwyd dim.',
    recount: 'Cyfrifwch ef eich hun, neu dewch o hyd i’ch derbynneb',
    recountHint: 'Yn y porwr hwn, mewn ychydig eiliadau',
    version: (n: number) => `fersiwn ${n}`,
  },
  downloads: {
    pack: 'Popeth mewn un ffeil',
    packHint: 'ZIP: y cofnod, tablau, nodyn Word i bwyllgor, a’r rhaglen sy’n ei wirio',
    title: 'Lawrlwytho',
    csv: 'Y canlyniadau fel tabl',
    csvHint: 'CSV, yn agor mewn unrhyw daenlen',
    json: 'Y cofnod cyfan',
    jsonHint: 'JSON, ar gyfer rhaglenni',
    pb: (round: string) => `${round}: y papurau pleidleisio`,
    pbHint: 'Pabulib, ar gyfer cyfrif eto',
    correcting:
      'Tra bo camgymeriad ar bapur yn cael ei gywiro, mae’r ffeiliau’n cynnwys cyfansymiau heb y papurau pleidleisio.',
    noBallots:
      'Anfonodd llai na deg o bobl ddewisiadau, felly mae’r ffeil honno’n cynnwys y cyfansymiau heb y papurau.',
    weighed: 'Nid yw’r pwysau yn y ffeil honno. Gall cyfrif plaen ohoni roi canlyniad gwahanol i ganlyniad y cyfarfod.',
    bothGroups:
      'Nid yw’r ffeil honno’n dweud pa grŵp sy’n cefnogi beth. Gall cyfrif plaen ohoni roi canlyniad gwahanol i ganlyniad y cyfarfod.',
  },
  printed: (address: string) => `Mae’r cofnod hwn yn ${address}`,
};
