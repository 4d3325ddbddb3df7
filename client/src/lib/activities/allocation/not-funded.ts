export { notFunded, type Lacked, type NotFunded } from '@cyfran/shared/activities/allocation/not-funded.ts';
