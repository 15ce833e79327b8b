import { chromium } from 'playwright-core';

const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const p = await b.newPage({ viewport: { width: 1366, height: 1000 } });
await p.goto('http://127.0.0.1:4602/holes');
await p.waitForTimeout(3000);
const link = p.getByRole('main').locator('a[href*="/holes/"]').first();
console.log(await link.count());
await link.click();
await p.waitForTimeout(2500);
await p.screenshot({ path: '/tmp/pics/phole.png', fullPage: false });
await b.close();
