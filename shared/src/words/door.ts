import { z } from 'zod';

/** A way a ballot comes in. */
export const Door = z.enum(['phone', 'tablet', 'paper']);
export type Door = z.infer<typeof Door>;
