// Light or dark: as the system has it, until the switch is used. The choice is kept if it can be.

(() => {
  const key = "transcheck-light";
  const button = byId("light");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.light || (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  const kept = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null; // Some browsers keep nothing for a page that is opened from disk.
    }
  };
  const before = kept((storage) => storage.getItem(key));
  if (before === "dark" || before === "light") document.documentElement.dataset.light = before;
  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    document.documentElement.dataset.light = wanted;
    kept((storage) => storage.setItem(key, wanted));
    show();
  });
  system.addEventListener("change", show);
  show();
})();
