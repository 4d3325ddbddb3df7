import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

const PRESS_AGAIN_MS = 500;
const LOST = /net::ERR_|^WebSocket connection to/;
const PICTURES = join(import.meta.dirname, '../../screenshots');

export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 1024, height: 768 };
export const CONSOLE = { width: 1280, height: 800 };
export const STAGE = { width: 1920, height: 1080 };

/** A person's screen in a browser of its own: its own storage, its own language. */
export class Screen {
  readonly page: Page;
  readonly name: string;
  /** What the browser complained about: a broken content security policy, an uncaught error. */
  readonly complaints: string[] = [];

  private constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      // A lost connection is part of an evening.
      if (message.type() === 'error' && !LOST.test(message.text())) this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, name: string, viewport: { width: number; height: number }): Promise<Screen> {
    const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
    const screen = new Screen(await context.newPage(), name);
    onTestFinished(async ({ task }) => {
      // What a person would have seen when it went wrong.
      if (task.result?.state === 'fail') await screen.#picture(`${name}-failed`);
      await context.close();
      expect(screen.complaints, `${name}: nothing to complain about`).toEqual([]);
    });
    return screen;
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  button(label: string): Locator {
    return this.page.getByRole('button', { name: label, exact: true });
  }

  press(label: string): Promise<void> {
    return this.button(label).click();
  }

  /** Moves the meeting on. A new button takes no press in its first moment (a double tap must not reach it): a person presses again. */
  async rule(label: string, press = (button: Locator) => button.click()): Promise<void> {
    const button = this.button(label);
    const isGone = () =>
      button.waitFor({ state: 'detached', timeout: PRESS_AGAIN_MS }).then(
        () => true,
        () => false,
      );
    await press(button);
    while (!(await isGone())) {
      // The first press may have been taken just now: then there is nothing to press any more.
      await Promise.race([press(button), button.waitFor({ state: 'detached' })]);
    }
  }

  /** Holds a button for as long as it asks. */
  async hold(label: string, within: Page | Locator = this.page): Promise<void> {
    const button = within.getByRole('button', { name: label });
    await button.focus();
    await this.page.keyboard.down('Enter');
    await button.waitFor({ state: 'detached' });
    await this.page.keyboard.up('Enter');
  }

  heading(text: string): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name: text }).waitFor();
  }

  text(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  async speak(language: 'Cymraeg' | 'English'): Promise<void> {
    const link = this.page.getByRole('link', { name: language, exact: true });
    await link.click();
    await this.page.locator(`html[lang=${language === 'English' ? 'en' : 'cy'}]`).waitFor();
  }

  /**
   * Looks at the screen in both languages, ending in English: one first heading, a title, nothing wider than the screen, and nothing that axe
   * finds. One of a shape that was looked at before is looked at in English alone. Keeps pictures in `screenshots/` when CYFRAN_SCREENSHOTS is
   * set, then always of both.
   */
  async look(what: string): Promise<void> {
    const shape = `${this.name} ${await shapeOf(this.page)}`;
    const isKnown = lookedAt.has(shape) && process.env.CYFRAN_SCREENSHOTS === undefined;
    lookedAt.add(shape);
    if (isKnown && (await this.page.locator('html[lang=en]').count()) === 1) {
      await this.#check(`${this.name}-${what}-en`);
      return;
    }
    await this.speak('Cymraeg');
    await this.#check(`${this.name}-${what}-cy`);
    await this.speak('English');
    await this.#check(`${this.name}-${what}-en`);
    await this.#axe(`${this.name}-${what}`);
  }

  /** Looks at a screen that shows both languages at once. */
  async lookOnce(what: string): Promise<void> {
    await this.#check(`${this.name}-${what}`);
    await this.#axe(`${this.name}-${what}`);
  }

  /** Looks once more at what was looked at, in another size. */
  async lookAgain(what: string): Promise<void> {
    await this.#check(`${this.name}-${what}`);
  }

  async #check(name: string): Promise<void> {
    const { page } = this;
    await this.#picture(name);
    expect(await page.locator('h1:not([inert] *)').count(), `${name}: one first heading`).toBe(1);
    expect(await page.title(), `${name}: a title`).toMatch(/Cyfran$/);
    await this.#fits(name);
  }

  /**
   * Once for each shape of a screen: what it reads is the same in the other language, in another size, and where only texts, numbers and the
   * number of like things are others. It takes longer than all else together.
   */
  async #axe(name: string): Promise<void> {
    const shape = await shapeOf(this.page);
    if (readByAxe.has(shape)) return;
    readByAxe.add(shape);
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }

  async #fits(name: string): Promise<void> {
    const wider = await this.page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    expect(wider, `${name}: nothing wider than the screen`).toBe(false);
  }

  async #picture(name: string): Promise<void> {
    if (process.env.CYFRAN_SCREENSHOTS === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}

/** Shapes of screens that were looked at in both languages in this file of tests. */
const lookedAt = new Set<string>();

/** Shapes that axe has read in this file of tests. */
const readByAxe = new Set<string>();

/** Which elements stand in which, with their classes, roles and the names of their attributes, each pair once. */
function shapeOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const inWords = (one: Element): string => {
      const names = one.getAttributeNames().filter((name) => !['id', 'style', 'd'].includes(name));
      return `${one.tagName} ${one.getAttribute('class') ?? ''} ${one.getAttribute('role') ?? ''} ${names.sort().join()}`;
    };
    const pairs = [...document.querySelectorAll('body, body *')].map(
      (one) => `${one.parentElement === null ? '' : inWords(one.parentElement)} > ${inWords(one)}`,
    );
    return [...new Set(pairs)].sort().join('\n');
  });
}
