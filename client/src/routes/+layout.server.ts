import type { Locale } from '#lib/locale.ts';
import type { LayoutServerLoad } from './$types';

/** Every page knows its language. */
export const load: LayoutServerLoad = ({ locals }): { locale: Locale } => ({ locale: locals.locale });
