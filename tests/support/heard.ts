import type { Frame } from '@cyfran/shared/protocol.ts';

const FRAME = '2["frame",';

/** One section as it came: which, from which version, and what it said. */
export interface HeardSection {
  readonly name: string;
  readonly version: number;
  readonly data: unknown;
}

/** Everything that one screen was told, byte for byte, and what its frames held. */
export class Heard {
  readonly packets: string[] = [];

  /** To be handed to a robot. */
  readonly listen = (packet: string): void => {
    this.packets.push(packet);
  };

  /** Sections in the order of their coming. */
  get sections(): HeardSection[] {
    return this.packets
      .filter((packet) => packet.startsWith(FRAME))
      .flatMap((packet) => {
        const [, frame] = JSON.parse(packet.slice(1)) as [string, Frame];
        return Object.entries(frame.sections).map(([name, { version, data }]) => ({ name, version, data }));
      });
  }

  /** What a section said, each time that it came. */
  said(name: string): unknown[] {
    return this.sections.filter((section) => section.name === name).map(({ data }) => data);
  }

  /** Sections that came with an older version than the same section before. */
  get steppedBack(): HeardSection[] {
    const newest = new Map<string, number>();
    return this.sections.filter(({ name, version }) => {
      const before = newest.get(name) ?? 0;
      newest.set(name, Math.max(before, version));
      return version < before;
    });
  }
}
