import { z } from 'zod';
import type { Body } from '../record/body.ts';
import { By } from '../words/by.ts';
import { CommandId, Hash, type Salt } from '../words/ids.ts';
import type { Version } from '../words/units.ts';
import { Event } from './events.ts';

/** The public header of an entry, stored and hashed as canonical JSON. `body`: the commitment to the erasable part. */
export const Header = z.strictObject({
  v: z.literal(1),
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/),
  cmd: CommandId,
  by: By,
  events: z.array(Event).min(1).max(512),
  body: Hash.optional(),
});
export type Header = z.infer<typeof Header>;

/** One command = one entry = one version. `bodies`: one element per event, `null` where none; absent when erased. */
export interface Entry {
  readonly version: Version;
  readonly id: Hash;
  readonly at: string;
  readonly cmd: CommandId;
  readonly by: By;
  readonly events: readonly Event[];
  readonly commit?: Hash;
  readonly salt?: Salt;
  readonly bodies?: readonly (Body | null)[];
}
