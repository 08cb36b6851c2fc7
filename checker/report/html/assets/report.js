// Tabs, the filter by stakeholder and printing. Without this script all of the report stands on
// the page, one part after the other.
(() => {
  "use strict";

  const make = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const setUp = (report) => {
    const panels = [...report.querySelectorAll(":scope > .panel")];
    const tabs = report.querySelector(".tabs");
    // In the picture, and in the list that stands for it where there is no room.
    const members = [...report.querySelectorAll("a.member")];
    const pages = [...report.querySelectorAll(".who")];
    const entries = [...report.querySelectorAll("[data-by]")];
    const everything = `${panels[0]?.id}-and-all`;
    tabs.append(make("a", { href: `#${everything}`, id: everything }, "Everything"));
    const links = [...tabs.querySelectorAll("a")];
    const first = (panels.find((panel) => panel.querySelector("[data-by]") !== null) ?? panels[0]).id;
    let chosen = "";

    // The name of a panel, or that of everything.
    const show = (name) => {
      for (const panel of panels) {
        const isShown = name === everything || panel.id === name;
        // Still found by a search in the page, where the browser can do that.
        if (isShown) panel.removeAttribute("hidden");
        else panel.setAttribute("hidden", "until-found");
      }
      for (const link of links) {
        if (link.hash === `#${name}`) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };

    const nameOf = (id) => pages.find((page) => page.dataset.by === id)?.querySelector("h3").textContent ?? id;

    const status = make("p", { className: "status" });
    status.setAttribute("role", "status");
    const choice = make("select", {});
    const label = make("label", {}, "Show what concerns ", choice);
    const all = make("button", { type: "button", textContent: "Show all", hidden: true });
    const print = make("button", { type: "button", textContent: "Print" });
    choice.append(make("option", { value: "", textContent: "everybody" }));
    for (const page of pages) {
      choice.append(make("option", { value: page.dataset.by, textContent: nameOf(page.dataset.by) }));
    }
    if (pages.length > 0) tabs.before(make("div", { className: "tools" }, label, all, print, status));

    // An empty id shows all.
    const filter = (id) => {
      chosen = id;
      let shown = 0;
      for (const entry of entries) {
        const isShown = id === "" || entry.dataset.by.split(" ").includes(id);
        entry.classList.toggle("filtered", !isShown);
        if (isShown && !entry.classList.contains("who")) ++shown;
      }
      for (const group of report.querySelectorAll(".group")) {
        const isEmpty = group.querySelector("[data-by]:not(.filtered)") === null;
        group.classList.toggle("filtered", id !== "" && isEmpty);
      }
      for (const panel of panels) {
        const isEmpty = panel.querySelector("[data-by]:not(.filtered)") === null;
        panel.classList.toggle("filtered", id !== "" && isEmpty);
      }
      for (const member of members) {
        member.setAttribute("aria-pressed", String(member.dataset.who === id));
        member.classList.toggle("dim", id !== "" && member.dataset.who !== id);
      }
      for (const edge of report.querySelectorAll(".map .edge")) {
        edge.classList.toggle("dim", id !== "" && edge.dataset.from !== id);
      }
      // On paper whoever was chosen has its sheet, too.
      report.classList.toggle("narrowed", id !== "");
      choice.value = id;
      all.hidden = id === "";
      const count = shown === 1 ? "1 entry concerns" : `${shown} entries concern`;
      status.textContent = id === "" ? "" : `${count} ${nameOf(id)}.`;
      show(id === "" ? first : everything);
    };

    const toggle = (member) => {
      filter(chosen === member.dataset.who ? "" : member.dataset.who);
      // A list may fill the screen, and what it has changed would be out of sight.
      if (chosen !== "" && member.closest(".members") !== null) status.scrollIntoView({ block: "center" });
    };
    for (const member of members) {
      member.setAttribute("role", "button");
      member.setAttribute("aria-pressed", "false");
      member.addEventListener("click", (event) => {
        event.preventDefault();
        toggle(member);
      });
      member.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        toggle(member);
      });
    }
    choice.addEventListener("change", () => filter(choice.value));
    all.addEventListener("click", () => {
      filter("");
      choice.focus();
    });
    print.addEventListener("click", () => window.print());

    tabs.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link === null) return;
      event.preventDefault();
      show(link.hash.slice(1));
    });

    for (const page of pages) {
      const button = make("button", { type: "button", textContent: "Print this page" });
      button.setAttribute("aria-label", `Print the page of ${nameOf(page.dataset.by)}`);
      button.addEventListener("click", () => {
        document.documentElement.classList.add("one-page");
        page.classList.add("printed");
        window.print();
        page.classList.remove("printed");
        document.documentElement.classList.remove("one-page");
      });
      page.querySelector("h3").after(button);
    }

    for (const panel of panels) panel.addEventListener("beforematch", () => show(panel.id));
    show(first);

    // Brings what an address of the page names into sight.
    return (target) => {
      if (!report.contains(target)) return;
      if (target.closest(".filtered") !== null) filter("");
      const panel = target.closest(".panel");
      if (panel !== null && panel.hasAttribute("hidden")) show(panel.id);
      target.scrollIntoView();
    };
  };

  const reveal = [...document.querySelectorAll(".report")].map(setUp);
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target !== null) for (const each of reveal) each(target);
  };
  window.addEventListener("hashchange", follow);
  // A link to where one is already changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link !== null && !event.defaultPrevented && link?.getAttribute("href") === location.hash) follow();
  });
  document.documentElement.classList.add("with-script");
  follow();
})();
