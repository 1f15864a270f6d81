// Pages in Chromium: browser.mjs TOOLS CHROMIUM FOLDER PAGE... Pictures and prints go to FOLDER ("": none are kept). Exit
// 1 when a page makes a request, says something on the console, breaks a rule of axe, runs off the side, cannot be walked through by
// keyboard, runs or loads what stands in a name, or does not print.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, executablePath, folder, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(tools) + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const wrong = [];
// How each page is looked at, and by axe too: both schemes, both widths. The first page is walked through and printed.
const views = {
    all: [["dark", 1280], ["light", 320], ["dark", 320, "axe"], ["light", 1280, "axe"]],
    undecided: [["light", 320], ["dark", 1280, "axe"]],
    shipped: [["dark", 1280], ["light", 640], ["light", 360, "axe"]],
    hostile: [["dark", 360]],
};
let rules = 0;

// What happens in one view of a page.
async function view(browser, path, colorScheme, width, judged) {
    const name = `${basename(path, ".html")}, ${colorScheme}, ${width} px`;
    const say = what => wrong.push(`${name}: ${what}`);
    const address = pathToFileURL(path).href;
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: false });
    const page = await context.newPage();
    page.on("request", request => request.url() === address || say(`a request of ${request.url()}`));
    page.on("console", message => say(`on the console: ${message.text()}`));
    page.on("pageerror", error => say(`an error: ${error}`));
    page.on("dialog", dialog => { say(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
    await page.goto(address);
    await look(page, say);
    await open(page, true);
    await look(page, say);
    await charts(page, say);
    const place = [basename(path, ".html"), colorScheme, width].join("-");
    if (folder) await page.screenshot({ path: `${folder}/${place}.png`, fullPage: true });
    if (judged) await judge(page, say);
    return { page, say, context };
}

const open = (page, whether) =>
    page.evaluate(on => document.querySelectorAll("details").forEach(details => { details.open = on; }), whether);

// Nothing runs off the side, nothing was made of names, nothing is there but what the page may have.
async function look(page, say) {
    const seen = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        off: [...document.querySelectorAll("body *")].filter(element => {
            const box = element.getBoundingClientRect();
            const hidden = element.closest("thead, .unseen, .skip, svg") || getComputedStyle(element).visibility !== "visible";
            return !hidden && box.width && box.right > document.documentElement.clientWidth + 1;
        }).map(element => element.outerHTML.slice(0, 120)),
        foreign: [...document.querySelectorAll("script, img, iframe, object, embed, link, base, form, input, button, video")]
            .map(element => element.outerHTML.slice(0, 120)),
        handlers: [...document.querySelectorAll("*")].flatMap(element => [...element.attributes])
            .filter(attribute => /^on/.test(attribute.name)).map(attribute => attribute.name),
        landmarks: ["header", "main", "footer"].map(name => document.querySelectorAll(`body > ${name}`).length).join(),
        styles: document.styleSheets.length,
    }));
    if (seen.overflow > 0) say(`${seen.overflow} px run off the side`);
    for (const off of seen.off.slice(0, 3)) say(`off the side: ${off}`);
    for (const foreign of [...seen.foreign, ...seen.handlers]) say(`not of the page: ${foreign}`);
    if (seen.landmarks !== "1,1,1") say(`header, main, footer: ${seen.landmarks}`);
    if (seen.styles !== 1) say(`${seen.styles} stylesheets`);
}

// axe is put in by the debugger, which no policy of the page hinders.
async function judge(page, say) {
    await page.evaluate(`${axe}; 0`);
    const { violations, passes } = await page.evaluate(() => window.axe.run(document,
        { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }));
    rules = Math.max(rules, passes.length);
    for (const { id, nodes } of violations)
        for (const node of nodes.slice(0, 3)) say(`axe ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`);
}

