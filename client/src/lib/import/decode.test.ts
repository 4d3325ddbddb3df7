import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';

const WELSH = 'Tŷ bach twt,Dŵr';

/** As older Excel saves: one byte a letter. */
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the letters of a file', () => {
  test('are UTF-8, with or without a mark', () => {
    expect(decode(utf8(WELSH))).toEqual({ ok: true, text: WELSH, encoding: 'utf-8' });
    expect(decode(utf8(`\uFEFF${WELSH}`))).toEqual({ ok: true, text: WELSH, encoding: 'utf-8' });
  });

  test('are UTF-16 where a mark says so, as Excel saves “Unicode text”', () => {
    expect(decode(utf16(WELSH))).toEqual({ ok: true, text: WELSH, encoding: 'utf-16' });
    expect(decode(Uint8Array.from(Buffer.from(utf16(WELSH)).swap16()))).toEqual({
      ok: true,
      text: WELSH,
      encoding: 'utf-16',
    });
  });

  test('are else Windows-1252, as older Excel saves', () => {
    const file = Uint8Array.from([...latin('Côr,£500,'), 0x80, 0x92]);
    expect(decode(file)).toEqual({ ok: true, text: 'Côr,£500,€’', encoding: 'windows-1252' });
  });

  test('are what a person says', () => {
    expect(decode(utf8('Côr'), 'windows-1252')).toEqual({ ok: true, text: 'CÃ´r', encoding: 'windows-1252' });
    expect(decode(latin('Côr'), 'utf-8')).toEqual({ ok: true, text: 'C\uFFFDr', encoding: 'utf-8' });
  });

  test('of a workbook, a picture or an empty file are none', () => {
    expect(decode(latin('PK\u0003\u0004rest'))).toEqual({ ok: false, fault: 'workbook' });
    expect(decode(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual({ ok: false, fault: 'workbook' });
    expect(decode(latin('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'))).toEqual({ ok: false, fault: 'not-text' });
    expect(decode(utf8(''))).toEqual({ ok: false, fault: 'empty' });
    expect(decode(utf8('\uFEFF \r\n'))).toEqual({ ok: false, fault: 'empty' });
  });
});
