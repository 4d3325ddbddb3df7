import { z } from 'zod';
import { Credential, SeatId } from './ids.ts';
import { Machine, Role } from './roles.ts';
import type { Version } from './units.ts';

/** Who an entry is from, as the record shows it: a role, a seat that joins, a ballot's credential, or the server itself. */
export const By = z.union([Role, Machine, SeatId, Credential]);
export type By = z.infer<typeof By>;

/** What others may do stands under `ruling`; a seat's own standing under `seat:<id>`; whose ballot a paper is under `paper:<round>:<serial>`. */
export type Key = 'ruling' | `seat:${string}` | `paper:${string}`;

/** A decision relied on `key` not having moved since `version`. */
export type Guard = readonly [key: Key, version: Version];
