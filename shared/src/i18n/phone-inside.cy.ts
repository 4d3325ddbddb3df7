// Welsh is a draft: native review needed. Cymraeg drafft: mae angen i siaradwr brodorol ei hadolygu.
import type { PhoneInside } from './phone-inside.en.ts';
import { plural } from './plural.ts';

/** "1 tocyn, 2 docyn, 3 thocyn": singular after every number, soft mutation after two. */
const tocynnau = (n: number) =>
  plural('cy', n, {
    zero: 'dim tocynnau',
    one: '1 tocyn',
    two: '2 docyn',
    few: '3 thocyn',
    many: '6 thocyn',
    other: `${n} tocyn`,
  });

/** "1 cynnig, 2 gynnig, 3 chynnig": as above; a spirant after three and six. */
const cynigion = (n: number) =>
  plural('cy', n, {
    zero: 'ddim un cynnig',
    one: '1 cynnig',
    two: '2 gynnig',
    few: '3 chynnig',
    many: '6 chynnig',
    other: `${n} cynnig`,
  });

/** Words of a participant's phone inside a meeting, in Welsh. */
export const phoneInsideCy = {
  wait: {
    step: 'Aros',
    title: 'Rydych chi i mewn',
    lead: 'Byddwn yn dechrau cyn bo hir. Bydd y dudalen hon yn newid ar ei phen ei hun; does dim angen i chi wneud dim.',
    here: (n: number) =>
      plural('cy', n, {
        zero: 'Neb yma eto',
        one: '1 person yma',
        two: '2 berson yma',
        few: '3 pherson yma',
        many: '6 o bobl yma',
        other: `${n} o bobl yma`,
      }),
    next: 'Beth sy’n digwydd',
    practice: 'Yn gyntaf byddwn yn ymarfer gyda’n gilydd. Nid yw’n cyfrif o gwbl.',
    how: 'Byddwn yn cytuno sut i benderfynu.',
    talk: 'Byddwn yn siarad gyda’n gilydd.',
    first: (tokens: number) =>
      plural('cy', tokens, {
        zero: 'Rownd gyntaf gyda’ch tocynnau: does dim byd wedi’i benderfynu eto.',
        one: 'Rownd gyntaf gyda’ch tocyn: does dim byd wedi’i benderfynu eto.',
        two: 'Rownd gyntaf gyda’ch 2 docyn: does dim byd wedi’i benderfynu eto.',
        few: 'Rownd gyntaf gyda’ch 3 thocyn: does dim byd wedi’i benderfynu eto.',
        many: 'Rownd gyntaf gyda’ch 6 thocyn: does dim byd wedi’i benderfynu eto.',
        other: `Rownd gyntaf gyda’ch ${tokens} tocyn: does dim byd wedi’i benderfynu eto.`,
      }),
    left: 'Yna byddwn yn rhannu’r hyn sydd ar ôl.',
    vote: (tokens: number) =>
      plural('cy', tokens, {
        zero: 'Yna byddwch yn rhannu eich tocynnau.',
        one: 'Yna byddwch yn rhoi eich tocyn.',
        two: 'Yna byddwch yn rhannu eich 2 docyn.',
        few: 'Yna byddwch yn rhannu eich 3 thocyn.',
        many: 'Yna byddwch yn rhannu eich 6 thocyn.',
        other: `Yna byddwch yn rhannu eich ${tokens} tocyn.`,
      }),
    show: 'Yna byddwn yn edrych ar y canlyniadau gyda’n gilydd.',
    pause: 'Egwyl fer.',
  },
  pause: {
    step: 'Egwyl',
    title: 'Egwyl fer',
    lead: 'Cadwch y dudalen hon ar agor. Bydd yn newid ar ei phen ei hun pan fyddwn yn mynd ymlaen.',
    backAt: (time: string) => `Yn ôl am ${time}`,
    soon: 'Byddwn yn mynd ymlaen unrhyw funud nawr.',
  },
  talk: {
    step: 'Siarad',
    title: 'Siarad gyda’n gilydd',
    left: 'Amser ar ôl',
    up: 'Amser gorffen',
    lead: 'Bydd y dudalen hon yn newid ar ei phen ei hun pan fyddwn yn mynd ymlaen.',
    soon: (n: number) => `Munudau ar ôl: ${n}`,
  },
  how: {
    step: 'Sut byddwn ni’n penderfynu',
    title: 'Sut byddwn ni’n penderfynu',
    voters: 'Pwy sy’n cael pleidleisio',
    tokens: (tokens: number, cap: number) =>
      cap < tokens
        ? `Nifer y tocynnau i bawb: ${tokens}. Y mwyaf ar un cynnig: ${cap}.`
        : `Nifer y tocynnau i bawb: ${tokens}.`,
    count: {
      greedy: (money: string) => `Y nifer mwyaf o docynnau’n gyntaf, tra bo’r arian yn para: ${money}.`,
      'equal-shares': (money: string) =>
        `Mae gan bawb sy’n pleidleisio gyfran gyfartal o ${money}. Telir am gynigion o gyfrannau’r bobl a roddodd docynnau arnynt.`,
    },
    voice: {
      'one-person-one-ballot': 'Mae pleidlais pawb yn cyfrif yr un faint.',
      'citizen-floor': 'Ni fydd pleidleisiau dinasyddion gyda’i gilydd byth yn cyfrif llai na hanner.',
      'equal-groups': 'Mae dinasyddion a gweithwyr proffesiynol yn cyfrif hanner yr un, faint bynnag ohonynt sydd.',
    },
    both: 'Rhaid i’r ddau grŵp gefnogi’r hyn sy’n cael ei ariannu: o leiaf un o bob pump o bobl ym mhob un.',
    tie: 'Os bydd dau’n gyfartal, coelbren y gall pawb ei wirio fydd yn penderfynu.',
    hidden: 'Yn y rownd benderfynu, ni fydd neb yn gweld y cyfansymiau cyn i’r hwylusydd eu dangos i bawb.',
    live: 'Mae pawb yn gweld y cyfansymiau’n symud wrth i ni bleidleisio.',
    none: 'Bydd yr hwylusydd yn dweud sut.',
    ask: 'Mae gen i gwestiwn',
    takeBack: 'Tynnu fy nghwestiwn yn ôl',
    asked: 'Mae’r hwylusydd yn gweld bod cwestiwn. Gofynnwch ef yn uchel pan ddaw eich tro.',
    open: (n: number) => `Cwestiynau agored: ${n}`,
    answered: 'Mae’r cwestiynau wedi’u hateb.',
  },
  toRead: (n: number) => `Darllen y cynigion: ${n}`,
  firstRound: 'Rownd gyntaf: does dim byd wedi’i benderfynu eto.',
  leftRound: 'Yn y rownd hon rydym yn rhannu’r hyn sydd ar ôl.',
  group: {
    step: 'Amdanoch chi',
    title: 'Pa un sy’n eich disgrifio orau heddiw?',
    why: 'Rydym yn gofyn am fod y bleidlais hon yn edrych ar ddau grŵp.',
    floor: (name: string) => `${name}: gyda’i gilydd, byth yn cyfrif llai na hanner y canlyniad.`,
    equal: 'Mae’r ddau grŵp yn cyfrif hanner y canlyniad yr un, faint bynnag o bobl sydd ynddynt.',
    both: 'Rhaid i’r ddau grŵp gefnogi’r hyn sy’n cael ei ariannu: o leiaf un o bob pump o bobl ym mhob un.',
    small: 'Os oes llai na phump o bobl mewn grŵp, mae pawb yn cyfrif yr un faint.',
    citizens: 'Rwy’n byw yma neu’n defnyddio’r gwasanaethau hyn',
    professionals: 'Rwy’n gweithio yn y gwasanaethau hyn',
    bothOfThem: 'Y ddau',
    unsaid: 'Mae’n well gen i beidio â dweud',
    undeclared:
      'Gyda “Y ddau” neu “Mae’n well gen i beidio â dweud” mae eich dewisiadau’n cyfrif fel rhai pawb, ond heb fod yn y naill grŵp na’r llall.',
    never: 'Ni fydd yr hyn a ddywedwch yma byth yn cael ei ddangos gyda’ch enw na’ch dewisiadau.',
    empty: 'Dewiswch un. Mae “Mae’n well gen i beidio â dweud” yn ateb hefyd',
    mine: 'Dywedoch chi',
    change: 'Newid',
    changeNamed: 'Newid: beth sy’n eich disgrifio',
  },
  ended: {
    step: 'Y diwedd',
    title: 'Mae’r cyfarfod wedi dod i ben',
    lead: 'Diolch am gymryd rhan.',
  },
  practice: {
    banner: 'Ymarfer yw hwn. Does dim byd yn cyfrif.',
    title: 'Te, coffi neu ddŵr?',
    lead: 'Rhowch gynnig arni: rhannwch eich tocynnau, gwirio, ac anfon.',
    skip: 'Hepgor yr ymarfer',
    asideStep: 'Aros',
    asideTitle: 'Rydych yn aros am y gweddill',
    asideLead:
      'Mae’r ymarfer yn mynd ymlaen hebddoch. Bydd y dudalen hon yn newid ar ei phen ei hun pan fyddwn yn mynd ymlaen.',
    back: 'Ymarfer wedi’r cyfan',
  },
  ballot: {
    step: 'Rhannwch eich tocynnau',
    title: 'Rhannwch eich tocynnau',
    tokens: 'Mae tocynnau’n dangos faint rydych chi eisiau cynnig. Nid punnoedd ydyn nhw.',
    optional: 'Does dim rhaid i chi eu defnyddio i gyd.',
    cap: (tokens: number, cap: number) =>
      `Mae gennych ${tocynnau(tokens)}, yr un faint â phawb.${cap < tokens ? ` Gallwch roi hyd at ${cap} ar un cynnig, fel nad oes neb yn rhoi popeth ar un.` : ''}`,
    pot: (money: string) => `Yr arian rydym yn ei rannu: ${money}.`,
    cost: (money: string) => `Cost: ${money}`,
    about: 'Mwy am hwn',
    by: 'Pwy sy’n ei gynnig',
    more: (name: string) => `Mwy: ${name}`,
    less: (name: string) => `Llai: ${name}`,
    number: (name: string) => `Tocynnau ar gyfer: ${name}`,
    left: (n: number) => `Tocynnau ar ôl: ${n}`,
    noneLeft: 'Rydych wedi defnyddio’ch tocynnau i gyd. Tynnwch un yn ôl i’w symud.',
    atCap: (cap: number) =>
      plural('cy', cap, {
        zero: 'Dim yw’r uchafswm yma.',
        one: '1 yw’r uchafswm yma.',
        two: '2 yw’r uchafswm yma.',
        few: '3 yw’r uchafswm yma.',
        many: '6 yw’r uchafswm yma.',
        other: `${cap} yw’r uchafswm yma.`,
      }),
    overCap: (cap: number) => `Dim mwy na ${cap} ar un cynnig.`,
    overLeft: (n: number) =>
      plural('cy', n, {
        zero: 'Does gennych ddim tocyn ar ôl ar gyfer hwn.',
        one: 'Dim ond 1 tocyn sydd gennych ar ôl ar gyfer hwn.',
        two: 'Dim ond 2 docyn sydd gennych ar ôl ar gyfer hwn.',
        few: 'Dim ond 3 thocyn sydd gennych ar ôl ar gyfer hwn.',
        many: 'Dim ond 6 thocyn sydd gennych ar ôl ar gyfer hwn.',
        other: `Dim ond ${n} tocyn sydd gennych ar ôl ar gyfer hwn.`,
      }),
    clear: 'Clirio’r cyfan',
    cleared: 'Wedi clirio.',
    undo: 'Dadwneud',
    go: 'Gwirio fy newisiadau',
    keep: 'Gadael fy newisiadau fel yr oeddent',
    said: (name: string, n: number, left: number) => `${name}: ${tocynnau(n)}. Ar ôl: ${left}.`,
    elsewhere: 'Anfonwyd dewisiadau mwy newydd gyda’ch lle chi, o ffôn neu dudalen arall.',
    useElsewhere: 'Defnyddio’r rheini',
    keepMine: 'Cadw’r rhain',
  },
  itself: {
    lead: 'Mae pob newid yn ei anfon ei hun. Does dim arall i’w wneud.',
    none: 'Does dim wedi’i anfon eto.',
    sent: 'Wedi’u hanfon',
    notSent: 'Heb eu hanfon eto',
    offline: 'Heb eu hanfon eto. Does dim cysylltiad; byddwn yn eu hanfon cyn gynted ag y bydd un.',
    go: 'Anfon fy newisiadau',
  },
  notice: {
    restarted: 'Mae’r bleidlais hon wedi dechrau eto.',
    reopened: 'Mae’r pleidleisio wedi’i agor eto i bawb.',
    correcting: 'Mae’r canlyniadau hyn yn cael eu cywiro.',
    why: 'Pam',
    draft: 'Dyma eich dewisiadau o’r blaen. Nid ydynt wedi’u hanfon eto: edrychwch arnynt a’u hanfon.',
    late: 'Cyrhaeddodd eich dewisiadau pan oedd y bleidlais hon eisoes yn dechrau eto. Maent i gyd yma: edrychwch arnynt a’u hanfon.',
  },
  check: {
    step: 'Gwiriwch eich dewisiadau',
    title: 'Gwiriwch eich dewisiadau',
    change: 'Newid',
    changeNamed: (name: string) => `Newid: ${name}`,
    unused: (n: number) =>
      plural('cy', n, {
        zero: 'Rydych wedi defnyddio’ch tocynnau i gyd.',
        one: 'Mae gennych 1 tocyn heb ei ddefnyddio. Mae hynny’n iawn.',
        two: 'Mae gennych 2 docyn heb eu defnyddio. Mae hynny’n iawn.',
        few: 'Mae gennych 3 thocyn heb eu defnyddio. Mae hynny’n iawn.',
        many: 'Mae gennych 6 thocyn heb eu defnyddio. Mae hynny’n iawn.',
        other: `Mae gennych ${n} tocyn heb eu defnyddio. Mae hynny’n iawn.`,
      }),
    blank:
      'Nid ydych wedi rhoi tocyn ar ddim. Gallwch anfon hynny fel y mae: mae papur gwag yn cyfrif fel cymryd rhan.',
    until: 'Gallwch newid eich dewisiadau nes i’r pleidleisio gau.',
    send: 'Anfon fy newisiadau',
    again: 'Anfon fy newisiadau newydd',
  },
  sending: {
    step: 'Heb eu hanfon eto',
    title: 'Heb eu hanfon eto',
    busy: 'Yn anfon eich dewisiadau. Bydd y dudalen hon yn dweud pan fyddant wedi cyrraedd.',
    offline:
      'Does dim cysylltiad. Mae eich dewisiadau wedi’u cadw ar y ffôn hwn. Byddwn yn eu hanfon ar unwaith pan fydd cysylltiad. Cadwch y dudalen hon ar agor.',
    closed:
      'Mae’r pleidleisio wedi cau tra oedd eich dewisiadau ar eu ffordd. Rydym yn gweld a gyrhaeddon nhw mewn pryd.',
  },
  receipt: {
    step: 'Wedi derbyn',
    title: 'Rydym wedi derbyn eich dewisiadau',
    code: 'Eich cod derbynneb',
    yours: 'Eich derbynneb',
    explain:
      'Mae’n perthyn i’r union ddewisiadau a anfonoch, ac mae’n cael ei gadw gyda nhw yn nyddlyfr y cyfarfod. Nid yw’n dangos eich enw.',
    checked: 'Mae’r ffôn hwn wedi’i wirio: yr hyn a gofnodwyd yw’r hyn a anfonoch.',
    use: 'Gyda’r cod hwn gallwch ddod o hyd i’ch papur yn y cofnod ar ôl i’r cyfarfod ddod i ben. Ysgrifennwch ef, neu tynnwch lun ohono, os ydych am ei gadw.',
    keep: 'Cadw’r dderbynneb hon',
    shows: {
      pseudonymous:
        'Gall pwy bynnag y dangoswch hwn iddynt weld sut y dewisoch, unwaith y cyhoeddir y rhestr o bapurau.',
      private: 'Gall pwy bynnag y dangoswch hwn iddynt weld eich bod wedi cymryd rhan, ond nid sut y dewisoch.',
    },
    qr: 'Eich derbynneb gyfan fel cod QR',
    qrHow: 'Tynnwch lun ohono. Ar ôl y cyfarfod mae’n agor y dudalen sy’n dod o hyd i’ch papur yn y cofnod.',
    seal: 'Sêl y cyfarfod',
    sealHow: 'Yr un un ag ar y sgrin fawr. Mae’n dangos yn nes ymlaen os newidiwyd unrhyw beth yn y cofnod.',
    sealBroken:
      'Nid sêl y cyfarfod yw’r un a welodd y ffôn hwn o’r blaen. Tynnwch lun o’r sgrin hon a’i dangos i hwylusydd.',
    change: 'Newid fy newisiadau',
    until: 'Gallwch newid eich dewisiadau nes i’r pleidleisio gau. Y rhai olaf a anfonwch sy’n cyfrif.',
    mine: 'Beth anfonoch chi',
    blank: 'Dim tocyn ar ddim.',
    elsewhere: 'Anfonwyd y rhain gyda’ch lle chi yn y cyfarfod, o ffôn neu dudalen arall.',
    mismatch: 'Nid yw’r dderbynneb hon yn cyfateb i’r hyn anfonoch chi. Dangoswch y sgrin hon i hwylusydd.',
  },
  live: {
    title: 'Hyd yn hyn',
    sent: (sent: number, joined: number) => `${sent} o ${joined} wedi anfon eu dewisiadau`,
    hidden: 'Mae’r canlyniadau’n breifat nes i’r hwylusydd eu dangos i bawb ar yr un pryd.',
    few: 'Bydd cyfansymiau’n dangos o’r pumed papur ymlaen, fel nad yw dewisiadau neb yn sefyll ar eu pen eu hunain.',
    pause: 'Oedi’r diweddariadau',
    resume: 'Ailddechrau’r diweddariadau',
    paused: 'Mae’r diweddariadau wedi’u hoedi.',
    table: 'Dangos fel tabl',
    bars: 'Dangos fel barrau',
    read: 'Darllen y cyfansymiau nawr',
    proposal: 'Cynnig',
    tokens: 'Tocynnau',
    supporters: 'Pobl',
    funded: 'Byddai’n cael ei ariannu nawr',
    fundedColumn: 'Ei ariannu nawr?',
    yes: 'Byddai',
    no: 'Na fyddai',
    rows: (name: string, tokens: number) => `${name} ${tokens}`,
    total: (ballots: number, top: string) =>
      plural('cy', ballots, {
        zero: `Cyn y papur cyntaf: ${top}`,
        one: `Ar ôl 1 papur: ${top}`,
        two: `Ar ôl 2 bapur: ${top}`,
        few: `Ar ôl 3 phapur: ${top}`,
        many: `Ar ôl 6 phapur: ${top}`,
        other: `Ar ôl ${ballots} papur: ${top}`,
      }),
    tokensOf: (n: number) => tocynnau(n),
  },
  lastCall: {
    title: 'Galwad olaf',
    clock: (clock: string) => `Bydd y pleidleisio’n cau ymhen ${clock}`,
    seconds: (n: number) =>
      plural('cy', n, {
        zero: 'Bydd y pleidleisio’n cau nawr',
        one: 'Bydd y pleidleisio’n cau ymhen 1 eiliad',
        two: 'Bydd y pleidleisio’n cau ymhen 2 eiliad',
        few: 'Bydd y pleidleisio’n cau ymhen 3 eiliad',
        many: 'Bydd y pleidleisio’n cau ymhen 6 eiliad',
        other: `Bydd y pleidleisio’n cau ymhen ${n} eiliad`,
      }),
    now: 'Mae’r pleidleisio’n cau',
  },
  closed: {
    step: 'Mae’r pleidleisio wedi cau',
    title: 'Mae’r pleidleisio wedi cau',
    waiting: 'Bydd y canlyniadau’n cael eu dangos i bawb ar yr un pryd. Bydd y dudalen hon yn newid ar ei phen ei hun.',
    entering: 'Mae’r pleidleisio ar ffonau wedi cau. Mae papurau pleidleisio’n dal i gael eu cofnodi.',
    counted: 'Mae eich dewisiadau’n cyfrif.',
    none: 'Ni anfonoch chi ddewisiadau yn y bleidlais hon.',
  },
  missed: {
    step: 'Heb eu hanfon mewn pryd',
    title: 'Caeodd y pleidleisio cyn i’ch dewisiadau gyrraedd',
    show: 'Dangoswch y sgrin hon i hwylusydd. Gallant agor y pleidleisio eto i bawb, cyn belled nad oes neb wedi gweld canlyniadau.',
    paper:
      'Mae papurau pleidleisio’n dal i gael eu cofnodi. Gall cynorthwyydd gofnodi’r dewisiadau hyn i chi nawr: dangoswch y sgrin hon.',
    card: 'Mae angen eich 8 nod ar y cynorthwyydd, er mwyn i’r dewisiadau hyn gyfrif fel eich rhai chi.',
    earlier: 'Mae’r dewisiadau a anfonoch chi o’r blaen yn dal i gyfrif.',
    these: 'Ni chyrhaeddodd y rhain',
    open: 'Mae’r pleidleisio ar agor eto. Mae eich dewisiadau yma o hyd: gwiriwch nhw a’u hanfon.',
    dismiss: 'Mynd ymlaen hebddyn nhw',
  },
  outcome: {
    step: 'Canlyniadau',
    title: 'Beth benderfynon ni gyda’n gilydd',
    firstTitle: 'Ble rydym ni nawr',
    first: 'Rownd gyntaf oedd hon. Does dim byd wedi’i benderfynu eto.',
    practiceTitle: 'Beth ddaeth o’r ymarfer',
    practice: 'Ymarfer oedd hwn. Does dim byd yn cyfrif.',
    showingTitle: 'Y canlyniadau, fesul un',
    showing: 'Mae rhagor i ddod. Bydd y dudalen hon yn newid ar ei phen ei hun.',
    shownOne: (name: string, left: string) => `Wedi’i ariannu: ${name}. Arian ar ôl: ${left}.`,
    ballots: (n: number) =>
      plural('cy', n, {
        zero: 'Anfonodd neb ddewisiadau.',
        one: 'Anfonodd 1 person ddewisiadau.',
        two: 'Anfonodd 2 berson ddewisiadau.',
        few: 'Anfonodd 3 pherson ddewisiadau.',
        many: 'Anfonodd 6 o bobl ddewisiadau.',
        other: `Anfonodd ${n} o bobl ddewisiadau.`,
      }),
    funded: 'Wedi’i ariannu',
    notFunded: 'Heb ei ariannu y tro hwn',
    fundedFirst: 'Byddai’n cael ei ariannu',
    notFundedFirst: 'Ni fyddai’n cael ei ariannu',
    stillToTalk: 'Dal i’w drafod',
    stillToTalkLead:
      'Byddai’r cyfrif yn ariannu’r rhain, ond nid yw’r ddau grŵp yn eu cefnogi eto. Mae’r arian ar eu cyfer yn aros.',
    lacks: (name: string) => `Heb gefnogaeth eto: ${name}.`,
    lacksBoth: 'Heb gefnogaeth y naill grŵp na’r llall eto.',
    none: 'Ni ellid ariannu dim.',
    tokens: (n: number) => tocynnau(n),
    yours: (n: number) => `Gennych chi: ${n}`,
    moneyLeft: 'Arian ar ôl',
    short: (money: string) => `Roedd ${money} yn brin pan ddaeth ei dro.`,
    byLot: 'Roedd yn gyfartal ag un sydd wedi’i ariannu. Coelbren a benderfynodd.',
    noTokens: 'Ni roddodd neb docyn iddo.',
    why: 'Pam y canlyniad hwn?',
    order:
      'Y nifer mwyaf o docynnau’n gyntaf, tra bo’r arian yn para. Os yw un yn costio mwy na’r hyn sydd ar ôl, rhoddir cynnig ar y nesaf.',
    shares: {
      order:
        'Roedd gan bawb a bleidleisiodd gyfran gyfartal o’r arian. Fesul rownd, ariannwyd y cynnig y gallai ei gefnogwyr dalu amdano gyda’i gilydd am y pris isaf am bob tocyn. Felly gall yr un â’r mwyaf o docynnau golli.',
      short: (money: string) =>
        `Ni allai cyfrannau ei gefnogwyr dalu amdano, ac roedd yr hyn oedd ar ôl yn y diwedd ${money} yn rhy fach.`,
      mine: (money: string) => `Eich cyfran chi o’r arian: ${money}.`,
      paid: (money: string, name: string) => `Helpodd ${money} ohoni i dalu am: ${name}.`,
      unspent: (money: string) => `Ni ddaeth ${money} ohoni o hyd i ddim y gallai helpu i dalu amdano.`,
    },
    tie: 'Roedd rhai cynigion yn gyfartal. Penderfynodd coelbren rhyngddynt, wedi’i dynnu o’r cofnod dan sêl ar yr eiliad y caeodd y pleidleisio.',
    same: 'Roedd pleidlais pawb yn cyfrif yr un faint.',
    weights: (citizens: string, citizensWeigh: string, professionals: string, professionalsWeigh: string) =>
      `Wrth gyfrif, pwysau un tocyn oedd: ${citizens} ${citizensWeigh}, ${professionals} ${professionalsWeigh}.`,
    both: 'Roedd rhaid i’r ddau grŵp gefnogi’r hyn a ariannwyd: o leiaf un o bob pump o bobl ym mhob un.',
    tooSmall: 'Roedd llai na phump o bobl yn un o’r grwpiau, felly roedd pleidlais pawb yn cyfrif yr un faint.',
    sizesHidden:
      'Ni ddywedir faint o bobl sydd ym mhob grŵp, na phwysau eu tocynnau: dywedodd cyn lleied nad oeddent yn y naill na’r llall fel y byddai’n pwyntio atynt.',
    sizes: (citizens: string, n: number, professionals: string, m: number, others: number) =>
      `Daeth dewisiadau oddi wrth – ${citizens}: ${n}; ${professionals}: ${m}; y ddau neu heb ddweud: ${others}.`,
    groupNames: { citizens: 'dinasyddion', professionals: 'gweithwyr proffesiynol' },
    mine: 'Beth wnaeth eich tocynnau',
    toFunded: (n: number, all: number, proposals: number) =>
      all === 1
        ? 'Aeth eich tocyn i gynnig sydd wedi’i ariannu.'
        : `Aeth ${n} o’ch ${tocynnau(all)} i ${proposals === 1 ? '1 cynnig sydd wedi’i ariannu' : `${cynigion(proposals)} sydd wedi’u hariannu`}.`,
    toFundedFirst: (n: number, all: number, proposals: number) =>
      all === 1
        ? 'Aeth eich tocyn i gynnig a fyddai’n cael ei ariannu.'
        : `Aeth ${n} o’ch ${tocynnau(all)} i ${cynigion(proposals)} a fyddai’n cael ${proposals === 1 ? 'ei' : 'eu'} ${proposals === 1 ? 'ariannu' : 'hariannu'}.`,
    toNone: (all: number) =>
      plural('cy', all, {
        zero: 'Ni roesoch docyn ar ddim.',
        one: 'Aeth eich tocyn i gynnig sydd heb ei ariannu y tro hwn.',
        two: 'Nid aeth yr un o’ch 2 docyn i gynnig sydd wedi’i ariannu y tro hwn.',
        few: 'Nid aeth yr un o’ch 3 thocyn i gynnig sydd wedi’i ariannu y tro hwn.',
        many: 'Nid aeth yr un o’ch 6 thocyn i gynnig sydd wedi’i ariannu y tro hwn.',
        other: `Nid aeth yr un o’ch ${all} tocyn i gynnig sydd wedi’i ariannu y tro hwn.`,
      }),
    toNoneFirst: (all: number) =>
      plural('cy', all, {
        zero: 'Ni roesoch docyn ar ddim.',
        one: 'Aeth eich tocyn i gynnig na fyddai’n cael ei ariannu.',
        two: 'Nid aeth yr un o’ch 2 docyn i gynnig a fyddai’n cael ei ariannu.',
        few: 'Nid aeth yr un o’ch 3 thocyn i gynnig a fyddai’n cael ei ariannu.',
        many: 'Nid aeth yr un o’ch 6 thocyn i gynnig a fyddai’n cael ei ariannu.',
        other: `Nid aeth yr un o’ch ${all} tocyn i gynnig a fyddai’n cael ei ariannu.`,
      }),
    toShort: (n: number, money: string) => `Aeth ${n} i un oedd ${money} yn brin.`,
    toShorts: (n: number, proposals: number) => `Aeth ${n} i ${cynigion(proposals)} na chyrhaeddodd yr arian.`,
    toTalk: (n: number) => `Aeth ${n} i’r hyn sydd dal i’w drafod.`,
    toLot: (n: number) => `Aeth ${n} lle penderfynodd coelbren fel arall.`,
    kept: (n: number) => `Tocynnau a gadwoch: ${n}.`,
    allCount: 'Maent i gyd yn rhan o’r cyfrif.',
    mineBlank: 'Ni roesoch docyn ar ddim.',
    mineNothing: 'Ni anfonoch chi ddewisiadau yn y bleidlais hon.',
    corrected: (version: number) => `Wedi’i gywiro. Fersiwn ${version} o’r canlyniad yw hon.`,
    record: 'Darllen y cofnod cyfan',
    ended: 'Mae’r cyfarfod wedi dod i ben. Diolch am gymryd rhan.',
  },
  decision: {
    title: 'Yng ngeiriau’r ystafell',
    actions: 'Pwy sy’n gwneud beth nesaf',
    until: (date: string) => `erbyn ${date}`,
    contact: 'Cwestiynau am hyn',
    contactUntil: (date: string) => `Bydd cwestiynau’n cael eu hateb tan ${date}.`,
  },
} satisfies PhoneInside;
