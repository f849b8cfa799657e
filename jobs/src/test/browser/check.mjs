// Opens a report in headless Chromium: no request, no console message, every chart drawn, every selector heard.
// usage: node check.mjs REPORT.html SCREENSHOTS
import {mkdirSync, statSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import puppeteer from 'puppeteer-core';

const [report, screenshots] = process.argv.slice(2);
const problems = [];

function expect(holds, what) {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) problems.push(what);
}

async function open(browser, {width, theme}) {
  const page = await browser.newPage();
  page.on('console', message => expect(false, `console: ${message.type()} ${message.text()}`));
  page.on('pageerror', error => expect(false, `error: ${error}`));
  page.on('request', request => /^(file|data|blob):/.test(request.url()) || expect(false, `request: ${request.url()}`));
  await page.setViewport({width, height: 900});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: theme}]);
  const start = Date.now();
  await page.goto(pathToFileURL(resolve(report)), {timeout: 300_000});
  await page.waitForSelector('html[data-drawn]', {timeout: 300_000});
  console.log(`     ${width} px, ${theme}: drawn after ${Date.now() - start} ms`);
  return page;
}

// A fingerprint of every panel's picture; 0 for one that is empty.
function pictures(page) {
  return page.$$eval('.panel', panels => panels.map(panel => {
    const canvas = panel.querySelector('canvas');
    if (canvas) {
      const small = Object.assign(document.createElement('canvas'), {width: 300, height: 150});
      const brush = small.getContext('2d', {willReadFrequently: true});
      brush.drawImage(canvas, 0, 0, small.width, small.height);
      const pixels = brush.getImageData(0, 0, small.width, small.height).data;
      return new Set(pixels).size > 20 ? pixels.reduce((hash, byte) => (hash * 31 + byte) | 0, 1) : 0;
    }
    const marks = panel.querySelectorAll('.mark-symbol path, .mark-rect path, .mark-line path, .mark-image image');
    return marks.length > 3 ? panel.querySelector('svg').innerHTML : 0;
  }));
}

async function everyChartIsDrawn(page) {
  const drawn = await pictures(page);
  expect(drawn.length > 0 && drawn.every(picture => picture !== 0), `${drawn.length} panels, all drawn`);
  const narrowest = await page.$$eval('.picture', all => Math.min(...all.map(p => p.querySelector('canvas, svg').getBoundingClientRect().width / p.clientWidth)));
  expect(narrowest > 0.9, 'every chart is as wide as its place');
  const sections = await page.$$eval('section.chart', all => all.filter(s => !s.querySelector('canvas, svg')).length);
  expect(sections === 0, 'every section has a chart');
}

async function everySelectorChangesSomething(page) {
  for (const id of await page.$$eval('select', all => all.map(select => select.id))) {
    const before = await pictures(page);
    const [chosen, other] = await page.$eval(`#${id}`, s => [s.value, [...s.options].map(o => o.value).find(v => v !== s.value)]);
    const start = Date.now();
    await page.select(`#${id}`, other);
    await page.waitForFunction(wanted => document.documentElement.dataset.chosen === wanted, {}, `${id} ${other}`);
    const took = Date.now() - start;
    const after = await pictures(page);
    const changed = before.filter((picture, i) => picture !== after[i]).length;
    expect(changed > 0, `${id} changes ${changed} panels in ${took} ms`);
    await page.screenshot({path: `${screenshots}/${id}.png`, fullPage: true});
    await page.select(`#${id}`, chosen);
    await page.waitForFunction(wanted => document.documentElement.dataset.chosen === wanted, {}, `${id} ${chosen}`);
  }
}

async function byKeyboard(page) {
  const first = await page.$('select');
  if (!first) return;
  await first.focus();
  const before = await first.evaluate(s => s.value);
  const reached = [];
  for (const key of ['Home', 'End']) {
    await page.keyboard.press(key);
    reached.push(await first.evaluate(s => s.value));
  }
  expect(reached.some(value => value !== before), 'a selector obeys the keyboard');
}

mkdirSync(screenshots, {recursive: true});
console.log(`     ${report}: ${statSync(report).size} bytes`);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
});
try {
  for (const [name, look] of Object.entries({
    light: {width: 1280, theme: 'light'},
    dark: {width: 1280, theme: 'dark'},
    narrow: {width: 400, theme: 'light'},
  })) {
    const page = await open(browser, look);
    await everyChartIsDrawn(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow <= 0, `${name}: nothing wider than the screen (${overflow} px)`);
    await page.screenshot({path: `${screenshots}/${name}.png`, fullPage: true});
    await page.addStyleTag({content: '.selectors { position: static !important; }'}); // it would cover what is below it
    for (const section of await page.$$('section')) {
      const id = await section.evaluate(element => element.id);
      await section.screenshot({path: `${screenshots}/${name}-${id}.png`});
    }
    if (name !== 'narrow') await page.pdf({path: `${screenshots}/print-${name}.pdf`, format: 'A4'});
    if (name === 'light') {
      const heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
      console.log(`     memory of scripts: ${Math.round(heap / 1e6)} MB`);
      await everySelectorChangesSomething(page);
      await byKeyboard(page);
    }
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(problems.length ? `${problems.length} problems` : 'all is well');
process.exitCode = problems.length ? 1 : 0;
