// What the pages do beyond HTML: copy and share links, remember the language, tell about filters.
"use strict";

const status = document.getElementById("status");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
    } catch {
      button.textContent = button.dataset.failed;
      const permalink = document.getElementById("permalink");
      getSelection().selectAllChildren(permalink);
    }
    status.textContent = button.textContent;
    setTimeout(() => { button.textContent = label; }, 3000);
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => {
    // A reader who closes the share sheet has changed their mind: that is no error.
    navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
  });
}

// The choice of language is remembered for the addresses that have none; no page depends on it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-language]");
  if (link) {
    document.cookie = `language=${link.dataset.language}; path=/; max-age=31536000; samesite=lax`;
  }
});

if (document.getElementById("filters") && window.htmx) {
  const problem = document.getElementById("problem");
  const tell = () => { problem.hidden = false; };
  // Filters apply as they are ticked: no button is needed.
  document.documentElement.classList.add("live-filters");
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
