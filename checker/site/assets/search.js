
// Looks through the entries above: every word must stand in a title, a name or a kind.
(() => {
  "use strict";
  const most = 40;
  const root = document.documentElement.dataset.root;
  const form = document.getElementById("search-form");
  const input = document.getElementById("search");
  const count = document.getElementById("search-count");
  const results = document.getElementById("search-results");

  // What begins with the words comes before what only holds them, a title before a name.
  const weigh = ([title, name], words) => {
    const first = words[0];
    if (title.toLowerCase().startsWith(words.join(" "))) return 0;
    if (name.split(".").some((part) => part.startsWith(first))) return 1;
    return title.toLowerCase().includes(first) ? 2 : 3;
  };

  const find = (text) => {
    const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
    if (words.length === 0) return [];
    return leewayEntries
      .filter((entry) => {
        const all = entry.slice(0, 3).join(" ").toLowerCase();
        return words.every((word) => all.includes(word));
      })
      .map((entry, place) => ({ entry, place, weight: weigh(entry, words) }))
      .sort((a, b) => a.weight - b.weight || a.place - b.place)
      .map(({ entry }) => entry);
  };

  const item = ([title, name, kind, address]) => {
    const link = document.createElement("a");
    link.href = root + address;
    link.textContent = title;
    const about = document.createElement("span");
    about.textContent = ` ${kind}, ${name}`;
    const row = document.createElement("li");
    row.append(link, about);
    return row;
  };

  const show = () => {
    const found = find(input.value);
    results.replaceChildren(...found.slice(0, most).map(item));
    const shown = found.length > most ? `, of which ${most} are shown` : "";
    count.textContent = input.value.trim() === "" ? "" : `${found.length} found${shown}`;
  };

  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  form.hidden = false;
  show();
})();
