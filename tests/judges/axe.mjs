// A page opened in a browser as its readers do; see axe.py. Arguments: the browser, then the files.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const [executablePath, ...files] = process.argv.slice(2);
const DESK = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 }; // WCAG 2.2, 1.4.10
const PAPER = { width: 680, height: 960 }; // A4 less its margins, in CSS pixels

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => ({ rule: id, places: nodes.map((node) => node.html.slice(0, 200)) }));
}

// What reaches beyond the right edge, pictures and cells included.
const cutOff = (page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((item) => item.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((item) => item.outerHTML.slice(0, 120)),
  );

// The texts of what the Tab key stops at, and whether each shows that it has the focus.
async function stops(page) {
  const count = await page.evaluate(() => document.querySelectorAll("a[href], button, input, summary").length);
  const found = [];
  for (let number = 0; number < count; number += 1) {
    await page.keyboard.press("Tab");
    found.push(
      await page.evaluate(() => {
        const item = document.activeElement;
        const box = item.getBoundingClientRect();
        const shown = getComputedStyle(item).outlineStyle !== "none" && box.top >= 0 && box.left >= 0;
        return { text: item.textContent.trim(), shown, target: item.getAttribute("href") ?? "" };
      }),
    );
  }
  return { stops: found, expected: count };
}

async function judged(browser, file) {
  const page = await browser.newPage({ viewport: DESK, javaScriptEnabled: true });
  const messages = [];
  const requests = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("request", (request) => requests.push(request.url().slice(0, 40)));
  await page.goto(pathToFileURL(file).href);
  const asked = requests.filter((url) => !url.startsWith("data:")).length - 1;
  const keyboard = await stops(page);
  const desk = await violations(page);
  await page.setViewportSize(NARROW);
  const narrow = { violations: await violations(page), cutOff: await cutOff(page) };
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  const paper = { cutOff: await cutOff(page) };
  await page.close();
  return { desk, narrow, paper, keyboard, asked, messages };
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const results = [];
for (const file of files) results.push(await judged(browser, file));
await browser.close();
process.stdout.write(JSON.stringify(results));
