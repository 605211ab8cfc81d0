// A long list in stretches: only those near the window hold elements, the others keep their height.

const PER_STRETCH = 40;
const GUESSED_HEIGHT = 84;

class Listing {
  /** ``element`` holds the list; ``draw`` makes the element of an item. */
  constructor(element, draw) {
    this.element = element;
    this.draw = draw;
    this.stretches = [];
    this.watcher = new IntersectionObserver((seen) => seen.forEach((each) => this.turn(each)), { rootMargin: "1200px" });
  }

  show(items) {
    this.watcher.disconnect();
    this.stretches = [];
    for (let start = 0; start < items.length; start += PER_STRETCH) {
      const element = make("div", { class: "stretch" });
      const stretch = { element, items: items.slice(start, start + PER_STRETCH), filled: false };
      element.style.minHeight = `${stretch.items.length * GUESSED_HEIGHT}px`;
      element.stretch = stretch;
      this.stretches.push(stretch);
    }
    this.element.replaceChildren(...this.stretches.map((stretch) => stretch.element));
    this.stretches.slice(0, 2).forEach((stretch) => this.fill(stretch));
    this.stretches.forEach((stretch) => this.watcher.observe(stretch.element));
  }

  turn({ target, isIntersecting }) {
    if (isIntersecting) this.fill(target.stretch);
    else this.empty(target.stretch);
  }

  fill(stretch) {
    if (stretch.filled) return;
    stretch.filled = true;
    stretch.element.style.minHeight = "";
    stretch.element.replaceChildren(...stretch.items.map(this.draw));
  }

  empty(stretch) {
    if (!stretch.filled || this.whole || stretch.element.contains(document.activeElement)) return;
    stretch.element.style.minHeight = `${stretch.element.offsetHeight}px`;
    stretch.filled = false;
    stretch.element.replaceChildren();
  }

  /** Fill the stretch of the item that ``is`` picks out, and those beside it; say whether there is one. */
  reach(is) {
    const at = this.stretches.findIndex((stretch) => stretch.items.some(is));
    this.stretches.slice(Math.max(at - 1, 0), at + 2).forEach((stretch) => this.fill(stretch));
    return at >= 0;
  }

  /** Fill the first ``most`` stretches, for paper; until ``rest``, none is emptied. */
  fillAll(most) {
    this.whole = true;
    this.stretches.slice(0, most).forEach((stretch) => this.fill(stretch));
    this.stretches.slice(most).forEach((stretch) => { stretch.element.hidden = true; });
  }

  rest() {
    this.whole = false;
    this.stretches.forEach((stretch) => { stretch.element.hidden = false; });
  }
}
