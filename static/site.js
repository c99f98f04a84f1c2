// What the pages do beyond HTML. Loaded in the head, before the style sheet, so that a theme that
// the reader chose is there from the first paint; the rest waits for the document.
"use strict";

const YEAR = 31536000;
const root = document.documentElement;

function cookie(name) {
  return document.cookie.split("; ").find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
}

function remember(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${value ? YEAR : 0}; samesite=lax`;
}

// Themes: as the system has it, or as the reader chose.
const THEMES = ["auto", "light", "dark"];

function wear(theme) {
  if (theme === "auto") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
}

const chosen = cookie("theme");
wear(THEMES.includes(chosen) ? chosen : "auto");

// What only a script can do is offered from the first paint on, so that nothing moves for it.
root.classList.add("scripted");
root.classList.toggle("can-copy", Boolean(navigator.clipboard));
root.classList.toggle("can-share", Boolean(navigator.share));

function offerThemes() {
  const button = document.getElementById("theme-switch");
  const show = () => { button.textContent = button.dataset[root.dataset.theme ?? "auto"]; };
  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
    wear(next);
    remember("theme", next === "auto" ? "" : next);
    show();
  });
  show();
}

// The language is remembered for the addresses that have none; no page depends on it.
function rememberLanguage() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-language]");
    if (link) {
      remember("language", link.dataset.language);
    }
  });
}

function offerCopies() {
  const status = document.getElementById("status");
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.textContent = button.dataset.done;
      } catch {
        button.textContent = button.dataset.failed;
        getSelection().selectAllChildren(document.getElementById("permalink"));
      }
      status.textContent = button.textContent;
      setTimeout(() => { button.textContent = label; }, 3000);
    });
  }
  for (const button of document.querySelectorAll("[data-share]")) {
    button.addEventListener("click", () => {
      // A reader who closes the share sheet has changed their mind: that is no error.
      navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
    });
  }
}

function followFilters() {
  const problem = document.getElementById("problem");
  if (!problem || !window.htmx) {
    return;
  }
  const tell = () => { problem.hidden = false; };
  // Filters apply as they are ticked: no button is needed.
  root.classList.add("live-filters");
  document.addEventListener("htmx:response:error", tell);
  document.addEventListener("htmx:error", tell);
  document.addEventListener("htmx:after:swap", (event) => {
    if (event.detail.ctx.response?.status < 400) {
      problem.hidden = true;
    }
    // What was clicked may be gone, a chip for one: reading goes on at the count.
    if (document.activeElement === document.body) {
      document.getElementById("count")?.focus({ preventScroll: true });
    }
  });
}

// The strip above an article shows which part of it is on the screen.
function followReading() {
  const place = document.getElementById("reading-place");
  const blocks = document.querySelectorAll(".source[data-start]");
  if (!place || !blocks.length) {
    return;
  }
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      seen[entry.isIntersecting ? "add" : "delete"](entry.target);
    }
    const parts = [...seen].map((block) => [Number(block.dataset.start), Number(block.dataset.end)]);
    const start = Math.min(...parts.map(([first]) => first), 100);
    const end = Math.max(...parts.map(([, last]) => last), start);
    place.setAttribute("x", `${start}%`);
    place.setAttribute("width", `${end - start}%`);
  });
  blocks.forEach((block) => observer.observe(block));
}

function datePrint() {
  const day = document.getElementById("accessed");
  if (day) {
    const written = new Intl.DateTimeFormat(root.lang === "en" ? "en-GB" : root.lang, { dateStyle: "long" });
    day.textContent = written.format(new Date());
  }
}

document.addEventListener("DOMContentLoaded", () => {
  offerThemes();
  rememberLanguage();
  offerCopies();
  followFilters();
  followReading();
  datePrint();
});
