import { phoneFirstEn, type PhoneFirst } from './phone-first.en.ts';
import { phoneInsideEn, type PhoneInside } from './phone-inside.en.ts';

/** All words of the participant's phone, in English. Phones fetch the two parts apart: a first look needs only the first. */
export const phoneEn: Phone = { ...phoneFirstEn, ...phoneInsideEn };

/** The shape of both catalogues. */
export type Phone = PhoneFirst & PhoneInside;
