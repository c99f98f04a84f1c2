// Grades answers as Mozilla's HTTP Observatory does (npm @mdn/mdn-http-observatory), without asking
// anybody: what a scan would fetch is read from a file, and the marks are printed as JSON.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

// The list of sites that browsers know to be https, which installing would download: none of ours.
const readFileSync = fs.readFileSync;
fs.readFileSync = (path, ...rest) =>
  String(path).endsWith("hsts-preload.json") ? "{}" : readFileSync(path, ...rest);
syncBuiltinESMExports();

const home = "../node_modules/@mdn/mdn-http-observatory/src";
const { ALL_TESTS } = await import(`${home}/constants.js`);
const { Requests } = await import(`${home}/types.js`);
const { getScoreModifier } = await import(`${home}/grader/grader.js`);
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await import(`${home}/grader/charts.js`);
const { parseHttpEquivHeaders } = await import(`${home}/retriever/utils.js`);

const HOST = "record.example";

function grade({ address, status, headers, text }) {
  const url = new URL(address, `https://${HOST}`);
  const requests = new Requests(HOST);
  const response = { status, headers, verified: true, httpEquiv: parseHttpEquivHeaders(text, url.href) };
  requests.responses.auto = response;
  requests.responses.https = response;
  requests.responses.cors = response;
  requests.responses.httpsRedirects = [{ url, status }];
  requests.resources.path = text;
  requests.session = { url };
  const results = ALL_TESTS.map((test) => test(requests).result);
  const modifiers = results.map(getScoreModifier);
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 100);
  // As its scanner adds up: what is given beyond 100 counts for those alone who lost little.
  const plain = sum(modifiers.filter((number) => number < 0));
  return { score: plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(modifiers) : plain, results };
}

const answers = JSON.parse(readFileSync(process.argv[2], "utf8"));
const marks = Object.fromEntries(answers.map((answer) => [answer.address, grade(answer)]));
process.stdout.write(JSON.stringify(marks));
