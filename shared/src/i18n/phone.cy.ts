// Welsh is a draft: native review needed. Cymraeg drafft: mae angen i siaradwr brodorol ei hadolygu.
import { phoneFirstCy } from './phone-first.cy.ts';
import { phoneInsideCy } from './phone-inside.cy.ts';
import type { Phone } from './phone.en.ts';

/** All words of the participant's phone, in Welsh. */
export const phoneCy: Phone = { ...phoneFirstCy, ...phoneInsideCy };
