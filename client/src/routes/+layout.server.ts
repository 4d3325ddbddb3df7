import type { Locale } from '@cyfran/shared/words/locale.ts';
import type { LayoutServerLoad } from './$types';

/** Every page knows its language. */
export const load: LayoutServerLoad = ({ locals }): { locale: Locale } => ({ locale: locals.locale });
