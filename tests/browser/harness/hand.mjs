// A person's hand: every click and every field filled in counts as one interaction.

export class Hand {
  #page;
  /** How many interactions so far. */
  count = 0;

  constructor(page) {
    this.#page = page;
  }

  /** Presses a button or a link by its words. */
  async press(words, { role } = {}) {
    const kinds = role ? [role] : ["button", "link"];
    const [first, ...others] = kinds.map((kind) => this.#page.getByRole(kind, { name: words }));
    const target = others.reduce((either, next) => either.or(next), first).first();
    await target.click();
    this.count += 1;
  }

  /** Writes into the field with this label. */
  async write(label, text) {
    await this.#page.getByLabel(label).first().fill(text);
    this.count += 1;
  }

  /** Chooses one of a list, or ticks a box. */
  async choose(label, option) {
    const field = this.#page.getByLabel(label).first();
    if (option === undefined) await field.check();
    else await field.selectOption(option);
    this.count += 1;
  }

  /** Presses a key, as one who has no mouse. */
  async key(name) {
    await this.#page.keyboard.press(name);
    this.count += 1;
  }
}
