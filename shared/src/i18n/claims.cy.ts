import type { ClaimsWords } from './claims.en.ts';

/** Drafts, to be read by a Welsh speaker. */
export const claimsCy: ClaimsWords = {
  banner: 'Ar gyfer penderfyniadau ymgynghorol a chyllidebu cyfranogol. Nid pleidlais gudd statudol mohoni.',
  modes: {
    pseudonymous: {
      label: 'Y rhestr o bleidleisiau, yn ôl cod',
      hint: 'Gall unrhyw un ei hadio, a gall pawb ddod o hyd i’w dewisiadau eu hunain ynddi. Bydd pwy bynnag sy’n gwybod cod rhywun yn gweld ei ddewisiadau.',
    },
    private: {
      label: 'Cyfansymiau yn unig',
      hint: 'Ni fydd neb yn gweld beth sydd y tu ôl i god. O ddeg pleidlais ymlaen, rhestrir y dewisiadau mewn trefn gymysg, heb godau.',
    },
  },
  title: 'Beth y gall y cofnod hwn ei brofi, a beth na all',
  sure: 'Mae’n gallu',
  not: 'Nid yw’n gallu',
  pseudonymous: {
    sure: [
      'Cofnodwyd eich dewisiadau fel yr anfonoch nhw: mae eich cod yn y rhestr, gyda’r hyn a ddewisodd.',
      'Swm y pleidleisiau yw’r cyfansymiau: gall unrhyw un adio’r rhestr.',
      'Dim ond pobl oedd wedi ymuno a allai anfon, ac o bob un y dewisiadau olaf sy’n cyfrif.',
      'Ni ellir newid dim heb i neb sylwi, cyhyd â bod rhywun wedi cadw derbynneb neu lun o sêl y cyfarfod.',
    ],
    not: [
      'Nid yw’n cuddio sut y dewisoch: bydd pwy bynnag sy’n gwybod eich cod yn ei weld, ac mewn neuadd fach efallai y bydd pobl yn dyfalu.',
      'Nid yw’n atal neb rhag pwyso arnoch: mae eich cod yn dangos sut y dewisoch. Hyd nes i’r bleidlais gau gallwch anfon eto.',
      'Ni all ddweud a ddaeth un person i mewn ddwywaith, nac a yw eich ffôn eich hun yn onest.',
    ],
  },
  private: {
    sure: [
      'Cofnodwyd eich pleidlais: mae eich ffôn yn gweithio’ch cod allan eto, ac mae’r cod yn y cofnod.',
      'Dim ond pobl oedd wedi ymuno a allai anfon, ac o bob un y dewisiadau olaf sy’n cyfrif.',
      'Ni ellir newid dim heb i neb sylwi, cyhyd â bod rhywun wedi cadw derbynneb neu lun o sêl y cyfarfod.',
      'Ni all pobl eraill, na phwy bynnag sy’n rhedeg y cyfarfod, weld sut y dewisoch.',
    ],
    not: [
      'Ymddiriedir mai swm y pleidleisiau yw’r cyfansymiau, neu mae archwiliwr yn ei wirio: ni chyhoeddir codau a dewisiadau gyda’i gilydd.',
      'Gallai pwy bynnag sy’n rhedeg y gweinydd ganfod sut y dewisoch, hyd nes i’r allwedd sy’n cysylltu pobl â phleidleisiau gael ei dinistrio.',
      'Nid yw’n atal neb rhag edrych dros eich ysgwydd. Dim ond eich bod wedi cymryd rhan y mae cod yn ei ddangos.',
      'Ni all ddweud a ddaeth un person i mewn ddwywaith, nac a yw eich ffôn eich hun yn onest.',
    ],
  },
  live: 'Mewn rownd lle mae’r cyfansymiau’n symud tra bo pobl yn pleidleisio, efallai y bydd rhywun sy’n gwylio’n ofalus yn gweld beth wnaeth un bleidlais.',
  few: 'Gyda llai na deg pleidlais, ni chyhoeddir dim ond cyfansymiau.',
  tooFew: 'rhy ychydig i’w dangos',
};
