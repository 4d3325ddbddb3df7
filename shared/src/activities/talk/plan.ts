import { z } from 'zod';
import { Minutes } from '../timer.ts';

/** People talk at tables or in the room; the question stands in the agenda item's text. */
export const TalkPlan = z.strictObject({ kind: z.literal('talk'), minutes: Minutes });
export type TalkPlan = z.infer<typeof TalkPlan>;