// Bars: each is as wide as its share says, what is hatched is drawn, and the mark is seen on it.
async function charts(page, say) {
    const wrongs = await page.evaluate(() => [...document.querySelectorAll("svg.bar")].flatMap(bar => {
        const whole = bar.getBoundingClientRect();
        return [...bar.querySelectorAll("rect")].flatMap(rect => {
            const box = rect.getBoundingClientRect(), style = getComputedStyle(rect);
            const asked = rect.getAttribute("width");
            const off = asked && !rect.matches(".need") && Math.abs(box.width - whole.width * parseFloat(asked) / 100) > 2.5;
            const hatched = !rect.matches(".possible") || style.fill.includes("#hatch");
            const drawn = box.height >= whole.height - 1 && style.fill !== "none" && (asked || box.width >= 1);
            return off || !hatched || !drawn ? [rect.outerHTML] : [];
        });
    }));
    for (const wrong of wrongs.slice(0, 3)) say(`a bar drawn wrong: ${wrong}`);
    const hatch = await page.evaluate(() => getComputedStyle(document.querySelector("#hatch rect")).fill);
    if (!/^rgb/.test(hatch)) say(`the hatching is ${hatch}`);
}

// Tab reaches every link and every summary, in order, each with an outline; Enter opens, and the skip link skips.
async function walk(page, say) {
    await open(page, false);
    await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
    const expected = await page.evaluate(() => {
        const reachable = [...document.querySelectorAll("a[href], summary")].filter(element => element.checkVisibility());
        reachable.forEach((element, number) => { element.dataset.number = number; });
        return reachable.length;
    });
    for (let number = 0; number < expected; number++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => ({ number: document.activeElement?.dataset?.number,
            outline: getComputedStyle(document.activeElement).outlineStyle }));
        if (Number(at.number) !== number) return say(`Tab ${number + 1} of ${expected} reaches ${at.number}`);
        if (at.outline === "none") return say(`Tab ${number + 1} shows no focus`);
    }
    await page.keyboard.press("Shift+Tab");
    await page.locator("summary:visible").first().focus();
    await page.keyboard.press("Enter");
    if (!await page.locator("details").first().evaluate(details => details.open)) say("Enter opens no details");
    await page.locator("a.skip").focus();
    if (!await page.locator("a.skip").evaluate(link => link.getBoundingClientRect().left >= 0)) say("the skip link is not seen");
    await page.keyboard.press("Enter");
    if (await page.evaluate(() => document.activeElement.id) !== "main") say("the skip link does not lead to main");
    return say;
}

// On paper all details are open.
async function print(page, say, path) {
    await open(page, false);
    await page.emulateMedia({ media: "print" });
    const closed = () => page.evaluate(() => [...document.querySelectorAll("details > :not(summary)")]
        .filter(element => !element.checkVisibility()).length);
    let left = await closed();
    for (let tries = 0; left && tries < 20; tries++) { // the medium changes with the next frame
        await page.waitForTimeout(50);
        left = await closed();
    }
    if (left) say(`${left} parts of details do not print`);
    await page.emulateMedia({ media: null });
    const file = folder ? `${folder}/${basename(path, ".html")}.pdf` : undefined;
    const paper = await page.pdf({ path: file, format: "A4" });
    if (paper.length < 10000) say("the print is empty");
}

const begin = Date.now();
const browser = await chromium.launch({ executablePath, args });
let looks = 0;
for (const path of pages) {
    for (const [scheme, width, judged] of views[basename(path, ".html")]) {
        const { page, say, context } = await view(browser, path, scheme, width, judged);
        looks++;
        if (path === pages[0] && scheme === "light" && width === 1280) {
            await walk(page, say);
            await print(page, say, path);
        }
        await context.close();
    }
}
const version = browser.version();
await browser.close();
wrong.slice(0, 40).forEach(line => console.log(line));
if (wrong.length) process.exit(1);
console.log(`${pages.length} pages in ${looks} views, in Chromium ${version}: ${rules} rules of axe, ` +
    `${((Date.now() - begin) / 1000).toFixed(1)} s`);
