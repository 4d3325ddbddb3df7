import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Robot } from '@cyfran/server/robots/robot.ts';
import { cyfran } from '../support/command.ts';
import { dataFolder } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { rule, type Evening } from '../support/evening.ts';
import { Hall } from '../support/hall.ts';

/** What the links in a text lead to: the page, the meeting, the secret. */
const LINK = /https?:\/\/\S+\/(run|help|stage|tablet)\/(s-[a-z0-9]{16})#([\w-]{22})/g;

describe('whoever has the machine', () => {
  test('gets fresh links of a meeting by its code, however it is typed, and each opens what it is for', async () => {
    const { hall, meeting } = await held();
    const { code, sid } = meeting.made;
    const {
      code: ended,
      out,
      errors,
    } = await cyfran(['links', `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase()], at(hall));
    expect([ended, errors]).toEqual([0, '']);
    const links = [...out.matchAll(LINK)].map(([, page, of, secret]) => ({ page, of, secret: secret! }));
    expect(links.map(({ page, of }) => [page, of])).toEqual(
      ['run', 'help', 'stage', 'tablet'].map((page) => [page, sid]),
    );
    expect(out).toContain('Our village');
    expect(out).toMatch(/[█▀▄]{10}/);

    const [run, help, stage, tablet] = links.map(({ secret }) => secret);
    const console = await meetingAs(meeting, hall, run!);
    await rule(console, { type: 'OpenJoining' });
    expect((await meetingAs(meeting, hall, help!)).view.waiting).toEqual({ seats: [] });
    expect((await meetingAs(meeting, hall, stage!)).view.invite).toMatchObject({ code });
    const shared = await meeting.comer({ tablet: tablet! });
    expect(await shared.send({ type: 'Join' })).toMatchObject({ ok: true });
  });

  test('gets them by the meeting’s id as well, and those from before go on opening', async () => {
    const { hall, meeting } = await held();
    const first = await cyfran(['links', meeting.made.sid], at(hall));
    const again = await cyfran(['links', meeting.made.sid], at(hall));
    const secrets = [...`${first.out}${again.out}`.matchAll(LINK)].map(([, , , secret]) => secret!);
    expect(new Set(secrets).size).toBe(8);
    for (const secret of [meeting.made.facilitator, secrets[0]!, secrets[4]!]) {
      expect((await meetingAs(meeting, hall, secret)).view.undo).toEqual({ start: null });
    }
  });
});

describe('the command line says in a sentence', () => {
  test('that there is no such meeting', async () => {
    const { hall } = await held();
    expect(await cyfran(['links', 'BBBBBB'], at(hall))).toEqual({
      code: 1,
      out: '',
      errors: 'This server has no meeting with the code or id BBBBBB.\n',
    });
  });

  test('that no server answers, or that there is no data folder', async () => {
    const folder = dataFolder();
    const port = String(await freePort());
    const settings = { CYFRAN_DATA: folder, PORT: port };
    expect(await cyfran(['links', 'BBBBBB'], settings)).toMatchObject({
      code: 1,
      errors: `${folder} is no data folder of Cyfran. Set CYFRAN_DATA to the one of the server.\n`,
    });
    writeFileSync(join(folder, 'host.key'), `${'A'.repeat(22)}\n`);
    expect(await cyfran(['links', 'BBBBBB'], settings)).toMatchObject({
      code: 1,
      errors: `No Cyfran answers at http://127.0.0.1:${port}. Start it, or set PORT to its port.\n`,
    });
  });

  test('that the server has another key', async () => {
    const { hall } = await held();
    const folder = dataFolder();
    writeFileSync(join(folder, 'host.key'), `${'A'.repeat(22)}\n`);
    const { code, errors } = await cyfran(['links', 'BBBBBB'], { ...at(hall), CYFRAN_DATA: folder });
    expect([code, errors]).toEqual([
      1,
      `What answers at ${hall.url} does not use this data folder. Set PORT and CYFRAN_DATA to the server’s.\n`,
    ]);
  });

  test.for(['', 'links', 'links A B', 'toString A'])('how it is used, when it was asked “%s”', async (typed) => {
    const { code, out, errors } = await cyfran(typed.split(' ').filter(Boolean), {});
    expect([code, out]).toEqual([2, '']);
    for (const command of ['links SESSION|CODE', 'backup FOLDER', 'restore FOLDER']) expect(errors).toContain(command);
  });

  test('which setting is wrong', async () => {
    const { code, errors } = await cyfran(['links', 'A'], { PORT: 'seven' });
    expect(code).toBe(1);
    expect(errors).toContain('PORT');
  });
});

async function held(): Promise<{ hall: Hall; meeting: Evening }> {
  const hall = await Hall.open();
  return { hall, meeting: await hall.meeting() };
}

function at({ url, folder }: Hall): Record<string, string> {
  return { PORT: new URL(url).port, CYFRAN_HOST: '127.0.0.1', CYFRAN_DATA: folder };
}

function meetingAs({ made }: Evening, { url }: Hall, secret: string): Promise<Robot> {
  return Robot.connect(url, { sid: made.sid, secret });
}
