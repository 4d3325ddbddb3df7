import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const FROM_1_MS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2];
const FROM_1_US = [1e-6, 2.5e-6, 5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 1e-3];
const BATCHES = [1, 2, 5, 10, 25, 50, 100, 250, 500];

/**
 * What a node measures of itself, for Prometheus: numbers of the whole server, none of one meeting or person. Times are in seconds, as is the
 * custom there.
 */
export class Measures {
  readonly #registry = new Registry();
  readonly #of = { registers: [this.#registry] };
  readonly #screens = new Gauge({
    ...this.#of,
    name: 'cyfran_screens',
    help: 'Screens that are connected to this server, by what they are',
    labelNames: ['role'],
  });
  readonly #ballots = new Counter({ ...this.#of, name: 'cyfran_ballots_total', help: 'Ballots acknowledged' });
  readonly #refused = new Counter({
    ...this.#of,
    name: 'cyfran_refused_total',
    help: 'Commands and connections refused, by the reason that was told',
    labelNames: ['reason'],
  });
  readonly #ack = new Histogram({
    ...this.#of,
    name: 'cyfran_ack_seconds',
    help: 'From a command’s arrival to its answer',
    buckets: FROM_1_MS,
  });
  readonly #frames = new Counter({ ...this.#of, name: 'cyfran_frames_total', help: 'Frames sent to screens' });
  readonly #frameCost = new Histogram({
    ...this.#of,
    name: 'cyfran_frame_cost_seconds',
    help: 'Time of the serving thread for each frame to one screen, over one broadcast',
    buckets: FROM_1_US,
  });
  readonly #interval = new Histogram({
    ...this.#of,
    name: 'cyfran_frame_interval_seconds',
    help: 'Between two broadcasts of a meeting that follow each other, where that is under two seconds',
    buckets: FROM_1_MS,
  });
  readonly #batch = new Histogram({
    ...this.#of,
    name: 'cyfran_journal_batch_entries',
    help: 'Entries that were made durable together',
    buckets: BATCHES,
  });
  readonly #durable = new Histogram({
    ...this.#of,
    name: 'cyfran_journal_batch_seconds',
    help: 'From a batch’s being handed to the journal to its being durable',
    buckets: FROM_1_MS,
  });
  readonly #lag = new Histogram({
    ...this.#of,
    name: 'cyfran_fold_lag_seconds',
    help: 'From this server’s hearing that there are entries to its having folded them',
    buckets: FROM_1_MS,
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  screenCame(role: string): void {
    this.#screens.inc({ role });
  }

  screenLeft(role: string): void {
    this.#screens.dec({ role });
  }

  /** `reason`: `null` where it was accepted. */
  answered(isBallot: boolean, reason: string | null, ms: number): void {
    this.#ack.observe(ms / 1000);
    if (reason !== null) this.refused(reason);
    else if (isBallot) this.#ballots.inc();
  }

  refused(reason: string): void {
    this.#refused.inc({ reason });
  }

  /** One broadcast to so many screens, that took so long of the thread, so long after the one before. */
  broadcast(screens: number, busyMs: number, sinceMs: number): void {
    if (screens === 0) return;
    this.#frames.inc(screens);
    this.#frameCost.observe(busyMs / 1000 / screens);
    if (sinceMs < 2000) this.#interval.observe(sinceMs / 1000);
  }

  wrote(entries: number, ms: number): void {
    this.#batch.observe(entries);
    this.#durable.observe(ms / 1000);
  }

  folded(ms: number): void {
    this.#lag.observe(ms / 1000);
  }
}
