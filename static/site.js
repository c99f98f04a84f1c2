// What the pages do beyond HTML. Loaded in the head, before the style sheet, so that a theme that
// the reader chose is there from the first paint; the rest waits for the document.
"use strict";

const YEAR = 31536000;
const root = document.documentElement;
// A browser lets nobody but this very host set a cookie of this prefix, and over TLS alone.
const HOST = location.protocol === "https:" ? "__Host-" : "";

function cookie(name) {
  const start = `${HOST}${name}=`;
  return document.cookie.split("; ").find((part) => part.startsWith(start))?.slice(start.length);
}

function remember(name, value) {
  const secure = HOST ? "; secure" : "";
  document.cookie = `${HOST}${name}=${value}; path=/; max-age=${value ? YEAR : 0}; samesite=lax${secure}`;
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

// htmx puts a new body in the old one's place when the reader goes back: so everything listens on
// the document, and looks up what it needs when it needs it.

function showTheme() {
  const button = document.getElementById("theme-switch");
  button.textContent = button.dataset[root.dataset.theme ?? "auto"];
}

function changeTheme() {
  const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
  wear(next);
  remember("theme", next === "auto" ? "" : next);
  showTheme();
}

async function copy(button) {
  const label = button.textContent;
  const source = document.getElementById(button.dataset.copyFrom ?? "permalink");
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? source.textContent);
    button.textContent = button.dataset.done;
  } catch {
    button.textContent = button.dataset.failed;
    source.closest("details")?.setAttribute("open", "");
    getSelection().selectAllChildren(source);
  }
  document.getElementById("status").textContent = button.textContent;
  setTimeout(() => { button.textContent = label; }, 3000);
}

function share(button) {
  // A reader who closes the share sheet has changed their mind: that is no error.
  navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
}

document.addEventListener("click", (event) => {
  const clicked = (selector) => event.target.closest(selector);
  if (clicked("#theme-switch")) {
    changeTheme();
  } else if (clicked("[data-copy], [data-copy-from]")) {
    copy(clicked("[data-copy], [data-copy-from]"));
  } else if (clicked("[data-share]")) {
    share(clicked("[data-share]"));
  } else if (clicked("[data-clear]")) {
    // The box stands outside what is swapped, and must follow a filter taken off.
    document.getElementById(clicked("[data-clear]").dataset.clear).value = "";
  } else if (clicked("[data-language]")) {
    // Remembered for the addresses that have no language; no page depends on it.
    remember("language", clicked("[data-language]").dataset.language);
  }
});

// Filters apply as they are ticked. The latest request wins, be it a tick or a step back: an
// answer that comes after it would show another list than the address.
let latest = null;

document.addEventListener("htmx:before:request", (event) => { latest = event.detail.ctx; });

document.addEventListener("htmx:before:swap", (event) => {
  if (event.detail.ctx !== latest) {
    event.preventDefault();
  }
});

function tellProblem(event) {
  const problem = document.getElementById("problem");
  if (problem && event.detail.ctx === latest) {
    problem.hidden = false;
  }
}

document.addEventListener("htmx:response:error", tellProblem);
document.addEventListener("htmx:error", tellProblem);

document.addEventListener("htmx:after:swap", (event) => {
  const problem = document.getElementById("problem");
  if (problem && event.detail.ctx === latest && event.detail.ctx.response?.status < 400) {
    problem.hidden = true;
    // The boxes are kept, and with them what was ticked: after a chip they must follow the answer.
    // A tick made meanwhile has begun a request of its own, and is left to that.
    for (const box of document.querySelectorAll("#facets input")) {
      box.checked = box.defaultChecked;
    }
  }
  // What was clicked may be gone, a chip for one: reading goes on at the count.
  if (document.activeElement === document.body) {
    document.getElementById("count")?.focus({ preventScroll: true });
  }
  showTheme();
});

// A page that the browser kept may hold a tick that was never answered.
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    document.getElementById("filters")?.reset();
  }
});

// The strip above an article shows which part of it is on the screen.
function followReading() {
  const place = document.getElementById("reading-place");
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
  document.querySelectorAll(".source[data-start]").forEach((block) => observer.observe(block));
}

function dateReferenceSheet() {
  const day = document.getElementById("accessed");
  if (day) {
    const written = new Intl.DateTimeFormat(root.lang === "en" ? "en-GB" : root.lang, { dateStyle: "long" });
    day.textContent = written.format(new Date());
  }
}

// Where a text may become HTML only by a policy, htmx makes it of our own answers by this one, which
// makes no scripts: none may come with them.
function guardFragments() {
  const policy = window.trustedTypes?.createPolicy("htmx", { createHTML: (html) => html });
  window.htmx?.registerExtension("trusted", { init: (api) => api.initSecurity(policy) });
}

document.addEventListener("DOMContentLoaded", () => {
  guardFragments();
  showTheme();
  dateReferenceSheet();
  root.classList.toggle("live-filters", Boolean(window.htmx));
  if (document.getElementById("reading-place")) {
    followReading();
  }
});
