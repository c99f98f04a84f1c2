// Lighthouse's four marks of each kind of page, in both languages, as a table: the medians of three
// runs, for a machine that is busy for a moment moves a single one.
// Usage: node audit.js ADDRESS CHROMIUM

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import lighthouse from "lighthouse";

const PAGES = [
  "/",
  "/articles/2020-08-trump-al-kazimi",
  "/quotes",
  "/quotes/pompeo-replaced-by-local-police",
  "/actors/mike-pompeo",
  "/events",
  "/events/trump-receives-al-kazimi",
];
const MARKS = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 3;
const [address, chromium] = process.argv.slice(2);

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await fetch(`http://127.0.0.1:${port}/json/version`);
    } catch {
      await wait(100);
    }
  }
  throw new Error(`${chromium} did not start`);
}

async function auditPage(url) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push((await lighthouse(url, { port, logLevel: "error" })).lhr);
  }
  runs.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  return runs[(RUNS - 1) / 2];
}

const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const port = await freePort();
const browser = spawn(chromium, [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`,
], { stdio: "ignore" });
try {
  await answers(port);
  console.log(["page".padEnd(48), ...MARKS, "CLS"].join("  "));
  for (const language of ["en", "fr"]) {
    for (const page of PAGES) {
      const lhr = await auditPage(`${address}/${language}${page}`);
      const marks = MARKS.map((mark) => String(Math.round(lhr.categories[mark].score * 100)).padStart(mark.length));
      const shift = lhr.audits["cumulative-layout-shift"].numericValue;
      console.log([`/${language}${page}`.padEnd(48), ...marks, shift.toFixed(3)].join("  "));
      for (const mark of MARKS.slice(1)) {
        for (const { id, weight } of lhr.categories[mark].auditRefs) {
          const { score, title } = lhr.audits[id];
          if (weight && score !== null && score < 1) {
            console.log(`    ${mark}: ${title}`);
          }
        }
      }
    }
  }
} finally {
  browser.kill();
  await new Promise((resolve) => { browser.once("exit", resolve); });
  // The browser may still be writing as it ends.
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
