import { loadRecord } from '#lib/record/handed-over.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = loadRecord;
